package perennial.core.inactivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.history.Group;
import perennial.core.history.Grouping;
import perennial.core.history.History;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.life.ActiveDays;
import perennial.core.question.Asking;
import perennial.core.question.CountQuestion;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;
import perennial.core.question.Tallies;
import perennial.core.question.Tally;
import perennial.core.question.Unit;
import perennial.core.selection.Selection;

/// How long customers pause between two active days, and from how many silent days on they are as good as gone.
///
/// @param days how many days the history spans: no gap is longer
/// @param today the local date of the as-of instant; days before it are over
public record Inactivity(int days, int today, Grouping by) implements CountQuestion {
    private static final double[] QUANTILES = {0.5, 0.75, 0.9, 0.95, 0.99};

    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
            "inactivity",
            "How long customers pause, and after how many silent days they rarely come back.",
            Unit.USER,
            List.of(),
            Inactivity::of);

    private static Inactivity of(Options options, History history) {
        int today = history.calendar().dayOf(history.asOf());
        int first = history.firstTime().isEmpty()
                ? today
                : history.calendar().dayOf(history.firstTime().getAsLong());
        return new Inactivity(Math.max(0, today - first) + 2, today, Asking.grouping(options, history));
    }

    @Override
    public int boxes() {
        return 2 * days;
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        var activeDays = new ActiveDays(shard, Selection.ACTIVITY);
        for (Map.Entry<Group, long[]> group :
                shard.split(by, Selection.ACTIVITY).entrySet()) {
            Tally tally = tallies.of(group.getKey());
            OwnerSet.forEach(group.getValue(), owner -> {
                activeDays.read(owner);
                for (int i = 1; i < activeDays.count(); i++) {
                    tally.add(activeDays.day(i) - activeDays.day(i - 1), owner);
                }
                if (activeDays.count() > 0) {
                    tally.add(days + Math.max(0, today - 1 - activeDays.day(activeDays.count() - 1)), owner);
                }
            });
        }
    }

    @Override
    public List<Row> rows(Counts counts) {
        var gaps = new Gaps(
                Arrays.copyOfRange(counts.boxes(), 0, days), Arrays.copyOfRange(counts.boxes(), days, 2 * days));
        List<Row> rows = new ArrayList<>();
        for (double quantile : QUANTILES) {
            rows.add(row(counts, String.valueOf(quantile), gaps.quantile(quantile), State.COMPLETE));
        }
        OptionalInt suggested = gaps.suggested();
        rows.add(row(
                counts,
                "suggested",
                suggested,
                suggested.isPresent() ? gaps.stateOf(suggested.getAsInt()) : State.NOT_YET));
        return rows;
    }

    private static Row row(Counts counts, String quantile, OptionalInt days, State state) {
        var row = Row.of(counts).key("quantile", quantile);
        return days.isPresent()
                ? row.index("days", days.getAsInt()).state(state)
                : row.missing("days").state(State.NOT_YET);
    }

    @Override
    public List<String> rules() {
        return List.of(
                "A gap is the number of days from one active local day to the next; quantiles are of completed gaps.",
                "suggested: the fewest silent days after which under 5 % come back within a year (Kaplan-Meier, silences"
                        + " that go on are censored); so far, if no silence was watched that long.");
    }
}
