package perennial.core.segment;

import perennial.core.calendar.LocalDays;
import perennial.core.history.Shard;

/// Finds an owner's events on some local dates. Remembers the instants of the dates asked last: one segment asks the
/// same of all owners. For one thread.
final class DatedEvents {
    /// In rare zones local dates do not follow the order of time: a day to each side.
    private static final long DAY_MILLIS = 86_400_000;

    private final Shard shard;
    private final LocalDays localDays;
    private Period.Days days = new Period.Days(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private long from = Long.MIN_VALUE;
    private long until = Long.MAX_VALUE;

    DatedEvents(Shard shard) {
        this.shard = shard;
        localDays = shard.history().calendar().localDays();
    }

    /// From now on, these dates are meant.
    void seek(Period.Days wanted) {
        if (!wanted.equals(days)) {
            days = wanted;
            from = days.from() == Integer.MIN_VALUE ? Long.MIN_VALUE : localDays.startOf(days.from()) - DAY_MILLIS;
            until = days.until() == Integer.MAX_VALUE ? Long.MAX_VALUE : localDays.startOf(days.until()) + DAY_MILLIS;
        }
    }

    /// Position of the owner's first event that may be on one of the dates.
    long first(int owner) {
        return from == Long.MIN_VALUE ? shard.from(owner) : shard.firstFrom(owner, from);
    }

    /// Position of the owner's first event that is after all of the dates, or does not count.
    long end(int owner, Moment moment) {
        return until == Long.MAX_VALUE ? moment.until() : Math.min(moment.until(), shard.firstFrom(owner, until));
    }

    /// Whether the event is on one of the dates.
    boolean has(long at) {
        return from == Long.MIN_VALUE && until == Long.MAX_VALUE
                || days.has(localDays.dayOf(shard.timelines().second(at)));
    }
}
