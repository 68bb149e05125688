package perennial.store.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Opens the files that tools exported, and tells from the first row which tool that was.
final class Exports {
    /// Rows looked at, at most, to find one that can be read.
    private static final int LOOKED_AT = 100;

    private Exports() {}

    /// One file: how its rows are read as objects, and the first of them.
    record Opening(Path path, ObjectReader reader, Supplier<RowSource> rows) {

        /// @throws BadPlan if the first row lacks what every row of the tool has
        void requireFrom(Tool tool) {
            Optional<Fields> first = first();
            if (first.isPresent() && !tool.writes(first.get())) {
                throw new BadPlan(path + " does not look like an export of " + tool.title() + ": each row should have "
                        + String.join(" and ", tool.needed()) + ", but the first has "
                        + String.join(", ", first.get().object().fields().keySet()) + "."
                        + Tool.writing(first.get())
                                .map(other -> " It looks like one of " + other.title() + ": --from " + other)
                                .orElse(" Name its columns with --user, --time and --event"));
            }
        }

        /// The first row that can be read; the faults of others are told when they are imported.
        private Optional<Fields> first() {
            List<Raw> raws = new ArrayList<>();
            try (RowSource source = rows.get()) {
                source.read(raws, LOOKED_AT);
            } catch (IOException e) {
                throw InputFile.failure(path, e);
            }
            for (Raw raw : raws) {
                try {
                    return Optional.of(Fields.of(reader.read(raw)));
                } catch (Refused e) {
                    continue;
                }
            }
            return Optional.empty();
        }
    }

    static Opening opening(Path path, Format format) {
        return switch (format) {
            case CSV -> {
                List<String> columns = CsvRows.columns(path);
                yield new Opening(
                        path, ObjectReader.cells(columns, Map.of()), () -> CsvRows.open(path, all(columns.size())));
            }
            case NDJSON -> new Opening(path, ObjectReader.lines(), () -> NdjsonRows.open(path));
            case PARQUET -> {
                Map<String, FieldType> types = ParquetRows.columns(path);
                yield new Opening(
                        path,
                        ObjectReader.cells(List.copyOf(types.keySet()), types),
                        () -> ParquetRows.open(path).select(all(types.size())));
            }
        };
    }

    private static BitSet all(int columns) {
        var all = new BitSet(columns);
        all.set(0, columns);
        return all;
    }

    /// @throws BadPlan if the file cannot be read without being told how, saying how where its tool is seen
    static void requireUnmapped(Path path, Format format) {
        Optional<Tool> tool = opening(path, format).first().flatMap(Tool::writing);
        if (tool.isPresent()) {
            throw new BadPlan(path + " looks like an export of " + tool.get().title() + ": import it with --from "
                    + tool.get() + ", or name its columns with --user, --time and --event");
        }
        if (format != Format.NDJSON) {
            throw new BadPlan(path + " is " + format
                    + ": say which columns are what, at least --user COL --time COL and --event COL or --event-name NAME."
                    + " Only NDJSON in the Segment shape needs no mapping");
        }
    }
}
