package perennial.core.reconcile;

import java.util.ArrayList;
import java.util.List;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.calendar.Every;
import perennial.core.history.EventFilter;
import perennial.core.history.Group;
import perennial.core.history.OwnerSet;
import perennial.core.history.PeriodReader;
import perennial.core.history.Shard;
import perennial.core.question.CountQuestion;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;
import perennial.core.question.Tally;
import perennial.core.question.Unit;
import perennial.core.selection.Selection;

/// How many events there were in each period: what other tools count first of all.
record EventCounts(Scope scope, Selection event) implements CountQuestion {
    static final QuestionKind KIND = new QuestionKind(
            "events",
            "How many events there were in each period.",
            Unit.VISITOR,
            List.of(Scope.EVENT, Scope.every(Every.DAY)),
            (options, history) -> new EventCounts(Scope.of(options, history), Scope.selection(options, Scope.EVENT)));

    @Override
    public int boxes() {
        return scope.periods().count();
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        Tally tally = tallies.of(Group.NONE);
        EventFilter filter = shard.filter(event);
        var periods = new PeriodReader(scope.periods());
        OwnerSet.forEach(shard.members(), owner -> {
            long until = shard.until(owner);
            for (long at = shard.from(owner); at < until; at++) {
                int period = filter.test(at) ? periods.of(shard.timelines().second(at)) : -1;
                if (period >= 0) {
                    tally.add(period, owner);
                }
            }
        });
    }

    @Override
    public List<Row> rows(Counts counts) {
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < scope.periods().count(); period++) {
            rows.add(Row.of(counts, scope.state(period))
                    .key("period", scope.periods().label(period))
                    .count("events", period)
                    .state(scope.state(period)));
        }
        return rows;
    }

    @Override
    public List<String> rules() {
        return List.of("Counts " + Scope.words(event) + ".");
    }
}
