package perennial.store.view;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import perennial.core.history.Column;
import perennial.store.Workspace;

/// The values of one property by arrival, whoever's the events are: each event of the log is read for it once, and the
/// columns of all layers are put together from here.
///
/// They stand in stretches of the log, each a column of its own. One that is full is kept in files; of the newest, what
/// has come since it was last read is read.
final class ValuesByArrival {
    /// So few that the values of a stretch do not fill the memory.
    static final int STRETCH = 1 << 21;

    private static final long PIECE = 1 << 20;

    private final Workspace workspace;
    private final ColumnFiles files;
    private final String name;
    private final Map<Integer, Column> full = new HashMap<>();
    private final Map<Integer, Growing> growing = new HashMap<>();

    ValuesByArrival(Workspace workspace, ColumnFiles files, String name) {
        this.workspace = workspace;
        this.files = files;
        this.name = name;
    }

    /// A stretch that is not yet full.
    private static final class Growing implements Session.Values {
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

        void readTo(long last, String name, Workspace workspace) throws SQLException {
            if (next <= last) {
                int length = (int) (last + 1 - first);
                if (length > codes.length) {
                    codes = Arrays.copyOf(codes, Math.min(STRETCH, Math.max(length, 2 * codes.length)));
                }
                try (var session = new Session(workspace.connection())) {
                    session.property(name, next, last, this);
                }
                next = last + 1;
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

    /// The column for the events of a layer.
    ///
    /// @param rows the seq of each event, unsigned
    /// @param last how far the log is known to go, which is as far as the events or further
    synchronized Column gather(MemorySegment rows, long last, Space space) throws SQLException, IOException {
        long events = rows.byteSize() / Integer.BYTES;
        Stretches stretches = stretches(rows, last);
        pieces(events).forEach(piece -> {
            for (long at = piece * PIECE; at < Math.min(events, (piece + 1) * PIECE); at++) {
                stretches.use(seq(rows, at));
            }
        });
        var dictionary = stretches.dictionary();
        String stem = ColumnFiles.stem(name);
        int bytes = Column.bytes(dictionary.texts().size());
        var column = new Column(
                space.allocate(stem + ".codes", events * bytes),
                bytes,
                Texts.write(space, stem + ".texts", dictionary.texts()));
        pieces(events).forEach(piece -> {
            for (long at = piece * PIECE; at < Math.min(events, (piece + 1) * PIECE); at++) {
                column.put(at, stretches.codeNow(seq(rows, at)));
            }
        });
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
        void use(long seq) {
            int stretch = (int) (seq / STRETCH);
            codes[stretch][columns[stretch].code(seq % STRETCH)] = 1;
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

    private Stretches stretches(MemorySegment rows, long last) throws SQLException, IOException {
        boolean[] isThere = new boolean[(int) (last / STRETCH) + 1];
        for (long at = 0; at < rows.byteSize() / Integer.BYTES; at++) {
            isThere[(int) (seq(rows, at) / STRETCH)] = true;
        }
        Column[] columns = new Column[isThere.length];
        int[][] codes = new int[isThere.length][1];
        for (int stretch = 0; stretch < isThere.length; stretch++) {
            if (isThere[stretch]) {
                columns[stretch] = stretch(stretch, last);
                codes[stretch] = new int[columns[stretch].size()];
            }
        }
        return new Stretches(columns, codes);
    }

    private Column stretch(int number, long last) throws SQLException, IOException {
        Column found = full.get(number);
        if (found != null) {
            return found;
        }
        long first = (long) number * STRETCH;
        boolean isFull = first + STRETCH - 1 <= last;
        String stem = ColumnFiles.stem(name) + "-" + number;
        Optional<Column> kept = isFull ? files.read(stem, name) : Optional.empty();
        if (kept.isEmpty()) {
            Growing growing = this.growing.computeIfAbsent(number, missing -> new Growing(first));
            growing.readTo(Math.min(last, first + STRETCH - 1), name, workspace);
            if (!isFull) {
                return growing.column();
            }
            kept = Optional.of(files.keep(stem, name, space -> growing.write(stem, space)));
        }
        growing.remove(number);
        full.put(number, kept.get());
        return kept.get();
    }
}
