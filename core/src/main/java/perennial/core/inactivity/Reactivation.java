package perennial.core.inactivity;

import java.util.ArrayList;
import java.util.List;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.calendar.Every;
import perennial.core.calendar.Periods;
import perennial.core.history.Grouping;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.question.Asking;
import perennial.core.question.CountQuestion;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;
import perennial.core.question.Tally;
import perennial.core.question.Unit;
import perennial.core.selection.Selection;

/// Of those inactive at the start of a period, how many became active in it.
public record Reactivation(Scope scope, Silence silence, Grouping by) implements CountQuestion {
    private static final int INACTIVE = 0;
    private static final int REACTIVATED = 1;
    private static final int KINDS = 2;

    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
            "reactivation",
            "How many of the inactive became active again in each period.",
            Unit.USER,
            List.of(Silence.OPTION, Scope.everyDay(Every.MONTH)),
            (options, history) -> new Reactivation(
                    Scope.ofDays(options, history), Silence.of(options), Asking.grouping(options, history)));

    @Override
    public int boxes() {
        return scope.periods().count() * KINDS;
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        Periods periods = scope.periods();
        var groups = shard.split(by, Selection.ACTIVITY);
        long[] seen = periods.count() == 0 ? new long[0] : shard.activeBefore(Selection.ACTIVITY, periods);
        for (int period = 0; period < periods.count(); period++) {
            long[] inactive = OwnerSet.except(seen, silence.awake(shard, periods.day(period)));
            long[] active = shard.active(Selection.ACTIVITY, periods.day(period), periods.day(period + 1));
            OwnerSet.or(seen, active);
            int first = period * KINDS;
            groups.forEach((group, members) -> {
                Tally tally = tallies.of(group);
                long[] pool = inactive.clone();
                OwnerSet.and(pool, members);
                tally.add(first + INACTIVE, pool);
                tally.addBoth(first + REACTIVATED, pool, active);
            });
        }
    }

    @Override
    public List<Row> rows(Counts counts) {
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < scope.periods().count(); period++) {
            int first = period * KINDS;
            rows.add(Row.of(counts, scope.state(period))
                    .key("period", scope.periods().label(period))
                    .count("inactive", first + INACTIVE)
                    .count("reactivated", first + REACTIVATED)
                    .share(
                            new Share(counts.of(first + REACTIVATED), counts.of(first + INACTIVE)),
                            scope.state(period)));
        }
        return rows;
    }

    @Override
    public List<String> rules() {
        return List.of(silence.rule(), "Reactivated: inactive at the start of the period and active in it.");
    }
}
