package perennial.core.segment;

import java.util.Arrays;
import perennial.core.history.OwnerSet;
import perennial.core.history.Passing;
import perennial.core.history.Shard;

/// Who did something so many times in a period. Whether somebody did it at all is known from the activity days; only
/// the events of those who did are counted, in the period alone.
final class DidTimes implements Judge {
    /// More dates than so many cost as much to count as events, and few owners have them.
    private static final int MOST_DATES = 5;

    private final Shard shard;
    private final Segment.Did did;
    private final DatedEvents events;
    private final Passing passing;

    DidTimes(Shard shard, Segment.Did did) {
        this.shard = shard;
        this.did = did;
        events = new DatedEvents(shard);
        passing = new Passing(shard, shard.filter(did.selection()));
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
        boolean isEnough = did.times().bound() == Times.Bound.AT_LEAST;
        int number = isEnough ? did.times().least() : did.times().tooMany();
        if (number <= MOST_DATES && DatedEvents.isWorthDays(some, shard)) {
            long[] surely = onDates(number, days);
            OwnerSet.and(surely, some);
            if (isEnough) {
                OwnerSet.or(found, surely);
            }
            some = OwnerSet.except(some, surely);
        }
        OwnerSet.forEach(some, owner -> {
            if (has(owner, moments.of(owner))) {
                OwnerSet.add(found, owner);
            }
        });
        return found;
    }

    /// Who did it on at least so many of the dates, and so as often at least.
    private long[] onDates(int number, Period.Days days) {
        var onMore = new long[number][];
        Arrays.setAll(onMore, i -> OwnerSet.empty(shard.size()));
        Period.Days all = Period.Days.of(shard.history());
        for (int day = Math.max(days.from(), all.from()); day < Math.min(days.until(), all.until()); day++) {
            long[] did = shard.active(this.did.selection(), day, day + 1);
            for (int i = number - 1; i > 0; i--) {
                OwnerSet.addBoth(onMore[i], onMore[i - 1], did);
            }
            OwnerSet.or(onMore[0], did);
        }
        return onMore[number - 1];
    }

    @Override
    public boolean has(int owner, Moment moment) {
        events.seek(did.period().days(moment.today()));
        int count = count(events.first(owner), events.end(owner, moment));
        return count >= did.times().least() && count < did.times().tooMany();
    }

    private int count(long from, long until) {
        if (events.isExact()) {
            return passing.count(from, until);
        }
        passing.read(from, until);
        int count = 0;
        for (int i = 0; i < passing.count(); i++) {
            count += events.has(passing.second(i)) ? 1 : 0;
        }
        return count;
    }

    @Override
    public int cost() {
        return did.times().equals(Times.ONCE_OR_MORE) ? DAYS : EVENTS;
    }
}
