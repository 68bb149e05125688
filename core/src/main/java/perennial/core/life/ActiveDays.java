package perennial.core.life;

import perennial.core.calendar.LocalDays;
import perennial.core.history.EventFilter;
import perennial.core.history.Shard;
import perennial.core.selection.Selection;

/// The distinct local days on which one owner did an event of a selection, ascending. Reads one owner after the other
/// into the same arrays; for one thread.
public final class ActiveDays {
    private final Shard shard;
    private final EventFilter filter;
    private final LocalDays localDays;
    private final byte[] plainNames;
    private int[] seconds = new int[256];
    private short[] names = new short[256];
    private int[] days = new int[256];
    private long[] first = new long[256];
    private int count;
    private long until;

    public ActiveDays(Shard shard, Selection selection) {
        this.shard = shard;
        filter = shard.filter(selection);
        plainNames = filter.plainNames();
        localDays = shard.history().calendar().localDays();
    }

    /// Reads the days of an owner.
    public void read(int owner) {
        until = shard.until(owner);
        long from = shard.from(owner);
        int events = Math.toIntExact(until - from);
        if (events >= seconds.length) {
            seconds = new int[2 * events];
            names = new short[2 * events];
            days = new int[2 * events];
            first = new long[2 * events];
        }
        shard.timelines().copySeconds(from, events, seconds);
        count = 0;
        if (plainNames.length == 0 || !readPlain(from, events)) {
            count = 0;
            readTested(from, events);
        }
    }

    /// Whether an event begins a new day is a coin toss to the processor's branch prediction, and guessing wrong costs
    /// more than all the rest. So every event writes its day, and only a new one moves the place on.
    ///
    /// @return false if the days do not ascend, because the clock has gone back across midnight
    private boolean readPlain(long from, int events) {
        shard.timelines().copyNames(from, events, names);
        int last = Integer.MIN_VALUE;
        int fallen = 0;
        for (int i = 0; i < events; i++) {
            int day = localDays.dayOf(Integer.toUnsignedLong(seconds[i]));
            int difference = day ^ last;
            int isNew = plainNames[Short.toUnsignedInt(names[i])] & (difference | -difference) >>> 31;
            days[count] = day;
            first[count] = from + i;
            fallen |= isNew & (last == Integer.MIN_VALUE ? 0 : (day - last) >>> 31);
            count += isNew;
            last = isNew != 0 ? day : last;
        }
        return fallen == 0;
    }

    /// Further events of a day already found are passed over by their time alone.
    private void readTested(long from, int events) {
        long sameDayUntil = 0;
        for (int i = 0; i < events; i++) {
            long second = Integer.toUnsignedLong(seconds[i]);
            if (second >= sameDayUntil && filter.test(from + i)) {
                add(localDays.dayOf(second), from + i);
                sameDayUntil = localDays.sameDayUntil();
            }
        }
    }

    private void add(int day, long at) {
        int place = count;
        while (place > 0 && days[place - 1] > day) { // the clock has gone back across midnight
            place--;
        }
        if (place > 0 && days[place - 1] == day) {
            return;
        }
        if (place < count) {
            System.arraycopy(days, place, days, place + 1, count - place);
            System.arraycopy(first, place, first, place + 1, count - place);
        }
        days[place] = day;
        first[place] = at;
        count++;
    }

    public int count() {
        return count;
    }

    /// The epoch day of the `i`-th active day.
    public int day(int i) {
        return days[i];
    }

    /// Position of the day's first event of the selection.
    public long firstAt(int i) {
        return first[i];
    }

    /// Position of the last event of the selection before the next active day.
    public long lastAt(int i) {
        long at = i + 1 < count ? Math.max(first[i], first[i + 1] - 1) : until - 1;
        while (at > first[i] && !filter.test(at)) {
            at--;
        }
        return at;
    }
}
