package perennial.core.segment;

import perennial.core.history.EventFilter;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;

/// Who did something so many times in a period. Whether somebody did it at all is known from the activity days; only
/// the events of those who did are counted, in the period alone, and no further than needed.
final class DidTimes implements Judge {
    private final Shard shard;
    private final Segment.Did did;
    private final EventFilter filter;
    private final DatedEvents events;

    DidTimes(Shard shard, Segment.Did did) {
        this.shard = shard;
        this.did = did;
        filter = shard.filter(did.selection());
        events = new DatedEvents(shard);
    }

    @Override
    public long[] of(long[] among) {
        Moments moments = new Moments(shard);
        Period.Days days = did.period().days(moments.today());
        long[] some = shard.active(did.selection(), days.from(), days.until());
        OwnerSet.and(some, among);
        if (did.times().equals(Times.ONCE_OR_MORE)) {
            return some;
        }
        long[] found = did.times().least() == 0 ? OwnerSet.except(among, some) : new long[among.length];
        OwnerSet.forEach(some, owner -> {
            if (has(owner, moments.of(owner))) {
                OwnerSet.add(found, owner);
            }
        });
        return found;
    }

    @Override
    public boolean has(int owner, Moment moment) {
        events.seek(did.period().days(moment.today()));
        Times times = did.times();
        int enough = times.bound() == Times.Bound.AT_LEAST ? times.least() : times.tooMany();
        int count = 0;
        long end = events.end(owner, moment);
        for (long at = events.first(owner); at < end && count < enough; at++) {
            if (filter.test(at) && events.has(at)) {
                count++;
            }
        }
        return count >= times.least() && count < times.tooMany();
    }

    @Override
    public int cost() {
        return did.times().equals(Times.ONCE_OR_MORE) ? DAYS : EVENTS;
    }
}
