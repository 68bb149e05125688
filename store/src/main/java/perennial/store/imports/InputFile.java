package perennial.store.imports;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import perennial.store.StoreFailure;

/// A file being read, unpacked if its bytes say that it is gzip.
final class InputFile implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final long size;
    private final Counted counted;
    private final InputStream stream;
    private final boolean isGzip;

    private InputFile(Path path, long size, Counted counted, InputStream stream, boolean isGzip) {
        this.path = path;
        this.size = size;
        this.counted = counted;
        this.stream = stream;
        this.isGzip = isGzip;
    }

    /// @throws StoreFailure with a sentence if there is nothing to read
    static InputFile open(Path path) {
        if (Files.isDirectory(path)) {
            throw new StoreFailure(path + " is a directory, not a file; name the files in it, such as " + path
                    + "/*.csv. Nothing was imported.");
        }
        if (!Files.exists(path)) {
            throw new StoreFailure("There is no file " + path + "; check the name. Nothing was imported.");
        }
        if (!Files.isRegularFile(path)) {
            throw new StoreFailure(path + " is a pipe or device, which can be read only once; save it as a file first."
                    + " Nothing was imported.");
        }
        try {
            long size = Files.size(path);
            if (size == 0) {
                throw empty(path);
            }
            var counted = new Counted(Files.newInputStream(path));
            var packed = new BufferedInputStream(counted, BUFFER);
            packed.mark(2);
            int first = packed.read();
            int second = packed.read();
            packed.reset();
            if (first == 'P' && second == 'K') {
                throw new StoreFailure(
                        path + " is a zip archive; unpack it and name the files in it." + " Nothing was imported.");
            }
            boolean isGzip = first == 0x1f && second == 0x8b;
            var stream = isGzip ? new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER) : packed;
            return new InputFile(path, size, counted, stream, isGzip);
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /// The format of a file, see [#format].
    static Format formatOf(Path path) {
        try (InputFile file = open(path)) {
            return file.format();
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    static StoreFailure empty(Path path) {
        return new StoreFailure(path + " is empty; it should hold at least a header or one row. Nothing was imported.");
    }

    /// What went wrong with reading, as a sentence.
    static StoreFailure failure(Path path, IOException cause) {
        if (cause instanceof TextReader.Utf16Exception) {
            return new StoreFailure(
                    path + " is written in UTF-16; save it as UTF-8, for example with: iconv -f utf-16 -t utf-8."
                            + " Nothing was imported.",
                    cause);
        }
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return new StoreFailure(
                    path + " is damaged: its gzip data "
                            + (cause instanceof EOFException ? "stops before the end" : "cannot be unpacked")
                            + ". Nothing of this import was stored; fetch the file again and repeat the import.",
                    cause);
        }
        return new StoreFailure(
                path + " cannot be read (" + cause.getMessage()
                        + "). Nothing of this import was stored; check the file and its permissions and repeat the import.",
                cause);
    }

    /// The format, from the first bytes and then the name.
    Format format() throws IOException {
        stream.mark(BUFFER / 2);
        byte[] start = stream.readNBytes(4096);
        stream.reset();
        String text = new String(start, StandardCharsets.UTF_8);
        if (text.startsWith("PAR1")) {
            return Format.PARQUET;
        }
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        if (name.endsWith(".parquet")) {
            return Format.PARQUET;
        }
        if (name.matches(".*\\.(ndjson|jsonl|json)")) {
            return Format.NDJSON;
        }
        boolean isObject = text.replace("\uFEFF", "").stripLeading().startsWith("{");
        return isObject && !name.endsWith(".csv") ? Format.NDJSON : Format.CSV;
    }

    Path path() {
        return path;
    }

    InputStream stream() {
        return stream;
    }

    /// Whether the bytes are gzip.
    boolean isGzip() {
        return isGzip;
    }

    long size() {
        return size;
    }

    /// Bytes of the file read so far, packed ones if it is packed.
    long bytesRead() {
        return counted.count;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private static final class Counted extends FilterInputStream {
        private volatile long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            add(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = super.read(to, offset, length);
            add(Math.max(0, read));
            return read;
        }

        /// One thread reads; others look at the count to show progress.
        private void add(int bytes) {
            count = count + bytes;
        }
    }
}
