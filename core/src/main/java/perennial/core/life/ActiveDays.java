package perennial.core.life;

import perennial.core.calendar.LocalDays;
import perennial.core.history.EventFilter;
import perennial.core.history.History;
import perennial.core.history.Shard;
import perennial.core.selection.Selection;

/// The distinct local days on which one owner did an event of a selection, ascending. For one thread.
///
/// The activity days of a shard know the owners of each day. Turned over once, 64 owners by 64 days at a time, they
/// tell the days of each owner, and no event needs to be read but those asked for by position.
public final class ActiveDays {
    private static final int SIDE = Long.SIZE;

    private final Shard shard;
    private final EventFilter filter;
    private final LocalDays localDays;
    private final int firstDay;
    private final int words;
    private final long[] bits;
    private final int[] days;
    private int count;
    private int owner;

    public ActiveDays(Shard shard, Selection selection) {
        this.shard = shard;
        filter = shard.filter(selection);
        History history = shard.history();
        localDays = history.calendar().localDays();
        // A day to each side: in rare zones local dates do not follow the order of time.
        firstDay = localDays.dayOfMillis(history.firstTime().orElse(0)) - 1;
        int lastDay = localDays.dayOfMillis(Math.min(history.lastTime().orElse(0), history.asOf())) + 1;
        words = Math.max(0, lastDay - firstDay + SIDE) / SIDE;
        bits = new long[shard.members().length * SIDE * words];
        days = new int[words * SIDE];
        for (int word = 0; word < words; word++) {
            turnOver(selection, word);
        }
    }

    /// Fills one word of each owner from the sets of 64 days.
    private void turnOver(Selection selection, int word) {
        var sets = new long[SIDE][];
        for (int day = 0; day < SIDE; day++) {
            int date = firstDay + word * SIDE + day;
            sets[day] = shard.active(selection, date, date + 1);
        }
        long[] square = new long[SIDE];
        for (int block = 0; block < shard.members().length; block++) {
            for (int day = 0; day < SIDE; day++) {
                square[day] = sets[day][block];
            }
            transpose(square);
            for (int i = 0; i < SIDE; i++) {
                bits[(block * SIDE + i) * words + word] = square[i];
            }
        }
    }

    /// Makes bit `j` of word `i` bit `i` of word `j`: swaps the off-diagonal quarters of squares of half the side, then
    /// of a quarter, down to single bits.
    private static void transpose(long[] square) {
        long low = 0xFFFF_FFFFL;
        for (int half = SIDE / 2; half > 0; half /= 2, low ^= low << half) {
            for (int i = 0; i < SIDE; i = i + half + 1 & ~half) {
                long change = (square[i] >>> half ^ square[i + half]) & low;
                square[i] ^= change << half;
                square[i + half] ^= change;
            }
        }
    }

    /// Reads the days of an owner.
    public void read(int owner) {
        this.owner = owner;
        count = 0;
        for (int word = 0; word < words; word++) {
            for (long rest = bits[owner * words + word]; rest != 0; rest &= rest - 1) {
                days[count++] = firstDay + word * SIDE + Long.numberOfTrailingZeros(rest);
            }
        }
    }

    public int count() {
        return count;
    }

    /// The epoch day of the `i`-th active day.
    public int day(int i) {
        return days[i];
    }

    /// Position of the first event of the selection on the `i`-th active day.
    public long firstAt(int i) {
        long at = shard.firstFrom(owner, localDays.startOf(days[i]));
        while (!filter.test(at) || localDays.dayOf(shard.timelines().second(at)) != days[i]) {
            at++;
        }
        return at;
    }

    /// Position of the last event of the selection before the next active day.
    public long lastAt(int i) {
        long next = i + 1 < count ? shard.firstFrom(owner, localDays.startOf(days[i + 1])) : shard.until(owner);
        long at = next - 1;
        while (!filter.test(at)) {
            at--;
        }
        return at;
    }
}
