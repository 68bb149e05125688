package perennial.store.view;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import perennial.core.history.Column;

/// The values of one property by arrival, whoever's the events are: each event of the log is read for it once, and the
/// columns of all layers are put together from here. For whoever has locked it.
///
/// They stand in stretches of the log, each a column of its own. One that is full is kept in files; of the newest, what
/// has come since it was last read is read.
final class ValuesByArrival {
    /// So few that the values of a stretch do not fill the memory.
    static final int STRETCH = 1 << 21;

    private static final long PIECE = 1 << 20;

    private final ColumnFiles files;
    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, Column> full = new HashMap<>();
    private final Map<Integer, Growing> growing = new HashMap<>();

    ValuesByArrival(ColumnFiles files, String name) {
        this.files = files;
        this.name = name;
    }

    String name() {
        return name;
    }

    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    /// Puts a column together in a space.
    interface Gathering {
        Column in(Space space);
    }

    /// A stretch that is not yet full.
    static final class Growing implements PropertyReading.Taker {
        private final long first;
        private final Dictionary dictionary = new Dictionary();
        private int[] codes = {};
        private long next;

        Growing(long first) {
            this.first = first;
            next = first;
        }

        @Override
        public int code(String text) {
            return dictionary.code(text);
        }

        @Override
        public void put(long seq, int code) {
            codes[(int) (seq - first)] = code;
        }

        void makeRoom(long last) {
            int length = (int) (last + 1 - first);
            if (length > codes.length) {
                codes = Arrays.copyOf(codes, Math.min(STRETCH, Math.max(length, 2 * codes.length)));
            }
        }

        Column column() {
            return new Column(MemorySegment.ofArray(codes), Integer.BYTES, dictionary.texts());
        }

        /// The same, as narrow as can be.
        Column write(String stem, Space space) {
            int bytes = Column.bytes(dictionary.texts().size());
            var column = new Column(
                    space.allocate(stem + ".codes", (long) codes.length * bytes),
                    bytes,
                    Texts.write(space, stem + ".texts", dictionary.texts()));
            for (int at = 0; at < codes.length; at++) {
                column.put(at, codes[at]);
            }
            return column;
        }
    }

    /// The stretches in which some events stand.
    ///
    /// @param rows the seq of each event, unsigned
    static BitSet stretches(MemorySegment rows) {
        var found = new BitSet();
        for (long at = 0; at < rows.byteSize() / Integer.BYTES; at++) {
            found.set((int) (seq(rows, at) / STRETCH));
        }
        return found;
    }

    /// The last event of a stretch where the log goes as far as `last`.
    static long end(int stretch, long last) {
        return Math.min(last, (stretch + 1L) * STRETCH - 1);
    }

    private static boolean isFull(int stretch, long last) {
        return end(stretch, last) == (stretch + 1L) * STRETCH - 1;
    }

    /// The first event of a stretch that is not read yet; one after its end if all are.
    long next(int stretch, long last) {
        if (!full.containsKey(stretch) && isFull(stretch, last)) {
            files.read(stem(stretch), name).ifPresent(kept -> full.put(stretch, kept));
        }
        return full.containsKey(stretch) ? end(stretch, last) + 1 : growing(stretch, last).next;
    }

    /// What takes the values of a stretch as far as `last`.
    Growing growing(int stretch, long last) {
        Growing growing = this.growing.computeIfAbsent(stretch, missing -> new Growing((long) missing * STRETCH));
        growing.makeRoom(end(stretch, last));
        return growing;
    }

    /// Tells that a stretch is read as far as `last`: a full one is put into files.
    void reached(int stretch, long last) throws SQLException, IOException {
        Growing read = growing(stretch, last);
        read.next = end(stretch, last) + 1;
        if (isFull(stretch, last)) {
            full.put(stretch, files.keep(stem(stretch), name, space -> read.write(stem(stretch), space)));
            growing.remove(stretch);
        }
    }

    private String stem(int stretch) {
        return ColumnFiles.stem(name) + "-" + stretch;
    }

    /// The column for the events of a layer, all of which have been read.
    ///
    /// @param rows the seq of each event, unsigned
    /// @param stretches those they stand in
    Column gather(MemorySegment rows, BitSet stretches, Space space) {
        long events = rows.byteSize() / Integer.BYTES;
        Stretches read = stretches(stretches);
        if (read.isAnyValue()) {
            pieces(events).forEach(piece -> {
                for (long at = piece * PIECE; at < Math.min(events, (piece + 1) * PIECE); at++) {
                    read.use(seq(rows, at));
                }
            });
        }
        var dictionary = read.dictionary();
        String stem = ColumnFiles.stem(name);
        int bytes = Column.bytes(dictionary.texts().size());
        var column = new Column(
                space.allocate(stem + ".codes", events * bytes),
                bytes,
                Texts.write(space, stem + ".texts", dictionary.texts()));
        if (bytes > 0) {
            pieces(events).forEach(piece -> {
                for (long at = piece * PIECE; at < Math.min(events, (piece + 1) * PIECE); at++) {
                    column.put(at, read.codeNow(seq(rows, at)));
                }
            });
        }
        return column;
    }

    private static LongStream pieces(long events) {
        return LongStream.range(0, (events + PIECE - 1) / PIECE).parallel();
    }

    private static long seq(MemorySegment rows, long at) {
        return Integer.toUnsignedLong(rows.getAtIndex(JAVA_INT, at));
    }

    /// The stretches some events stand in, with the codes that are used of them.
    ///
    /// @param codes by stretch and code there: 1 if it is used, then the code that stands for it
    private record Stretches(Column[] columns, int[][] codes) {
        boolean isAnyValue() {
            return Arrays.stream(codes).anyMatch(some -> some.length > 1);
        }

        void use(long seq) {
            int stretch = (int) (seq / STRETCH);
            int code = columns[stretch].code(seq % STRETCH);
            if (codes[stretch][code] == 0) { // to write again what stands there would make the threads wait for another
                codes[stretch][code] = 1;
            }
        }

        int codeNow(long seq) {
            int stretch = (int) (seq / STRETCH);
            return codes[stretch][columns[stretch].code(seq % STRETCH)];
        }

        /// Gives the used values codes.
        Dictionary dictionary() {
            var dictionary = new Dictionary();
            for (int stretch = 0; stretch < codes.length; stretch++) {
                codes[stretch][Column.ABSENT] = Column.ABSENT;
                for (int code = Column.ABSENT + 1; code < codes[stretch].length; code++) {
                    if (codes[stretch][code] == 1) {
                        codes[stretch][code] =
                                dictionary.code(columns[stretch].dictionary().get(code));
                    }
                }
            }
            return dictionary;
        }
    }

    private Stretches stretches(BitSet wanted) {
        Column[] columns = new Column[wanted.length()];
        int[][] codes = new int[columns.length][1];
        for (int stretch : wanted.stream().toArray()) {
            Column read = full.get(stretch);
            columns[stretch] = read == null ? growing.get(stretch).column() : read;
            codes[stretch] = new int[columns[stretch].size()];
        }
        return new Stretches(columns, codes);
    }
}
