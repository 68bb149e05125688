package perennial.store.view;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.stream.LongStream;
import perennial.core.history.Column;

/// Brings codes that come by the log's seq into the order of the timelines. Where the events are a good part of the
/// log, a code's place is its seq less the first; where they are few and far apart, its rank among their seqs.
final class CodesByArrival {
    private static final long PIECE = 1 << 20;
    private static final long DENSE = 4;

    private final Space space;
    private final String name;
    private final MemorySegment rows;
    private final long after;
    private final long first;
    private final long last;
    private final long[] ranked;
    private final MemorySegment codes;

    /// @param rows the seq at each position, unsigned
    /// @param after only events with a higher seq come
    CodesByArrival(Space space, String stem, MemorySegment rows, long after) {
        this.space = space;
        this.rows = rows;
        this.after = after;
        name = stem + ".arrived";
        long least = Long.MAX_VALUE;
        long most = -1;
        long events = 0;
        for (long at = 0; at < rows.byteSize() / Integer.BYTES; at++) {
            if (row(at) > after) {
                least = Math.min(least, row(at));
                most = Math.max(most, row(at));
                events++;
            }
        }
        first = least;
        last = most;
        boolean isDense = most < 0 || (most - least) / DENSE < events;
        ranked = isDense
                ? new long[0]
                : LongStream.range(0, rows.byteSize() / Integer.BYTES)
                        .map(this::row)
                        .filter(seq -> seq > after)
                        .sorted()
                        .toArray();
        codes = space.allocate(name, (isDense ? Math.max(0, most - least + 1) : events) * Integer.BYTES);
    }

    private long place(long seq) {
        return ranked.length == 0 ? seq - first : Arrays.binarySearch(ranked, seq);
    }

    private long row(long at) {
        return Integer.toUnsignedLong(rows.getAtIndex(JAVA_INT, at));
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    void put(long seq, int code) {
        long place = place(seq);
        if (place >= 0) { // others' events stand between those of the part
            codes.setAtIndex(JAVA_INT, place, code);
        }
    }

    void sortInto(Column column) {
        long events = rows.byteSize() / Integer.BYTES;
        LongStream.range(0, (events + PIECE - 1) / PIECE).parallel().forEach(piece -> {
            for (long at = piece * PIECE; at < Math.min(events, (piece + 1) * PIECE); at++) {
                if (row(at) > after) {
                    column.put(at, codes.getAtIndex(JAVA_INT, place(row(at))));
                }
            }
        });
        space.release(name);
    }
}
