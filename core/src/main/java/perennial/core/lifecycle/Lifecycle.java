package perennial.core.lifecycle;

import java.util.ArrayList;
import java.util.List;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
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

/// How the active of each period divide into new, returning and reactivated, and who of the period before fell dormant.
/// Always: active = new + returning + reactivated, and dormant(N) = active(N-1) - returning(N).
public record Lifecycle(Scope scope, Selection event, Grouping by) implements CountQuestion {
    private static final int NEW = 0;
    private static final int RETURNING = 1;
    private static final int REACTIVATED = 2;
    private static final int DORMANT = 3;
    private static final int KINDS = 4;

    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
            "lifecycle",
            "How many are new, returning, reactivated and dormant in each period.",
            Unit.USER,
            List.of(Scope.EVENT, Scope.every(Every.WEEK)),
            (options, history) -> new Lifecycle(
                    Scope.of(options, history),
                    Scope.selection(options, Scope.EVENT),
                    Asking.grouping(options, history)));

    @Override
    public int boxes() {
        return scope.periods().count() * KINDS;
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        Periods withBefore = scope.periods().extendedBack(1);
        long[][] active = shard.active(event, withBefore, 1);
        long[] everBefore = shard.activeBefore(event, withBefore);
        shard.split(by, event).forEach((group, members) -> {
            Tally tally = tallies.of(group);
            long[] seen = everBefore.clone();
            long[] before = active[0].clone();
            OwnerSet.and(before, members);
            for (int period = 0; period < scope.periods().count(); period++) {
                OwnerSet.or(seen, before); // everybody active before this period
                long[] now = active[period + 1].clone();
                OwnerSet.and(now, members);
                long[] again = OwnerSet.except(now, before);
                tally.addExcept(period * KINDS + NEW, now, seen);
                tally.addBoth(period * KINDS + RETURNING, now, before);
                tally.addBoth(period * KINDS + REACTIVATED, again, seen);
                tally.addExcept(period * KINDS + DORMANT, before, now);
                before = now;
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
            rows.add(Row.of(counts, scope.state(period))
                    .key("period", scope.periods().label(period))
                    .count("new", first + NEW)
                    .count("returning", first + RETURNING)
                    .count("reactivated", first + REACTIVATED)
                    .count("dormant", first + DORMANT)
                    .count("active", first + NEW, first + RETURNING, first + REACTIVATED)
                    .state(scope.state(period)));
        }
        return rows;
    }

    @Override
    public List<String> rules() {
        String every = scope.periods().every().toString();
        return List.of(
                "Active: did " + Scope.words(event) + ".",
                "New: the first time ever, in the whole history. Returning: also active the " + every + " before.",
                "Reactivated: active before, but not the " + every + " before. Dormant: active the " + every
                        + " before, not in this one.");
    }
}
