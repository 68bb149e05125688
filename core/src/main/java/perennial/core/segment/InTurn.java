package perennial.core.segment;

import java.time.Duration;
import perennial.core.history.EventFilter;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;

/// Who did one thing in a period and another after it. Of the events before the other, the last one of the first kind
/// is the nearest: one pass finds whether any pair is near enough.
final class InTurn implements Judge {
    private final Shard shard;
    private final Segment.DidThen did;
    private final EventFilter first;
    private final EventFilter then;
    private final DatedEvents events;
    private final long mostMillis;

    InTurn(Shard shard, Segment.DidThen did) {
        this.shard = shard;
        this.did = did;
        first = shard.filter(did.first());
        then = shard.filter(did.then());
        events = new DatedEvents(shard);
        mostMillis = did.within().map(Duration::toMillis).orElse(Long.MAX_VALUE);
    }

    @Override
    public long[] of(long[] among) {
        Moments moments = new Moments(shard);
        Period.Days days = did.period().days(moments.today());
        long[] some = shard.active(did.first(), days.from(), days.until());
        OwnerSet.and(some, among);
        // A day before: in rare zones local dates do not follow the order of time.
        int earliest = days.from() == Integer.MIN_VALUE ? Integer.MIN_VALUE : days.from() - 1;
        OwnerSet.and(some, shard.active(did.then(), earliest, Integer.MAX_VALUE));
        long[] found = new long[among.length];
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
        boolean hasBegun = false;
        long begun = 0;
        for (long at = events.first(owner); at < moment.until(); at++) {
            if (hasBegun && then.test(at) && shard.timelines().time(at) - begun <= mostMillis) {
                return true;
            }
            if (first.test(at) && events.has(at)) {
                hasBegun = true;
                begun = shard.timelines().time(at);
            }
        }
        return false;
    }

    @Override
    public int cost() {
        return 2 * EVENTS;
    }
}
