package perennial.core.winback;

import java.util.ArrayList;
import java.util.List;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.answer.State;
import perennial.core.calendar.LocalDays;
import perennial.core.calendar.Periods;
import perennial.core.history.Grouping;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.life.LifeSource;
import perennial.core.life.Lives;
import perennial.core.question.CountQuestion;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;
import perennial.core.question.Tally;

/// Of the lives ended in a period, how many were followed by a new life of the same customer within so many days. Only
/// mature lives, whose window is over, are in the rate. A customer with two ends counts twice.
public record CohortReading(Scope scope, LifeSource source, int withinDays, Grouping by) implements CountQuestion {
    private static final int ENDED = 0;
    private static final int MATURE = 1;
    private static final int WON_BACK = 2;
    private static final int KINDS = 3;

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
            for (int i = 0; i < lives.count() && lives.end(i) <= scope.asOf(); i++) {
                int period = scope.periods().ofDay(localDays.dayOfMillis(lives.end(i)));
                if (period >= 0) {
                    Tally tally = tallies.of(groups.of(owner, lives.endAt(i)));
                    tally.add(period * KINDS + ENDED, owner);
                    long windowEnd = localDays.plusDays(lives.end(i), withinDays);
                    if (windowEnd <= scope.asOf()) {
                        tally.add(period * KINDS + MATURE, owner);
                        if (i + 1 < lives.count() && lives.start(i + 1) < windowEnd) {
                            tally.add(period * KINDS + WON_BACK, owner);
                        }
                    }
                }
            }
        });
    }

    @Override
    public List<Row> rows(Counts counts) {
        Periods periods = scope.periods();
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < periods.count(); period++) {
            int first = period * KINDS;
            State state = state(period, counts.of(first + MATURE));
            Row.Builder row = Row.of(counts)
                    .key("period", periods.label(period))
                    .count("ended", first + ENDED)
                    .count("mature", first + MATURE);
            if (state == State.NOT_YET) {
                row.missing("won_back");
            } else {
                row.count("won_back", first + WON_BACK);
            }
            rows.add(row.share(new Share(counts.of(first + WON_BACK), counts.of(first + MATURE)), state));
        }
        return rows;
    }

    private State state(int period, long mature) {
        long lastWindowEnd = scope.periods().calendar().plusDays(scope.periods().end(period), withinDays);
        return lastWindowEnd <= scope.asOf() ? State.COMPLETE : mature > 0 ? State.IN_PROGRESS : State.NOT_YET;
    }

    @Override
    public List<String> rules() {
        return List.of(
                source.rule(),
                "Won back: a new life began within " + withinDays + " days after the end. Rate: won back among mature"
                        + " lives, whose " + withinDays + " days are over.");
    }
}
