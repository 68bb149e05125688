package perennial.core.segment;

import perennial.core.history.EventFilter;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;

/// Who did something on a date of a period and on none before it.
final class FirstTime implements Judge {
    private final Shard shard;
    private final Segment.FirstDid did;
    private final EventFilter filter;
    private final DatedEvents within;
    private final DatedEvents before;

    FirstTime(Shard shard, Segment.FirstDid did) {
        this.shard = shard;
        this.did = did;
        filter = shard.filter(did.selection());
        within = new DatedEvents(shard);
        before = new DatedEvents(shard);
    }

    @Override
    public long[] of(long[] among) {
        Period.Days days = did.period().days(new Moments(shard).today());
        long[] found = shard.active(did.selection(), days.from(), days.until());
        OwnerSet.and(found, among);
        return OwnerSet.except(found, shard.active(did.selection(), Integer.MIN_VALUE, days.from()));
    }

    @Override
    public boolean has(int owner, Moment moment) {
        Period.Days days = did.period().days(moment.today());
        within.seek(days);
        before.seek(new Period.Days(Integer.MIN_VALUE, days.from()));
        return isAny(within, owner, moment) && (days.from() == Integer.MIN_VALUE || !isAny(before, owner, moment));
    }

    private boolean isAny(DatedEvents events, int owner, Moment moment) {
        long end = events.end(owner, moment);
        for (long at = events.first(owner); at < end; at++) {
            if (filter.test(at) && events.has(shard.timelines().second(at))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int cost() {
        return DAYS;
    }
}
