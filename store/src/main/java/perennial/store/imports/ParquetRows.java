package perennial.store.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import perennial.store.StoreFailure;

/// The rows of a Parquet file, read by a database of its own in memory: cells as text, nested ones as JSON.
final class ParquetRows implements RowSource {
    private final Path path;
    private final DuckDBConnection connection;
    private final Unpacked file;
    private final Map<String, FieldType> columns = new LinkedHashMap<>();
    private final long size;
    private final long count;
    private Optional<ResultSet> rows = Optional.empty();
    private int[] places = new int[0];
    private long line;

    /// The file as the database can read it: itself, or unpacked beside the system's other temporary files.
    private record Unpacked(Path path, boolean isCopy) {}

    private ParquetRows(Path path) throws IOException, SQLException {
        this.path = path;
        size = Files.size(path);
        file = unpack(path);
        var properties = new Properties();
        properties.setProperty("memory_limit", "256MB");
        properties.setProperty("threads", "1"); // rows come in the order of the file
        properties.setProperty("jdbc_stream_results", "true");
        connection = new DuckDBDriver().connect("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class);
        try {
            describe();
            count = count();
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    static ParquetRows open(Path path) {
        try {
            return new ParquetRows(path);
        } catch (IOException e) {
            throw InputFile.failure(path, e);
        } catch (SQLException e) {
            throw damaged(path, e);
        }
    }

    /// The columns of a file with their types.
    static Map<String, FieldType> columns(Path path) {
        try (ParquetRows rows = open(path)) {
            return rows.columns;
        } catch (IOException e) {
            throw InputFile.failure(path, e);
        }
    }

    /// Chooses the columns to read; to be called once, before reading.
    ParquetRows select(BitSet wanted) {
        List<String> names = List.copyOf(columns.keySet());
        places = wanted.stream().toArray();
        String cells =
                IntStream.of(places).mapToObj(place -> cell(names.get(place))).collect(Collectors.joining(", "));
        try {
            Statement statement = connection.createStatement();
            rows = Optional.of(
                    statement.executeQuery("SELECT " + (cells.isEmpty() ? "1" : cells) + " FROM " + source()));
            return this;
        } catch (SQLException e) {
            throw damaged(path, e);
        }
    }

    private String cell(String name) {
        String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
        return columns.get(name) == FieldType.JSON
                ? "CAST(to_json(" + quoted + ") AS VARCHAR)"
                : "CAST(" + quoted + " AS VARCHAR)";
    }

    private String source() {
        return "read_parquet('" + file.path().toString().replace("'", "''") + "')";
    }

    private void describe() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("DESCRIBE SELECT * FROM " + source())) {
            while (found.next()) {
                columns.put(found.getString("column_name"), type(found.getString("column_type")));
            }
        }
    }

    private static FieldType type(String type) {
        if (type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP") || type.equals("JSON")) {
            return FieldType.JSON;
        }
        if (type.equals("BOOLEAN")) {
            return FieldType.BOOLEAN;
        }
        return type.matches("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|UINTEGER|FLOAT|DOUBLE|DECIMAL.*")
                ? FieldType.NUMBER
                : FieldType.TEXT;
    }

    private long count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT count(*) FROM " + source())) {
            found.next();
            return found.getLong(1);
        }
    }

    @Override
    public boolean read(List<Raw> batch, int most) {
        try {
            ResultSet cells = rows.orElseThrow();
            for (int i = 0; i < most; i++) {
                if (!cells.next()) {
                    return false;
                }
                batch.add(row(cells));
            }
            return true;
        } catch (SQLException e) {
            throw damaged(path, e);
        }
    }

    private Raw row(ResultSet found) throws SQLException {
        String[] cells = new String[columns.size()];
        Optional<Reason> fault = Optional.empty();
        for (int i = 0; i < places.length; i++) {
            String cell = found.getString(i + 1);
            cells[places[i]] = cell == null ? "" : cell;
            if (cell != null && cell.indexOf(0) >= 0) {
                fault = Optional.of(Reason.NUL_BYTE);
            }
        }
        return new Raw(++line, cells, cells.length, fault);
    }

    @Override
    public long bytesRead() {
        return count == 0 ? size : (long) ((double) size * line / count);
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            if (file.isCopy()) {
                Files.deleteIfExists(file.path());
            }
        }
    }

    private static Unpacked unpack(Path path) throws IOException {
        try (InputFile input = InputFile.open(path)) {
            if (!input.isGzip()) {
                return new Unpacked(path, false);
            }
            Path copy = Files.createTempFile("perennial-", ".parquet");
            Files.copy(input.stream(), copy, StandardCopyOption.REPLACE_EXISTING);
            return new Unpacked(copy, true);
        }
    }

    private static StoreFailure damaged(Path path, SQLException cause) {
        String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new StoreFailure(
                path + " is damaged or no Parquet file. Nothing of this import was stored; fetch the file again and"
                        + " repeat the import. The reader says: " + said,
                cause);
    }
}
