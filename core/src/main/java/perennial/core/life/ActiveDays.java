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
    private int[] days = new int[64];
    private long[] first = new long[64];
    private long[] last = new long[64];
    private int count;

    public ActiveDays(Shard shard, Selection selection) {
        this.shard = shard;
        filter = shard.filter(selection);
        localDays = shard.history().calendar().localDays();
    }

    /// Reads the days of an owner.
    public void read(int owner) {
        count = 0;
        long until = shard.until(owner);
        for (long at = shard.from(owner); at < until; at++) {
            if (filter.test(at)) {
                add(localDays.dayOf(shard.timelines().second(at)), at);
            }
        }
    }

    private void add(int day, long at) {
        if (count > 0 && days[count - 1] == day) {
            last[count - 1] = at;
            return;
        }
        int place = count;
        while (place > 0 && days[place - 1] > day) { // the clock has gone back across midnight
            place--;
        }
        if (place > 0 && days[place - 1] == day) {
            last[place - 1] = at;
            return;
        }
        if (count == days.length) {
            days = Arrays.copyOf(days, 2 * count);
            first = Arrays.copyOf(first, 2 * count);
            last = Arrays.copyOf(last, 2 * count);
        }
        System.arraycopy(days, place, days, place + 1, count - place);
        System.arraycopy(first, place, first, place + 1, count - place);
        System.arraycopy(last, place, last, place + 1, count - place);
        days[place] = day;
        first[place] = at;
        last[place] = at;
        count++;
    }

    public int count() {
        return count;
    }

    /// The epoch day of the `i`-th active day.
    public int day(int i) {
        return days[i];
    }

    /// Position of its first event.
    public long firstAt(int i) {
        return first[i];
    }

    /// Position of its last event.
    public long lastAt(int i) {
        return last[i];
    }
}
