package perennial.core.churn;

import java.util.List;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.calendar.Periods;
import perennial.core.history.Grouping;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.inactivity.Silence;
import perennial.core.question.CountQuestion;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;
import perennial.core.question.Tally;
import perennial.core.selection.Selection;

/// Of those not inactive at the start of a period, how many were inactive at its end; in a period that goes on, at the
/// as-of date.
public record UsageChurn(Scope scope, Silence silence, Grouping by) implements CountQuestion {

    @Override
    public int boxes() {
        return scope.periods().count() * Churn.KINDS;
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        Periods periods = scope.periods();
        var groups = shard.split(by, Selection.ACTIVITY);
        long[] atStart = periods.count() == 0 ? new long[0] : silence.awake(shard, periods.day(0));
        for (int period = 0; period < periods.count(); period++) {
            long[] there = atStart;
            long[] atEnd = silence.awake(shard, Math.min(periods.day(period + 1), scope.today()));
            int first = period * Churn.KINDS;
            groups.forEach((group, members) -> {
                Tally tally = tallies.of(group);
                long[] mine = there.clone();
                OwnerSet.and(mine, members);
                tally.add(first + Churn.AT_START, mine);
                tally.addExcept(first + Churn.CHURNED, mine, atEnd);
            });
            atStart = atEnd;
        }
    }

    @Override
    public List<Row> rows(Counts counts) {
        return Churn.rows(scope, counts);
    }

    @Override
    public List<String> rules() {
        return List.of(silence.rule(), "Churned: not inactive at the start of the period, inactive at its end.");
    }
}
