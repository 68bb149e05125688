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
        List<Format> formats =
                plan.files().stream().map(path -> format(plan, path)).toList();
        ResolvedPlan named = withTypes(plan, formats, Map.of(), zone);
        if (plan.mapping().isEmpty()) {
            return named;
        }
        List<Columns> csv = new ArrayList<>();
        for (int i = 0; i < formats.size(); i++) {
            if (formats.get(i) == Format.CSV) {
                csv.add(new Columns(
                        plan.files().get(i), CsvRows.columns(plan.files().get(i))));
            }
        }
        Map<String, FieldType> guessed =
                TypeGuess.of(csv, untyped(plan.mapping().get()), tracker);
        return withTypes(plan, formats, guessed, zone);
    }

    /// Settles names alone: what is wrong with a plan, at once.
    ///
    /// @throws BadPlan if the plan does not fit the files
    /// @throws perennial.store.StoreFailure if a file cannot be read
    static ResolvedPlan named(ImportPlan plan, ZoneId zone) {
        return withTypes(
                plan, plan.files().stream().map(path -> format(plan, path)).toList(), Map.of(), zone);
    }

    private static ResolvedPlan withTypes(
            ImportPlan plan, List<Format> formats, Map<String, FieldType> types, ZoneId zone) {
        if (plan.mapping().isEmpty()) {
            return new ResolvedPlan(segment(plan, formats, zone));
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < formats.size(); i++) {
            parts.add(part(plan, plan.mapping().get(), plan.files().get(i), formats.get(i), types, zone));
        }
        return new ResolvedPlan(parts);
    }

    private static Format format(ImportPlan plan, Path path) {
        try (InputFile file = InputFile.open(path)) {
            return plan.format().isPresent() ? plan.format().get() : file.format();
        } catch (IOException e) {
            throw InputFile.failure(path, e);
        }
    }

    private static List<Part> segment(ImportPlan plan, List<Format> formats, ZoneId zone) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < formats.size(); i++) {
            Path path = plan.files().get(i);
            if (formats.get(i) != Format.NDJSON) {
                throw new BadPlan(path + " is " + formats.get(i)
                        + ": say which columns are what, at least --user COL --time COL and --event COL or --event-name NAME."
                        + " Only NDJSON in the Segment shape needs no mapping");
            }
            parts.add(new Part(path, new SegmentMapper(plan, zone), () -> NdjsonRows.open(path)));
        }
        return parts;
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
                Map<String, FieldType> types = parquetColumns(path);
                var columns = new Columns(path, List.copyOf(types.keySet()));
                var mapper = new ColumnMapper(plan, mapping, columns, types, false, zone);
                yield new Part(path, mapper, () -> ParquetRows.open(path).select(mapper.wanted()));
            }
        };
    }

    private static Map<String, FieldType> parquetColumns(Path path) {
        try (ParquetRows rows = ParquetRows.open(path)) {
            return rows.columns();
        } catch (IOException e) {
            throw InputFile.failure(path, e);
        }
    }

    /// The fields of an NDJSON file and the dotted paths that are asked for, as far as the file must be read to find
    /// all
    /// that are asked for; to its end if one is not there.
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
