package perennial.core.winback;

import java.util.List;
import java.util.stream.IntStream;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.calendar.LocalDays;
import perennial.core.history.Grouping;
import perennial.core.history.Shard;
import perennial.core.life.LifeSource;
import perennial.core.question.CountQuestion;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;

/// Of the lives ended in a period, how many were followed by a new life of the same customer within so many days. Only
/// mature lives, whose window is over, are in the rate. A customer with two ends counts twice.
public record CohortReading(Scope scope, LifeSource source, int withinDays, Grouping by) implements CountQuestion {

    private WinbackWindow window() {
        return new WinbackWindow(scope, withinDays);
    }

    @Override
    public int boxes() {
        return window().boxes();
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        WinbackWindow window = window();
        LocalDays localDays = scope.periods().calendar().localDays();
        var groups = shard.groups(by);
        new EndedLives(scope, source)
                .forEach(
                        shard,
                        (owner, lives, life, period) -> window.count(
                                tallies.of(groups.of(owner, lives.endAt(life))),
                                localDays,
                                owner,
                                lives,
                                life,
                                period));
    }

    @Override
    public List<Row> rows(Counts counts) {
        return IntStream.range(0, scope.periods().count())
                .mapToObj(period -> window().row(
                                Row.of(counts)
                                        .key("period", scope.periods().label(period))
                                        .count("ended", WinbackWindow.ended(period)),
                                counts,
                                period))
                .toList();
    }

    @Override
    public List<String> rules() {
        return List.of(source.rule(), window().rule());
    }
}
