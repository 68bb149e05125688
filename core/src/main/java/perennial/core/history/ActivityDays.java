package perennial.core.history;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;

/// For one shard: which owners did an event of each name on each local day, and which were active at all.
///
/// One block of bytes, in the byte order of the machine, whose parts are found through its directory:
///
/// | part | content |
/// |---|---|
/// | `int slots, entries` | how many names there are sets for, how many sets in all |
/// | `slots` × `int name, first` | ascending by name; the sets of a name are entries `[first, first of the next)` |
/// | `entries` × `int day, count, at` | epoch day, owners in the set, where it stands: 8-byte words from the start |
/// | sets | up to [#SPARSE] owners: their local numbers as ascending `short`; more: one bit each, [Shard#OWNERS] bits |
///
/// Example: owners 3 and 9 did event 0 on day 20000 and nothing else is there: slots 2 (0 and [#ANY]), entries 2, both
/// `(20000, 2, …)`, each pointing at the shorts 3, 9.
public final class ActivityDays implements Kept.Piece {
    /// The slot of "any activity caused by the customer".
    public static final int ANY = 0x10000;

    /// From this many owners on, bits take less room than numbers.
    static final int SPARSE = Shard.OWNERS / 16;

    private static final int HEADER = 2 * Integer.BYTES;
    private static final int SLOT = 2 * Integer.BYTES;
    private static final int ENTRY = 3 * Integer.BYTES;

    private final MemorySegment block;
    private final int slots;
    private final int entries;

    /// Reads a block made by [ActivityDaysBuilder].
    public ActivityDays(MemorySegment block) {
        this.block = block;
        slots = block.get(JAVA_INT, 0);
        entries = block.get(JAVA_INT, Integer.BYTES);
    }

    @Override
    public long byteSize() {
        return block.byteSize();
    }

    /// Adds to `into` everybody who did `name` on a day of `[fromDay, untilDay)`. Owners beyond its room are
    /// left out: a unit may ask only the first owners of a shard.
    public void or(int name, int fromDay, int untilDay, long[] into) {
        int slot = slot(name);
        if (slot < 0) {
            return;
        }
        int end = slot + 1 == slots ? entries : first(slot + 1);
        long[] bits = new long[into.length];
        for (int entry = firstFrom(first(slot), end, fromDay); entry < end && day(entry) < untilDay; entry++) {
            orEntry(entry, into, bits);
        }
    }

    /// @param bits room for the bits of one set: out of an array they are read many at a time
    private void orEntry(int entry, long[] into, long[] bits) {
        int count = block.get(JAVA_INT, at(entry) + Integer.BYTES);
        long start = Integer.toUnsignedLong(block.get(JAVA_INT, at(entry) + 2 * Integer.BYTES)) * Long.BYTES;
        if (count <= SPARSE) {
            int room = into.length * Long.SIZE;
            for (int i = 0; i < count; i++) {
                int owner = block.get(JAVA_SHORT, start + 2L * i);
                if (owner >= room) {
                    return;
                }
                OwnerSet.add(into, owner);
            }
        } else {
            MemorySegment.copy(block, JAVA_LONG, start, bits, 0, bits.length);
            OwnerSet.or(into, bits);
        }
    }

    private int slot(int name) {
        int low = 0;
        int high = slots - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = block.get(JAVA_INT, HEADER + (long) SLOT * middle);
            if (there == name) {
                return middle;
            }
            if (there < name) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private int firstFrom(int from, int until, int day) {
        int low = from;
        int high = until;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (day(middle) < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int first(int slot) {
        return block.get(JAVA_INT, HEADER + (long) SLOT * slot + Integer.BYTES);
    }

    private int day(int entry) {
        return block.get(JAVA_INT, at(entry));
    }

    private long at(int entry) {
        return HEADER + (long) SLOT * slots + (long) ENTRY * entry;
    }
}
