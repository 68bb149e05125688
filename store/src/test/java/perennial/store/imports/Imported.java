package perennial.store.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;

/// A workspace in a folder of a test, files to import into it, and what its tables hold then.
final class Imported implements AutoCloseable {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final Workspace workspace;

    Imported(Path folder) {
        this(folder, Settings.standard("test"));
    }

    Imported(Path folder, Settings settings) {
        this.folder = folder;
        workspace = Workspace.openOrCreate(folder.resolve("workspace"), settings, NOON);
    }

    /// The shortest mapping: columns `who`, `at`, `what`.
    static Mapping mapping() {
        return new MappingOf().mapping();
    }

    /// A mapping in the making: columns `who`, `at`, `what`, and what is added.
    static final class MappingOf {
        Optional<String> visitor = Optional.empty();
        Optional<String> customer = Optional.empty();
        Optional<String> timeFormat = Optional.empty();
        Optional<String> value = Optional.empty();
        Optional<String> currency = Optional.empty();
        Optional<String> messageId = Optional.empty();
        List<Field> properties = List.of();
        List<Field> traits = List.of();

        MappingOf properties(String... texts) {
            properties = List.of(texts).stream().map(Field::parse).toList();
            return this;
        }

        MappingOf traits(String... texts) {
            traits = List.of(texts).stream().map(Field::parse).toList();
            return this;
        }

        MappingOf value(String column, String currencyColumnOrCode) {
            value = Optional.of(column);
            currency = Optional.of(currencyColumnOrCode);
            return this;
        }

        MappingOf messageId(String column) {
            messageId = Optional.of(column);
            return this;
        }

        MappingOf timeFormat(String format) {
            timeFormat = Optional.of(format);
            return this;
        }

        MappingOf ids(String visitorColumn, String customerColumn) {
            visitor = Optional.of(visitorColumn);
            customer = Optional.of(customerColumn);
            return this;
        }

        Mapping mapping() {
            return new Mapping(
                    Optional.of("who"),
                    visitor,
                    customer,
                    "at",
                    timeFormat,
                    Optional.of("what"),
                    Optional.empty(),
                    value,
                    currency,
                    properties,
                    traits,
                    messageId);
        }
    }

    Workspace workspace() {
        return workspace;
    }

    Path file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    ImportSummary csv(String text, Mapping mapping) {
        return run(ImportPlan.of(List.of(file("events.csv", text)), mapping));
    }

    ImportSummary ndjson(String text) {
        return run(ImportPlan.segment(List.of(file("events.ndjson", text))));
    }

    ImportSummary run(ImportPlan plan) {
        return EventImport.run(workspace, plan, Progress.NONE);
    }

    /// What was refused by the last run: `line field value reason`.
    List<String> refused(ImportSummary summary) {
        return EventImport.rejects(workspace, summary.run()).stream()
                .map(each -> (each.line() + " " + each.field() + " " + each.value() + " " + each.reason())
                        .replaceAll(" +", " "))
                .toList();
    }

    /// The sentence of the only row refused.
    String sentence(ImportSummary summary) {
        List<Reject> rejects = EventImport.rejects(workspace, summary.run());
        if (rejects.size() != 1) {
            throw new AssertionError("expected one refused row: " + rejects);
        }
        return rejects.getFirst().message();
    }

    /// Rows of a query, cells joined by `|`, absent ones as `-`.
    List<String> rows(String sql) {
        try (var connection = workspace.connection();
                var statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    cells.add(Optional.ofNullable(found.getString(i)).orElse("-"));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> events(String columns) {
        return rows("SELECT " + columns + " FROM events ORDER BY seq");
    }

    /// Everything that is stored, but for the times of the clock.
    List<String> everything() {
        List<String> all = new ArrayList<>();
        all.addAll(rows("SELECT 'event', * EXCLUDE (received_ms) FROM events ORDER BY seq"));
        all.addAll(rows("SELECT 'link', * EXCLUDE (received_ms) FROM links ORDER BY seq"));
        all.addAll(rows("SELECT 'trait', * EXCLUDE (received_ms) FROM traits ORDER BY seq"));
        all.addAll(rows("SELECT 'reject', * FROM rejects ORDER BY rowid"));
        all.addAll(rows("SELECT 'import', * EXCLUDE (started_ms, finished_ms) FROM imports ORDER BY run"));
        all.addAll(rows("SELECT 'generation', * FROM generation"));
        return all;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
