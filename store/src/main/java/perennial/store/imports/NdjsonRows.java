package perennial.store.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import perennial.store.StoreFailure;

/// The lines of an NDJSON file, each one cell; blank lines are no rows.
final class NdjsonRows implements RowSource {
    private final InputFile file;
    private final TextReader text;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;
    private long line;

    private NdjsonRows(InputFile file) throws IOException {
        this.file = file;
        text = new TextReader(file.stream());
        end = Math.max(0, text.read(buffer, 0, buffer.length));
        if (end == 0) {
            throw InputFile.empty(file.path());
        }
        if (new String(buffer, 0, end).stripLeading().startsWith("[")) {
            throw new StoreFailure(file.path()
                    + " holds one JSON array; NDJSON has one object on each line. Turn it with: jq -c '.[]'."
                    + " Nothing was imported.");
        }
    }

    static NdjsonRows open(Path path) {
        InputFile file = InputFile.open(path);
        try {
            return new NdjsonRows(file);
        } catch (IOException e) {
            throw InputFile.failure(path, e);
        }
    }

    @Override
    public boolean read(List<Raw> rows, int most) throws IOException {
        for (int i = 0; i < most; ) {
            Optional<String> next = line();
            if (next.isEmpty()) {
                return false;
            }
            if (!next.get().isBlank()) {
                Optional<Reason> fault = text.isDamaged() ? Damage.find(next.get()) : Optional.empty();
                rows.add(new Raw(line, new String[] {next.get()}, 1, fault));
                i++;
            }
        }
        return true;
    }

    private Optional<String> line() throws IOException {
        var begun = new StringBuilder();
        while (true) {
            for (int i = at; i < end; i++) {
                if (buffer[i] == '\n') {
                    begun.append(buffer, at, i - at);
                    at = i + 1;
                    line++;
                    return Optional.of(begun.toString());
                }
            }
            begun.append(buffer, at, end - at);
            at = 0;
            end = Math.max(0, text.read(buffer, 0, buffer.length));
            if (end == 0) {
                line++;
                return begun.isEmpty() ? Optional.empty() : Optional.of(begun.toString());
            }
        }
    }

    @Override
    public long bytesRead() {
        return file.bytesRead();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
