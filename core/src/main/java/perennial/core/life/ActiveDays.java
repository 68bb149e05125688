package perennial.core.life;

import java.util.Arrays;
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
    private int[] seconds = new int[256];
    private int[] days = new int[64];
    private long[] first = new long[64];
    private int count;
    private long until;

    public ActiveDays(Shard shard, Selection selection) {
        this.shard = shard;
        filter = shard.filter(selection);
        localDays = shard.history().calendar().localDays();
    }

    /// Reads the days of an owner. Further events of a day already found are passed over by their time alone.
    public void read(int owner) {
        count = 0;
        until = shard.until(owner);
        long from = shard.from(owner);
        int events = Math.toIntExact(until - from);
        if (events > seconds.length) {
            seconds = new int[Math.max(events, 2 * seconds.length)];
        }
        shard.timelines().copySeconds(from, events, seconds);
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
        if (count == days.length) {
            days = Arrays.copyOf(days, 2 * count);
            first = Arrays.copyOf(first, 2 * count);
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
