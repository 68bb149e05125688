package perennial.core.winback;

import java.util.ArrayList;
import java.util.List;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.calendar.Calendar;
import perennial.core.calendar.Periods;
import perennial.core.history.Grouping;
import perennial.core.history.Shard;
import perennial.core.life.LifeSource;
import perennial.core.question.CountQuestion;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;
import perennial.core.question.Tally;

/// Of the customers lapsed at the start of a period, how many began a new life in it. Lapsed: a life ended, none is
/// open, and the last end is at most [#LAPSED_DAYS] days ago. Who begins a new life at the very start of a period was
/// lapsed until then, and returns in it: with dates for times, that is everybody who comes back on the first.
public record PeriodReading(Scope scope, LifeSource source, Grouping by) implements CountQuestion {
    /// After two years a customer is no longer in the pool of those who may come back.
    public static final int LAPSED_DAYS = 730;

    private static final int LAPSED = 0;
    private static final int RETURNED = 1;
    private static final int KINDS = 2;

    @Override
    public int boxes() {
        return scope.periods().count() * KINDS;
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        Periods periods = scope.periods();
        Calendar calendar = periods.calendar();
        long[] earliest = new long[periods.count()];
        for (int period = 0; period < earliest.length; period++) {
            earliest[period] = calendar.plusDays(periods.start(period), -LAPSED_DAYS);
        }
        var groups = shard.groups(by);
        source.forEach(shard, (owner, lives) -> {
            int ended = 0; // lives that ended by the start of the period
            long next = Long.MAX_VALUE; // the start of the life after them
            for (int period = 0; period < periods.count(); period++) {
                long start = periods.start(period);
                while (ended < lives.count() && lives.end(ended) <= start) {
                    ended++;
                    next = ended < lives.count() ? lives.start(ended) : Long.MAX_VALUE;
                }
                if (ended > 0 && lives.end(ended - 1) >= earliest[period] && next >= start) {
                    Tally tally = tallies.of(groups.of(owner, lives.endAt(ended - 1)));
                    tally.add(period * KINDS + LAPSED, owner);
                    if (next < periods.end(period)) {
                        tally.add(period * KINDS + RETURNED, owner);
                    }
                }
            }
        });
    }

    @Override
    public List<Row> rows(Counts counts) {
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < scope.periods().count(); period++) {
            int first = period * KINDS;
            rows.add(Row.of(counts, scope.state(period))
                    .key("period", scope.periods().label(period))
                    .count("lapsed", first + LAPSED)
                    .count("returned", first + RETURNED)
                    .share(new Share(counts.of(first + RETURNED), counts.of(first + LAPSED)), scope.state(period)));
        }
        return rows;
    }

    @Override
    public List<String> rules() {
        return List.of(
                source.rule(),
                "Lapsed at the start of the period: a life ended at most " + LAPSED_DAYS + " days ago and none is open."
                        + " Returned: of these, a new life began in the period.");
    }
}
