package perennial.core.segment;

import perennial.core.calendar.LocalDays;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;

/// Finds an owner's events on some local dates. Remembers the instants of the dates asked last: one segment asks the
/// same of all owners. For one thread.
final class DatedEvents {
    private static final long DAY_MILLIS = 86_400_000;
    /// The events of this part of the owners are read as fast as the sets of a year.
    private static final int FEW = 8;
    /// The sets of more are not held at once.
    private static final int MOST_DAYS = 4096;

    private final Shard shard;
    private final LocalDays localDays;
    private Period.Days days = new Period.Days(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private long from = Long.MIN_VALUE;
    private long until = Long.MAX_VALUE;
    private boolean isExact = true;

    DatedEvents(Shard shard) {
        this.shard = shard;
        localDays = shard.history().calendar().localDays();
    }

    /// Whether so many of a shard's owners are asked about that the sets of its days are worth a look, which may tell
    /// enough, before their events are read.
    static boolean isWorthDays(long[] owners, Shard shard) {
        return OwnerSet.count(owners) > shard.size() / FEW
                && Period.Days.of(shard.history()).count() <= MOST_DAYS;
    }

    /// From now on, these dates are meant.
    void seek(Period.Days wanted) {
        if (!wanted.equals(days)) {
            days = wanted;
            boolean hasFirst = days.from() != Integer.MIN_VALUE;
            boolean hasEnd = days.until() != Integer.MAX_VALUE;
            isExact = (!hasFirst || localDays.isParting(days.from())) && (!hasEnd || localDays.isParting(days.until()));
            // In rare zones local dates do not follow the order of time: a day to each side.
            long aside = isExact ? 0 : DAY_MILLIS;
            from = hasFirst ? localDays.startOf(days.from()) - aside : Long.MIN_VALUE;
            until = hasEnd ? localDays.startOf(days.until()) + aside : Long.MAX_VALUE;
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

    /// Whether all events from the first to the end are on one of the dates, so that none needs to be asked.
    boolean isExact() {
        return isExact;
    }

    /// Whether an event at a second since 1970 is on one of the dates.
    boolean has(long second) {
        return isExact ? second * 1000 >= from && second * 1000 < until : days.has(localDays.dayOf(second));
    }
}
