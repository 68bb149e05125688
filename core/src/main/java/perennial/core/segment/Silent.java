package perennial.core.segment;

import perennial.core.history.EventFilter;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.selection.Selection;

/// Who was active before, but on none of the last dates.
final class Silent implements Judge {
    private final Shard shard;
    private final int days;
    private final EventFilter filter;
    private final DatedEvents events;

    Silent(Shard shard, int days) {
        this.shard = shard;
        this.days = days;
        filter = shard.filter(Selection.ACTIVITY);
        events = new DatedEvents(shard);
    }

    @Override
    public long[] of(long[] among) {
        Period.Days last = new Period.Last(days).days(new Moments(shard).today());
        long[] found = shard.active(Selection.ACTIVITY, Integer.MIN_VALUE, last.from());
        OwnerSet.and(found, among);
        return OwnerSet.except(found, shard.active(Selection.ACTIVITY, last.from(), last.until()));
    }

    @Override
    public boolean has(int owner, Moment moment) {
        events.seek(new Period.Last(days).days(moment.today()));
        long sure = events.first(owner);
        boolean wasActive = false;
        for (long at = moment.until() - 1; at >= shard.from(owner) && !(wasActive && at < sure); at--) {
            if (filter.test(at)) {
                if (events.has(shard.timelines().second(at))) {
                    return false;
                }
                wasActive = true;
            }
        }
        return wasActive;
    }

    @Override
    public int cost() {
        return DAYS;
    }
}
