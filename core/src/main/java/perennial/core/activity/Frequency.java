package perennial.core.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.answer.State;
import perennial.core.calendar.Every;
import perennial.core.calendar.Periods;
import perennial.core.history.Grouping;
import perennial.core.history.Shard;
import perennial.core.question.Asking;
import perennial.core.question.CountQuestion;
import perennial.core.question.Option;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;
import perennial.core.question.Unit;
import perennial.core.selection.Selection;

/// In how many periods of one range people were active: the habit behind the stickiness, which does not tell whether a
/// fifth of the people come daily or all of them weekly.
///
/// @param leastEvents events of the selection needed in a period to be active in it
public record Frequency(Scope scope, Selection event, int leastEvents, Grouping by) implements CountQuestion {

    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
            "frequency",
            "In how many periods of a range people were active.",
            Unit.USER,
            List.of(
                    Scope.EVENT,
                    Scope.everyDay(Every.DAY),
                    new Option("min-events", "K", "1", "Events needed in a period to be active in it.")),
            (options, history) -> new Frequency(
                    Scope.last(options, history, Frequency::usual),
                    Scope.selection(options, Scope.EVENT),
                    options.number("min-events", 1).orElseThrow(),
                    Asking.grouping(options, history)));

    /// How many periods are asked when no range is given.
    private static int usual(Every every) {
        return switch (every) {
            case HOUR -> 24;
            case DAY -> 28;
            case WEEK -> 12;
            case MONTH -> 12;
            case QUARTER -> 8;
            case YEAR -> 5;
        };
    }

    @Override
    public int boxes() {
        return scope.periods().count() + 1;
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        Periods periods = scope.periods();
        var counts = new OwnerCounts(shard.size(), periods.count());
        for (long[] active : shard.active(event, periods, leastEvents)) {
            counts.add(active);
        }
        var groups = shard.split(by, event);
        for (int times = 1; times <= periods.count(); times++) {
            int box = times;
            long[] people = counts.exactly(times);
            groups.forEach((group, members) -> tallies.of(group).addBoth(box, people, members));
        }
    }

    @Override
    public List<Row> rows(Counts counts) {
        Periods periods = scope.periods();
        List<Row> rows = new ArrayList<>();
        if (periods.count() == 0) {
            return rows;
        }
        State state = State.of(periods.start(0), periods.start(periods.count()), scope.asOf());
        long anybody = counts.sum(IntStream.rangeClosed(1, periods.count()).toArray());
        for (int times = 1; times <= periods.count(); times++) {
            Row.Builder row = Row.of(counts, state).index("periods", times).count("customers", times);
            rows.add((state == State.NOT_YET
                            ? row.missing("value")
                            : row.proportion("value", new Share(counts.of(times), anybody)))
                    .state(state));
        }
        return rows;
    }

    @Override
    public List<String> rules() {
        String times = leastEvents > 1 ? " at least " + leastEvents + " times" : "";
        return List.of(
                "Active in a period: did " + Scope.words(event) + times + " in it. " + range(),
                "value: the share of those active in exactly so many periods, of all active in at least one.");
    }

    private String range() {
        Periods periods = scope.periods();
        return periods.count() == 0
                ? "The range is empty."
                : "Periods of one " + periods.every() + " from " + periods.label(0) + " to "
                        + periods.label(periods.count() - 1) + ": " + periods.count() + ".";
    }
}
