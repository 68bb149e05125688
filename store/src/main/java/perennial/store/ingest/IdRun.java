package perennial.store.ingest;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// The keys of all rows that arrived in one stretch of the log, sorted, in a file that never changes.
///
/// A file `FIRST-LAST.ids`, in the machine's byte order:
///
/// | at | content |
/// |---|---|
/// | 0 | `long` version of the layout |
/// | 8 | `long` n, how many keys |
/// | 16 | `long` CRC-32C of all that follows |
/// | 24 | `long[8 b]` filter, b = ⌈n / 51⌉ blocks of 512 bits (at least 1): a key has eight bits in one block |
/// | … | `long[n]` keys, ascending as signed numbers |
/// | … | `int[n]` for each key its seq less FIRST |
///
/// The filter answers for all but about one key in a hundred that is not there, in 10 bits a key: the rest of the file
/// is seldom read.
final class IdRun {
    private static final long VERSION = 1;
    private static final long HEAD = 3L * Long.BYTES;
    private static final int BLOCK = 8;
    private static final int KEYS_A_BLOCK = 51;
    private static final int PIECE = 1 << 26;
    private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)\\.ids");

    private final Path file;
    private final long first;
    private final long last;
    private final long size;
    private final MemorySegment bytes;

    private IdRun(Path file, long first, long last, MemorySegment bytes) {
        this.file = file;
        this.first = first;
        this.last = last;
        this.bytes = bytes;
        size = bytes.get(JAVA_LONG, Long.BYTES);
    }

    /// The run in a file; empty if its name or content is not that of one.
    static Optional<IdRun> open(Path file) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        MemorySegment bytes;
        try (var channel = FileChannel.open(file)) {
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()); // until forgotten
        }
        boolean isSound = bytes.byteSize() >= HEAD
                && bytes.get(JAVA_LONG, 0) == VERSION
                && bytes.byteSize() == length(bytes.get(JAVA_LONG, Long.BYTES))
                && bytes.get(JAVA_LONG, 2L * Long.BYTES) == crc(bytes);
        return isSound
                ? Optional.of(new IdRun(file, Long.parseLong(name.group(1)), Long.parseLong(name.group(2)), bytes))
                : Optional.empty();
    }

    private static long blocks(long size) {
        return Math.max(1, (size + KEYS_A_BLOCK - 1) / KEYS_A_BLOCK);
    }

    private static long keysAt(long size) {
        return HEAD + blocks(size) * BLOCK * Long.BYTES;
    }

    private static long length(long size) {
        return size < 0 || size > Long.MAX_VALUE / 32 ? -1 : keysAt(size) + size * (Long.BYTES + Integer.BYTES);
    }

    private static long crc(MemorySegment bytes) {
        var crc = new CRC32C();
        for (long at = HEAD; at < bytes.byteSize(); at += PIECE) {
            crc.update(bytes.asSlice(at, Math.min(PIECE, bytes.byteSize() - at)).asByteBuffer());
        }
        return crc.getValue();
    }

    /// Where a key's block begins: the key's upper half chooses it.
    private static long block(long key, long size) {
        return HEAD + ((key >>> 32) * blocks(size) >>> 32) * BLOCK * Long.BYTES;
    }

    /// The key's bit in the i-th word of its block.
    private static long bit(long key, int word) {
        return 1L << ((key * 0x9E3779B97F4A7C15L) >>> (word * 6) & 63);
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    long size() {
        return size;
    }

    Path file() {
        return file;
    }

    long key(long i) {
        return bytes.get(JAVA_LONG, keysAt(size) + i * Long.BYTES);
    }

    long seq(long i) {
        return first + bytes.get(JAVA_INT, keysAt(size) + size * Long.BYTES + i * Integer.BYTES);
    }

    /// Hands over the seq of every row with this key.
    void find(long key, LongConsumer seqs) {
        long block = block(key, size);
        for (int word = 0; word < BLOCK; word++) {
            if ((bytes.get(JAVA_LONG, block + word * Long.BYTES) & bit(key, word)) == 0) {
                return;
            }
        }
        long low = 0;
        long high = size;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (key(middle) < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (long i = low; i < size && key(i) == key; i++) {
            seqs.accept(seq(i));
        }
    }

    /// Writes a run: aside first, then renamed.
    static final class Writer implements AutoCloseable {
        private final Path directory;
        private final long first;
        private final long last;
        private final long size;
        private final Path aside;
        private final Arena writing = Arena.ofConfined();
        private final MemorySegment bytes;
        private long written;

        /// @param size how many keys will be added
        Writer(Path directory, long first, long last, long size) throws IOException {
            this.directory = directory;
            this.first = first;
            this.last = last;
            this.size = size;
            aside = directory.resolve(first + "-" + last + ".new");
            try (var channel = FileChannel.open(
                    aside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE)) {
                bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, length(size), writing);
            }
        }

        /// Adds the next key, which is not less than the one before.
        void add(long key, long seq) {
            long block = block(key, size);
            for (int word = 0; word < BLOCK; word++) {
                long at = block + word * Long.BYTES;
                bytes.set(JAVA_LONG, at, bytes.get(JAVA_LONG, at) | bit(key, word));
            }
            bytes.set(JAVA_LONG, keysAt(size) + written * Long.BYTES, key);
            bytes.set(
                    JAVA_INT, keysAt(size) + size * Long.BYTES + written * Integer.BYTES, Math.toIntExact(seq - first));
            written++;
        }

        /// The run that was written.
        IdRun finish() throws IOException {
            bytes.set(JAVA_LONG, 0, VERSION);
            bytes.set(JAVA_LONG, Long.BYTES, size);
            bytes.set(JAVA_LONG, 2L * Long.BYTES, crc(bytes));
            bytes.force();
            Path file = directory.resolve(first + "-" + last + ".ids");
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            return open(file).orElseThrow(() -> new IOException(file + " was damaged while it was written"));
        }

        @Override
        public void close() throws IOException {
            writing.close();
            Files.deleteIfExists(aside);
        }
    }
}
