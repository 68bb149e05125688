package perennial.store.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import perennial.store.json.Json;

/// The beginning of a file of which nobody has said yet how to read it.
///
/// @param tool whose export it seems to be; its columns need no use then
/// @param columns in the order of the file; of NDJSON the fields in the order of their names, those of an object in a
/// field too
/// @param timeFormat how the column of the time seems to be written; none if it is seen from each cell
public record Glance(Format format, Optional<Tool> tool, List<Column> columns, Optional<String> timeFormat) {
    /// Rows looked at.
    public static final int ROWS = 1_000;

    /// Nobody chooses among more.
    private static final int MOST_COLUMNS = 500;

    /// A column.
    ///
    /// @param example the first value in it; empty if there is none
    /// @param use what it seems to be for
    public record Column(String name, String example, Use use) {}

    public Glance {
        columns = List.copyOf(columns);
    }

    /// Looks at a file.
    ///
    /// @throws perennial.store.StoreFailure if it cannot be read
    /// @throws BadPlan if it has more columns than anybody can choose among
    public static Glance at(Path file) {
        Format format = InputFile.formatOf(file);
        Exports.Opening opening = Exports.opening(file, format);
        SequencedMap<String, List<String>> values = new LinkedHashMap<>();
        named(file, format).forEach(name -> values.put(name, new ArrayList<>()));
        Optional<Fields> first = read(opening, values);
        values.remove("");
        if (values.size() > MOST_COLUMNS) {
            throw new BadPlan(file + " has " + values.size() + " columns; on the command line those that are needed can"
                    + " be named, here at most " + MOST_COLUMNS + " can be chosen among");
        }
        ColumnGuess guess = ColumnGuess.of(values);
        List<Column> columns = new ArrayList<>();
        values.forEach((name, cells) ->
                columns.add(new Column(name, cells.isEmpty() ? "" : cells.getFirst(), guess.use(name))));
        return new Glance(format, first.flatMap(row -> tool(format, row)), columns, guess.timeFormat());
    }

    private static List<String> named(Path file, Format format) {
        return switch (format) {
            case CSV -> CsvRows.columns(file);
            case NDJSON -> List.of();
            case PARQUET -> List.copyOf(ParquetRows.columns(file).keySet());
        };
    }

    private static Optional<Tool> tool(Format format, Fields row) {
        boolean isSegment = format == Format.NDJSON && row.has("type") && (row.has("userId") || row.has("anonymousId"));
        return isSegment ? Optional.of(Tool.SEGMENT) : Tool.writing(row);
    }

    /// Gathers the values of the columns; those of rows that cannot be read are told when they are imported.
    private static Optional<Fields> read(Exports.Opening opening, Map<String, List<String>> values) {
        Optional<Fields> first = Optional.empty();
        List<Raw> raws = new ArrayList<>();
        try (RowSource source = opening.rows().get()) {
            boolean goesOn = true;
            for (int seen = 0; goesOn && seen < ROWS; seen++) { // one by one: rows may be large
                raws.clear();
                goesOn = source.read(raws, 1);
                for (Raw raw : raws) {
                    Optional<Json.Object> row = object(opening, raw);
                    row.ifPresent(each -> gather("", each, values));
                    first = first.or(() -> row.map(Fields::of));
                }
            }
        } catch (IOException e) {
            throw InputFile.failure(opening.path(), e);
        }
        return first;
    }

    private static Optional<Json.Object> object(Exports.Opening opening, Raw raw) {
        try {
            return Optional.of(opening.reader().read(raw));
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private static void gather(String path, Json.Object row, Map<String, List<String>> values) {
        row.fields().forEach((name, value) -> {
            if (path.isEmpty() && value instanceof Json.Object inner) {
                gather(name + ".", inner, values);
            } else if (!JsonLine.plain(value).isBlank()) {
                values.computeIfAbsent(path + name, _ -> new ArrayList<>()).add(Refused.shown(JsonLine.plain(value)));
            }
        });
    }
}
