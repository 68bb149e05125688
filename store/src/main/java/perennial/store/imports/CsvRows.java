package perennial.store.imports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import perennial.store.StoreFailure;

/// The rows of a CSV file (RFC 4180; separated by comma, semicolon, tab or bar, whichever the header holds most).
final class CsvRows implements RowSource {
    /// In characters; a cell that is larger is a quote that was never closed.
    private static final int LARGEST_CELL = 1 << 22;

    /// What text does not hold.
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\s]]");

    private final InputFile file;
    private final TextReader text;
    private final Cells handler;
    private final CsvReader<Raw> reader;
    private final CloseableIterator<Raw> rows;
    private final List<String> columns;

    private CsvRows(InputFile file, BitSet wanted) throws IOException {
        this.file = file;
        String start = start(file);
        text = new TextReader(file.stream());
        handler = new Cells(text);
        reader = CsvReader.builder()
                .fieldSeparator(Separator.of(header(start)))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LARGEST_CELL)
                .build(handler, text);
        rows = reader.iterator();
        if (!rows.hasNext()) {
            throw InputFile.empty(file.path());
        }
        if (isBinary(start)) {
            throw new StoreFailure(file.path()
                    + " is no text, so it cannot be CSV; unpack it if it is packed (gzip may stay), or save it as CSV."
                    + " Nothing was imported.");
        }
        Raw header = rows.next();
        columns = Arrays.stream(header.cells()).map(String::strip).toList();
        handler.keepOnly(wanted, columns.size());
    }

    /// Opens a file, to read the cells of the wanted columns.
    static CsvRows open(Path path, BitSet wanted) {
        InputFile file = InputFile.open(path);
        try {
            return new CsvRows(file, wanted);
        } catch (UncheckedIOException e) {
            throw InputFile.failure(path, e.getCause());
        } catch (IOException e) {
            throw InputFile.failure(path, e);
        }
    }

    /// The names in the header.
    static List<String> columns(Path path) {
        try (CsvRows rows = open(path, new BitSet())) {
            return rows.columns;
        } catch (IOException e) {
            throw InputFile.failure(path, e);
        }
    }

    private static String start(InputFile file) throws IOException {
        file.stream().mark(1 << 15);
        String start = new String(file.stream().readNBytes(1 << 14), StandardCharsets.UTF_8);
        file.stream().reset();
        return start;
    }

    private static String header(String start) {
        return start.lines().findFirst().orElse("");
    }

    /// A NUL in a later row is damage of that row alone.
    private static boolean isBinary(String start) {
        String header = header(start);
        return CONTROL.matcher(header).find()
                || header.contains("\uFFFD") && CONTROL.matcher(start).find();
    }

    @Override
    public boolean read(List<Raw> batch, int most) throws IOException {
        try {
            for (int i = 0; i < most; i++) {
                if (!rows.hasNext()) {
                    return false;
                }
                Raw row = rows.next();
                batch.add(handler.lastEndsWithLine && isUnclosed() ? unclosed(row) : row);
            }
            return true;
        } catch (CsvParseException e) {
            throw new StoreFailure(
                    file.path() + ": the row that begins in line " + handler.line() + " holds a cell of more than "
                            + LARGEST_CELL
                            + " characters: probably a quote that is never closed. Nothing of this import was stored; mend the"
                            + " quote and repeat the import.",
                    e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// A last cell that runs over line ends to the end of the file, which is not its closing quote.
    private boolean isUnclosed() {
        return !rows.hasNext() && text.last() != '"';
    }

    private static Raw unclosed(Raw row) {
        return new Raw(row.line(), row.cells(), row.count(), Optional.of(Reason.UNCLOSED_QUOTE));
    }

    @Override
    public long bytesRead() {
        return file.bytesRead();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        file.close();
    }

    /// Gathers the cells of a row.
    private static final class Cells extends AbstractBaseCsvCallbackHandler<Raw> {
        private final TextReader text;
        private boolean[] isWanted = new boolean[0];
        private boolean keepsAll = true;
        private String[] cells = new String[16];
        private int count;
        private Optional<Reason> fault = Optional.empty();
        private boolean lastEndsWithLine;

        Cells(TextReader text) {
            this.text = text;
        }

        void keepOnly(BitSet wanted, int columns) {
            keepsAll = false;
            isWanted = new boolean[columns];
            wanted.stream().forEach(column -> isWanted[column] = true);
        }

        long line() {
            return getStartingLineNumber();
        }

        @Override
        protected void handleBegin(long line) {
            count = 0;
            fault = Optional.empty();
            cells = new String[keepsAll ? 16 : isWanted.length];
        }

        @Override
        protected void handleField(int column, char[] buffer, int from, int length, boolean isQuoted) {
            if (text.isDamaged() && fault.isEmpty()) {
                fault = Damage.find(buffer, from, length);
            }
            count = column + 1;
            lastEndsWithLine = isQuoted && length > 0 && buffer[from + length - 1] == '\n';
            if (keepsAll && column == cells.length) {
                cells = Arrays.copyOf(cells, 2 * cells.length);
            }
            if (keepsAll || column < isWanted.length && isWanted[column]) {
                cells[column] = length == 0 ? "" : new String(buffer, from, length);
            }
        }

        @Override
        protected Raw buildRecord() {
            return new Raw(getStartingLineNumber(), keepsAll ? Arrays.copyOf(cells, count) : cells, count, fault);
        }
    }
}
