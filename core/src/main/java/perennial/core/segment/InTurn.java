package perennial.core.segment;

import java.time.Duration;
import perennial.core.history.OwnerSet;
import perennial.core.history.Passing;
import perennial.core.history.Shard;

/// Who did one thing in a period and another after it. Of the events before the other, the last one of the first kind
/// is the nearest: one pass finds whether any pair is near enough.
final class InTurn implements Judge {
    private static final int FIRST = 0;
    private static final int THEN = 1;
    private static final long SECOND = 1000;
    /// Before everything, and no overflow away.
    private static final long NEVER = Long.MIN_VALUE / 4;
    /// Farther than any two events are, and no overflow away.
    private static final long NONE = Long.MAX_VALUE / 4;
    /// More than any two events are apart, and less than any is from never.
    private static final long NO_LIMIT = Long.MAX_VALUE / 8;

    private final Shard shard;
    private final Segment.DidThen did;
    private final DatedEvents events;
    private final Passing passing;
    private final long mostMillis;

    InTurn(Shard shard, Segment.DidThen did) {
        this.shard = shard;
        this.did = did;
        events = new DatedEvents(shard);
        passing = new Passing(shard, shard.filter(did.first()), shard.filter(did.then()));
        mostMillis = Math.min(NO_LIMIT, did.within().map(Duration::toMillis).orElse(NO_LIMIT));
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
        if (DatedEvents.isWorthDays(some, shard)) {
            NearDays near = NearDays.of(shard, did, days, mostMillis);
            OwnerSet.or(found, near.sure());
            OwnerSet.and(found, some);
            OwnerSet.and(some, near.open());
        }
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
        passing.read(events.first(owner), moment.until());
        // Whole seconds are read faster, and mostly tell.
        long about = nearest(false, mostMillis - SECOND);
        return about <= mostMillis - SECOND || about < mostMillis + SECOND && nearest(true, mostMillis) <= mostMillis;
    }

    /// The least time from one of the first kind to one of the other, in milliseconds, or the first that is
    /// near enough; by whole seconds it is less than one off.
    private long nearest(boolean isExact, long enough) {
        long begun = NEVER;
        long nearest = NONE;
        for (int i = 0; i < passing.count() && nearest > enough; i++) {
            // Which of the two an event is, is a coin toss to the processor: so masks, not branches.
            long time = isExact ? passing.time(i) : passing.second(i) * SECOND;
            long isThen = -(long) (passing.passed(i) >>> THEN & 1);
            nearest = Math.min(nearest, time - begun & isThen | NONE & ~isThen);
            long isFirst = -(long) (passing.passed(i) >>> FIRST & 1) & (events.has(passing.second(i)) ? -1 : 0);
            begun = time & isFirst | begun & ~isFirst;
        }
        return nearest;
    }

    @Override
    public int cost() {
        return 2 * EVENTS;
    }
}
