package perennial.store.view;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import perennial.core.history.Timelines;

/// Makes timelines of rows in any order: a counting sort by owner, then each owner's events by time and arrival.
///
/// Rows wait in columns as they come (16 bytes each, in the same space as the result); then every owner's place is
/// known, and each core puts the rows of its share of the owners where they belong.
final class TimelineBuilder {
    private static final int SLICE = 4096;

    private final Space space;
    private final int owners;
    private final MemorySegment owner;
    private final MemorySegment time;
    private final MemorySegment nameAndRow;
    private long arrived;

    /// @param events how many rows will come, at most
    TimelineBuilder(Space space, int owners, long events) {
        this.space = space;
        this.owners = owners;
        owner = space.allocate("arrived-owner", events * Integer.BYTES);
        time = space.allocate("arrived-time", events * Long.BYTES);
        nameAndRow = space.allocate("arrived-name-row", events * Long.BYTES);
    }

    /// Takes rows of (owner, time in ms, name code, seq).
    void add(DuckDBDataChunkReader chunk) {
        DuckDBReadableVector owners = chunk.vector(0);
        DuckDBReadableVector times = chunk.vector(1);
        DuckDBReadableVector names = chunk.vector(2);
        DuckDBReadableVector seqs = chunk.vector(3);
        long rows = chunk.rowCount();
        for (long row = 0; row < rows; row++) {
            add(owners.getInt(row), times.getLong(row), names.getInt(row), seqs.getLong(row));
        }
    }

    /// Takes one event.
    void add(int ownerNumber, long millis, int name, long seq) {
        owner.setAtIndex(JAVA_INT, arrived, ownerNumber);
        time.setAtIndex(JAVA_LONG, arrived, millis);
        nameAndRow.setAtIndex(JAVA_LONG, arrived, (long) name << 48 | seq);
        arrived++;
    }

    /// Timelines, and beside them the seq of each event, as unsigned `int`.
    record Built(Timelines timelines, MemorySegment rows) {}

    Built build() {
        MemorySegment offsets = space.allocate("offsets", (owners + 1L) * Long.BYTES);
        for (long i = 0; i < arrived; i++) {
            long place = owner.getAtIndex(JAVA_INT, i) + 1L;
            offsets.setAtIndex(JAVA_LONG, place, offsets.getAtIndex(JAVA_LONG, place) + 1);
        }
        for (long i = 1; i <= owners; i++) {
            offsets.setAtIndex(JAVA_LONG, i, offsets.getAtIndex(JAVA_LONG, i) + offsets.getAtIndex(JAVA_LONG, i - 1));
        }
        var built = new Built(
                new Timelines(
                        offsets,
                        space.allocate("seconds", arrived * Integer.BYTES),
                        space.allocate("millis", arrived * Short.BYTES),
                        space.allocate("names", arrived * Short.BYTES)),
                space.allocate("rows", arrived * Integer.BYTES));
        MemorySegment order = space.allocate("order", arrived * Integer.BYTES);
        scatter(offsets, order);
        IntStream.range(0, (owners + SLICE - 1) / SLICE).parallel().forEach(slice -> {
            var sorter = new Sorter(built, order);
            for (int o = slice * SLICE; o < Math.min(owners, (slice + 1) * SLICE); o++) {
                sorter.sort(offsets.getAtIndex(JAVA_LONG, o), offsets.getAtIndex(JAVA_LONG, o + 1L));
            }
        });
        for (String scratch : new String[] {"arrived-owner", "arrived-time", "arrived-name-row", "order"}) {
            space.release(scratch);
        }
        return built;
    }

    /// Writes into `order`, for each owner in turn, which rows are its own, as they arrived.
    private void scatter(MemorySegment offsets, MemorySegment order) {
        int shares = arrived < 1_000_000 ? 1 : Runtime.getRuntime().availableProcessors();
        IntStream.range(0, shares).parallel().forEach(share -> {
            int from = (int) ((long) owners * share / shares);
            int until = (int) ((long) owners * (share + 1) / shares);
            long[] next = new long[until - from];
            for (int o = from; o < until; o++) {
                next[o - from] = offsets.getAtIndex(JAVA_LONG, o);
            }
            for (long i = 0; i < arrived; i++) {
                int o = owner.getAtIndex(JAVA_INT, i);
                if (o >= from && o < until) {
                    order.setAtIndex(JAVA_INT, next[o - from]++, (int) i);
                }
            }
        });
    }

    /// Puts one owner's events in order; keeps its buffers from owner to owner.
    private final class Sorter {
        private static final long ROW = (1L << 48) - 1;

        private final Built built;
        private final MemorySegment order;
        private long[] times = new long[256];
        private long[] rows = new long[256];
        private Integer[] places = new Integer[0];

        Sorter(Built built, MemorySegment order) {
            this.built = built;
            this.order = order;
        }

        void sort(long from, long until) {
            int count = Math.toIntExact(until - from);
            if (count > times.length) {
                times = new long[Math.max(count, 2 * times.length)];
                rows = new long[times.length];
            }
            boolean isSorted = true;
            for (int i = 0; i < count; i++) {
                long arrival = Integer.toUnsignedLong(order.getAtIndex(JAVA_INT, from + i));
                times[i] = time.getAtIndex(JAVA_LONG, arrival);
                rows[i] = nameAndRow.getAtIndex(JAVA_LONG, arrival);
                isSorted &= i == 0 || isInOrder(i - 1, i);
            }
            if (!isSorted && count <= 64) {
                insertionSort(count);
            } else if (!isSorted) {
                indexSort(count);
            }
            for (int i = 0; i < count; i++) {
                put(from + i, times[i], rows[i]);
            }
        }

        private boolean isInOrder(int before, int after) {
            return times[before] < times[after]
                    || times[before] == times[after] && (rows[before] & ROW) < (rows[after] & ROW);
        }

        private void insertionSort(int count) {
            for (int i = 1; i < count; i++) {
                long t = times[i];
                long r = rows[i];
                int place = i;
                while (place > 0
                        && (times[place - 1] > t || times[place - 1] == t && (rows[place - 1] & ROW) > (r & ROW))) {
                    times[place] = times[place - 1];
                    rows[place] = rows[place - 1];
                    place--;
                }
                times[place] = t;
                rows[place] = r;
            }
        }

        private void indexSort(int count) {
            if (places.length < count) {
                places = new Integer[Math.max(count, 1024)];
            }
            for (int i = 0; i < count; i++) {
                places[i] = i;
            }
            long[] t = Arrays.copyOf(times, count);
            long[] r = Arrays.copyOf(rows, count);
            Arrays.sort(
                    places,
                    0,
                    count,
                    (one, other) -> t[one] != t[other]
                            ? Long.compare(t[one], t[other])
                            : Long.compare(r[one] & ROW, r[other] & ROW));
            for (int i = 0; i < count; i++) {
                times[i] = t[places[i]];
                rows[i] = r[places[i]];
            }
        }

        private void put(long at, long millis, long nameAndRow) {
            Timelines timelines = built.timelines();
            timelines.seconds().setAtIndex(JAVA_INT, at, (int) Math.floorDiv(millis, 1000L));
            timelines.millis().setAtIndex(JAVA_SHORT, at, (short) Math.floorMod(millis, 1000L));
            timelines.names().setAtIndex(JAVA_SHORT, at, (short) (nameAndRow >>> 48));
            built.rows().setAtIndex(JAVA_INT, at, (int) nameAndRow);
        }
    }
}
