package perennial.core.winback;

import java.util.ArrayList;
import java.util.List;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.calendar.LocalDays;
import perennial.core.history.Grouping;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.life.LifeSource;
import perennial.core.life.Lives;
import perennial.core.question.CountQuestion;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;

/// Returns in a period against ends in it. The two are different people, so this is a ratio, not a rate: it may exceed
/// 1 and has no interval.
public record RatioReading(Scope scope, LifeSource source, Grouping by) implements CountQuestion {
    private static final int ENDED = 0;
    private static final int RETURNED = 1;
    private static final int KINDS = 2;

    @Override
    public int boxes() {
        return scope.periods().count() * KINDS;
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        LocalDays localDays = scope.periods().calendar().localDays();
        Lives lives = source.in(shard);
        var groups = shard.groups(by);
        OwnerSet.forEach(shard.members(), owner -> {
            lives.read(owner);
            for (int i = 0; i < lives.count(); i++) {
                int endPeriod =
                        lives.end(i) <= scope.asOf() ? scope.periods().ofDay(localDays.dayOfMillis(lives.end(i))) : -1;
                if (endPeriod >= 0) {
                    tallies.of(groups.of(owner, lives.endAt(i))).add(endPeriod * KINDS + ENDED, owner);
                }
                int startPeriod = i > 0 ? scope.periods().ofDay(localDays.dayOfMillis(lives.start(i))) : -1;
                if (startPeriod >= 0) {
                    tallies.of(groups.of(owner, lives.endAt(i - 1))).add(startPeriod * KINDS + RETURNED, owner);
                }
            }
        });
    }

    @Override
    public List<Row> rows(Counts counts) {
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < scope.periods().count(); period++) {
            int first = period * KINDS;
            Row.Builder row = Row.of(counts, scope.state(period))
                    .key("period", scope.periods().label(period))
                    .count("ended", first + ENDED)
                    .count("returned", first + RETURNED);
            State state = scope.state(period);
            if (counts.of(first + ENDED) == 0 || state == State.NOT_YET) {
                row.missing("value");
            } else {
                row.real("value", (double) counts.of(first + RETURNED) / counts.of(first + ENDED));
            }
            rows.add(row.state(state));
        }
        return rows;
    }

    @Override
    public List<String> rules() {
        return List.of(
                source.rule(),
                "Returned: lives after the first that began in the period. The ratio compares different people and may"
                        + " exceed 1; it is no rate.");
    }
}
