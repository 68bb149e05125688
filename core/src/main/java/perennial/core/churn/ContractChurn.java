package perennial.core.churn;

import java.util.List;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
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

/// Of the customers with an open life at the start of a period, how many had none at its end; in a period that goes on,
/// at the as-of instant. Who left and came back within the period has not churned.
public record ContractChurn(Scope scope, LifeSource source, Grouping by) implements CountQuestion {

    @Override
    public int boxes() {
        return scope.periods().count() * Churn.KINDS;
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        Periods periods = scope.periods();
        Lives lives = source.in(shard);
        var groups = shard.groups(by);
        OwnerSet.forEach(shard.members(), owner -> {
            lives.read(owner);
            for (int period = 0; lives.count() > 0 && period < periods.count(); period++) {
                int life = lives.openAt(periods.start(period));
                if (life >= 0) {
                    Tally tally = tallies.of(groups.of(owner, lives.startAt(life)));
                    tally.add(period * Churn.KINDS + Churn.AT_START, owner);
                    if (lives.openAt(Math.min(periods.end(period), scope.asOf())) < 0) {
                        tally.add(period * Churn.KINDS + Churn.CHURNED, owner);
                    }
                }
            }
        });
    }

    @Override
    public List<Row> rows(Counts counts) {
        return Churn.rows(scope, counts);
    }

    @Override
    public List<String> rules() {
        return List.of(
                source.rule(),
                "Churned: a life was open at the start of the period, none at its end; who came back within it has"
                        + " not churned.");
    }
}
