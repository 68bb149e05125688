package perennial.store.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import perennial.core.selection.Condition;
import perennial.store.json.Json;

/// What the user wants imported, and how it is to be read.
///
/// - Without `format`, each file's is seen from its name and first bytes.
/// - Without `reading`, the files are NDJSON in the Segment shape.
/// - `source` tells histories apart: message ids count once within it.
/// - `where`: rows that do not fulfil it are counted as filtered and left out.
public record ImportPlan(
        List<Path> files,
        Optional<Format> format,
        Optional<Reading> reading,
        String source,
        Optional<Condition> where) {

    public static final String DEFAULT_SOURCE = "import";

    /// Files in the given mapping, everything else by default.
    public static ImportPlan of(List<Path> files, Mapping mapping) {
        return new ImportPlan(files, Optional.empty(), Optional.of(mapping), DEFAULT_SOURCE, Optional.empty());
    }

    /// Files that a tool exported.
    public static ImportPlan of(List<Path> files, Export export) {
        return new ImportPlan(files, Optional.empty(), Optional.of(export), DEFAULT_SOURCE, Optional.empty());
    }

    /// NDJSON files in the Segment shape.
    public static ImportPlan segment(List<Path> files) {
        return new ImportPlan(files, Optional.of(Format.NDJSON), Optional.empty(), DEFAULT_SOURCE, Optional.empty());
    }

    public ImportPlan {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new BadPlan("There is no file to import; name at least one");
        }
        if (source.isBlank()) {
            throw new BadPlan(
                    "--source is empty; give a name such as shop, or leave it out for \"" + DEFAULT_SOURCE + "\"");
        }
    }

    public ImportPlan withSource(String newSource) {
        return new ImportPlan(files, format, reading, newSource, where);
    }

    public ImportPlan withWhere(Condition condition) {
        return new ImportPlan(files, format, reading, source, Optional.of(condition));
    }

    public ImportPlan withFormat(Format newFormat) {
        return new ImportPlan(files, Optional.of(newFormat), reading, source, where);
    }

    /// How rows are read, as it is kept with the import.
    String description() {
        var fields = new TreeMap<String, Json>(reading.map(Reading::json)
                .orElse(new Json.Object(new TreeMap<>()))
                .fields());
        format.ifPresent(each -> fields.put("format", new Json.Text(each.toString())));
        where.ifPresent(each -> fields.put("where", new Json.Text(each.toString())));
        return new Json.Object(fields).text();
    }
}
