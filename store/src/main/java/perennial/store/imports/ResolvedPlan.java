package perennial.store.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import perennial.core.selection.Condition;
import perennial.store.json.Json;

/// A plan held against its files: every name found, every type settled. Nothing is written before there is one.
record ResolvedPlan(List<Part> parts) {

    /// One file: its rows and what maps them.
    record Part(Path path, RowMapper mapper, Supplier<RowSource> rows) {}

    /// Settles names and types; guessing types reads CSV files as a whole.
    ///
    /// @throws BadPlan if the plan does not fit the files
    /// @throws perennial.store.StoreFailure if a file cannot be read
    static ResolvedPlan of(ImportPlan plan, ZoneId zone, ImportTracker tracker) {
        return of(plan, zone, tracker, TypeGuess.ALL);
    }

    /// The same with types guessed from the first rows of each file.
    static ResolvedPlan of(ImportPlan plan, ZoneId zone, ImportTracker tracker, long rows) {
        ResolvedPlan named = named(plan, zone);
        return plan.reading().isPresent() && plan.reading().get() instanceof Mapping mapping
                ? mapped(plan, mapping, guessed(plan, mapping, tracker, rows), zone)
                : named;
    }

    /// Settles names alone: what is wrong with a plan, at once.
    ///
    /// @throws BadPlan if the plan does not fit the files
    /// @throws perennial.store.StoreFailure if a file cannot be read
    static ResolvedPlan named(ImportPlan plan, ZoneId zone) {
        if (plan.reading().isEmpty()) {
            plan.files().forEach(path -> Exports.requireUnmapped(path, format(plan, path)));
            return exported(plan, Export.of(Tool.SEGMENT), zone);
        }
        return switch (plan.reading().get()) {
            case Mapping mapping -> mapped(plan, mapping, Map.of(), zone);
            case Export export -> exported(plan, export, zone);
        };
    }

    private static ResolvedPlan mapped(ImportPlan plan, Mapping mapping, Map<String, FieldType> types, ZoneId zone) {
        return new ResolvedPlan(plan.files().stream()
                .map(path -> part(plan, mapping, path, format(plan, path), types, zone))
                .toList());
    }

    private static ResolvedPlan exported(ImportPlan plan, Export export, ZoneId zone) {
        return new ResolvedPlan(plan.files().stream()
                .map(path -> {
                    Exports.Opening file = Exports.opening(path, format(plan, path));
                    file.requireFrom(export.tool());
                    var mapper = new ShapeMapper(plan, export.tool().shape(export, zone), file.reader());
                    return new Part(path, mapper, file.rows());
                })
                .toList());
    }

    private static Map<String, FieldType> guessed(ImportPlan plan, Mapping mapping, ImportTracker tracker, long rows) {
        List<Columns> csv = plan.files().stream()
                .filter(path -> format(plan, path) == Format.CSV)
                .map(path -> new Columns(path, CsvRows.columns(path)))
                .toList();
        return TypeGuess.of(csv, untyped(mapping), tracker, rows);
    }

    private static Format format(ImportPlan plan, Path path) {
        return plan.format().orElseGet(() -> InputFile.formatOf(path));
    }

    private static Set<String> untyped(Mapping mapping) {
        Set<String> untyped = new LinkedHashSet<>();
        Stream.concat(mapping.properties().stream(), mapping.traits().stream())
                .filter(field -> field.type().isEmpty())
                .forEach(field -> untyped.add(field.column()));
        return untyped;
    }

    private static Part part(
            ImportPlan plan, Mapping mapping, Path path, Format format, Map<String, FieldType> guessed, ZoneId zone) {
        return switch (format) {
            case CSV -> {
                var columns = new Columns(path, CsvRows.columns(path));
                var mapper = new ColumnMapper(plan, mapping, columns, guessed, false, zone);
                yield new Part(path, mapper, () -> CsvRows.open(path, mapper.wanted()));
            }
            case NDJSON -> {
                var columns = new Columns(path, fields(path, mapping, plan.where()));
                var mapper = new ColumnMapper(plan, mapping, columns, Map.of(), true, zone);
                yield new Part(path, mapper, () -> NdjsonRows.open(path));
            }
            case PARQUET -> {
                Map<String, FieldType> types = ParquetRows.columns(path);
                var columns = new Columns(path, List.copyOf(types.keySet()));
                var mapper = new ColumnMapper(plan, mapping, columns, types, false, zone);
                yield new Part(path, mapper, () -> ParquetRows.open(path).select(mapper.wanted()));
            }
        };
    }

    /// The fields of an NDJSON file and the dotted paths that are asked for, as far as the file must be read
    /// to find all that are asked for; to its end if one is not there.
    private static List<String> fields(Path path, Mapping mapping, Optional<Condition> where) {
        Set<String> missing = new LinkedHashSet<>(Columns.named(mapping, where));
        Set<String> found = new LinkedHashSet<>();
        try (NdjsonRows source = NdjsonRows.open(path)) {
            List<Raw> rows = new ArrayList<>();
            boolean goesOn = true;
            while (goesOn && !missing.isEmpty()) {
                rows.clear();
                goesOn = source.read(rows, 1_000);
                for (Raw row : rows) {
                    see(row, missing, found);
                }
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw InputFile.failure(path, e);
        }
    }

    private static void see(Raw row, Set<String> missing, Set<String> found) {
        try {
            Json.Object object = JsonLine.object(row.cells()[0]);
            found.addAll(object.fields().keySet());
            for (String name : List.copyOf(missing)) {
                if (object.fields().containsKey(name)
                        || JsonLine.at(object, name).isPresent()) {
                    found.add(name);
                    missing.remove(name);
                }
            }
        } catch (Refused e) {
            // said when the row is imported
        }
    }
}
