package perennial.core.history;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;

/// The events of all owners as columns, sorted by owner, then time, then arrival.
///
/// An event is known by its position, 0 to [#events()] - 1; the events of owner `o` stand at positions
/// `[from(o), until(o))`. Eight bytes an event: time as unsigned seconds since 1970 and milliseconds, name as a code.
///
/// @param offsets `long[owners + 1]`: where each owner begins
/// @param seconds `int[events]`: unsigned seconds since 1970-01-01T00:00Z
/// @param millis `short[events]`: milliseconds within the second
/// @param names `short[events]`: code of the event's name, unsigned
public record Timelines(MemorySegment offsets, MemorySegment seconds, MemorySegment millis, MemorySegment names) {

    /// The first instant after those that fit, in milliseconds: the start of second 2^32.
    public static final long END_OF_TIME = (1L << 32) * 1000;

    public int owners() {
        return (int) (offsets.byteSize() / Long.BYTES) - 1;
    }

    public long events() {
        return seconds.byteSize() / Integer.BYTES;
    }

    public long from(int owner) {
        return offsets.getAtIndex(JAVA_LONG, owner);
    }

    public long until(int owner) {
        return offsets.getAtIndex(JAVA_LONG, owner + 1L);
    }

    /// When the event happened, in whole seconds since 1970.
    public long second(long at) {
        return Integer.toUnsignedLong(seconds.getAtIndex(JAVA_INT, at));
    }

    /// Copies the times of `count` events from a position on, as unsigned seconds: a plain array is read faster.
    public void copySeconds(long from, int count, int[] into) {
        MemorySegment.copy(seconds, JAVA_INT, from * Integer.BYTES, into, 0, count);
    }

    /// Copies the milliseconds within the second of `count` events from a position on.
    public void copyMillis(long from, int count, short[] into) {
        MemorySegment.copy(millis, JAVA_SHORT, from * Short.BYTES, into, 0, count);
    }

    /// Copies the name codes of `count` events from a position on.
    public void copyNames(long from, int count, short[] into) {
        MemorySegment.copy(names, JAVA_SHORT, from * Short.BYTES, into, 0, count);
    }

    /// When the event happened, in milliseconds since 1970.
    public long time(long at) {
        return second(at) * 1000 + millis.getAtIndex(JAVA_SHORT, at);
    }

    /// The code of its name.
    public int name(long at) {
        return Short.toUnsignedInt(names.getAtIndex(JAVA_SHORT, at));
    }

    /// The first position of `[from, until)` whose event happened at `millis` or later.
    long lowerBound(long from, long until, long millis) {
        long second = Math.floorDiv(millis, 1000L);
        long low = from;
        long high = until;
        while (low < high) {
            long middle = (low + high) >>> 1;
            long there = second(middle);
            if (there < second || there == second && time(middle) < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
