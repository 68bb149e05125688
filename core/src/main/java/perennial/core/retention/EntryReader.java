package perennial.core.retention;

import java.util.BitSet;
import perennial.core.history.EventFilter;
import perennial.core.history.PeriodReader;
import perennial.core.history.Shard;

/// Reads from the timelines when each owner entered which cohort, and with which event. For one thread.
final class EntryReader {
    /// Told of an entry.
    interface Visitor {
        /// @param at position of the event that entered the cohort
        void entered(int cohort, long at);
    }

    private final Retention retention;
    private final Shard shard;
    private final EventFilter filter;
    private final PeriodReader periods;

    EntryReader(Retention retention, Shard shard, EventFilter filter) {
        this.retention = retention;
        this.shard = shard;
        this.filter = filter;
        periods = new PeriodReader(retention.scope().periods());
    }

    void read(int owner, Visitor visitor) {
        long from = shard.from(owner);
        long until = shard.until(owner);
        switch (retention.entry()) {
            case FIRST -> enter(shard.first(filter, owner), visitor);
            case FIRST_EVER -> enter(isFirstEverMeant(from, until) ? from : -1, visitor);
            case RECURRING -> {
                var entered = new BitSet();
                for (long at = from; at < until; at++) {
                    int cohort = filter.test(at) ? periods.of(shard.timelines().second(at)) : -1;
                    if (cohort >= 0 && !entered.get(cohort)) {
                        entered.set(cohort);
                        visitor.entered(cohort, at);
                    }
                }
            }
        }
    }

    private boolean isFirstEverMeant(long from, long until) {
        return from < until && filter.test(from);
    }

    private void enter(long at, Visitor visitor) {
        int cohort = at < 0 ? -1 : periods.of(shard.timelines().second(at));
        if (cohort >= 0) {
            visitor.entered(cohort, at);
        }
    }
}
