package perennial.core.acquisition;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.answer.State;
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

/// How many came in each period, and how many had come by its end.
/// Always: total(N) = total(N-1) + new(N).
public record Acquisition(Scope scope, Grouping by) implements CountQuestion {
    private static final int NEW = 0;
    private static final int TOTAL = 1;
    private static final int ACTIVE = 2;
    private static final int KINDS = 3;

    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
            "acquisition",
            "How many came in each period, and how fast their number grows.",
            Unit.USER,
            List.of(Scope.every(Every.MONTH)),
            (options, history) -> new Acquisition(Scope.of(options, history), Asking.grouping(options, history)));

    @Override
    public int boxes() {
        return scope.periods().count() * KINDS;
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        Periods periods = scope.periods();
        if (periods.count() == 0) {
            return;
        }
        long[][] active = shard.active(Selection.ACTIVITY, periods, 1);
        long[] everBefore = shard.activeBefore(Selection.ACTIVITY, periods);
        shard.split(by, Selection.ACTIVITY).forEach((group, members) -> {
            Tally tally = tallies.of(group);
            long[] seen = everBefore.clone();
            OwnerSet.and(seen, members);
            for (int period = 0; period < active.length; period++) {
                int first = period * KINDS;
                long[] now = active[period].clone();
                OwnerSet.and(now, members);
                tally.addExcept(first + NEW, now, seen);
                tally.add(first + ACTIVE, now);
                OwnerSet.or(seen, now);
                tally.add(first + TOTAL, seen);
            }
        });
    }

    @Override
    public List<Row> rows(Counts counts) {
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < scope.periods().count(); period++) {
            if (scope.periods().isSkipped(period)) {
                continue;
            }
            int first = period * KINDS;
            State state = scope.state(period);
            Row.Builder row = Row.of(counts, state)
                    .key("period", scope.periods().label(period))
                    .count("new", first + NEW)
                    .count("total", first + TOTAL);
            if (state == State.NOT_YET) {
                row.missing("growth", "share_new");
            } else {
                long fresh = counts.of(first + NEW);
                row.real("growth", growth(fresh, counts.of(first + TOTAL) - fresh))
                        .proportion("share_new", new Share(fresh, counts.of(first + ACTIVE)));
            }
            rows.add(row.state(state));
        }
        return rows;
    }

    private static OptionalDouble growth(long fresh, long before) {
        return before == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) fresh / before);
    }

    @Override
    public List<String> rules() {
        return List.of(
                "New: did " + Scope.words(Selection.ACTIVITY)
                        + " for the first time ever, in the whole history. Total: all who had come by the end of the period.",
                "growth: new over the total before; it may exceed 1. share_new: new among the active of the period.");
    }
}
