package perennial.store.opinion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.Asking;
import perennial.core.question.Options;
import perennial.core.question.Unit;
import perennial.core.random.RawHistory;
import perennial.store.Workspace;
import perennial.store.view.Views;

/// The engine and the second opinion on one raw history, in a workspace of their own.
final class EngineOn implements AutoCloseable {
    private final Path directory = Files.createTempDirectory("perennial-opinion");
    private final Workspace workspace;
    private final Views views;
    private final DuckDBConnection connection;
    private final Opinion opinion;

    /// With a `cut`, views are built when the facts up to that seq have arrived, and the others come later.
    EngineOn(RawHistory history, long cut) throws SQLException, IOException {
        var clock = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
        workspace = Workspace.create(directory.resolve("workspace"), OpinionOn.settings(history), clock);
        views = new Views(workspace);
        connection = workspace.connection();
        opinion = new Opinion(connection, workspace.settings());
        RawTables.write(connection, part(history, 0, cut));
        if (cut > 0) {
            for (Unit unit : Unit.values()) {
                views.history(unit);
            }
        }
        RawTables.write(connection, part(history, cut, Long.MAX_VALUE));
    }

    private static RawHistory part(RawHistory history, long after, long last) {
        return new RawHistory(
                history.zone(),
                history.weekStart(),
                history.events().stream()
                        .filter(each -> each.seq() > after && each.seq() <= last)
                        .toList(),
                history.links().stream()
                        .filter(each -> each.seq() > after && each.seq() <= last)
                        .toList(),
                history.traits().stream()
                        .filter(each -> each.seq() > after && each.seq() <= last)
                        .toList());
    }

    /// The engine's rows, as texts.
    List<SequencedMap<String, String>> engine(RandomQuestion asked) {
        var kind = Catalogue.named(asked.question());
        var options = new Options(asked.options());
        Unit unit = options.read("unit", Unit::of).orElse(kind.unit(options));
        return Asking.ask(kind, options, views.history(unit)).rows().stream()
                .map(EngineOn::texts)
                .toList();
    }

    /// The SQL's rows.
    List<SequencedMap<String, String>> opinion(RandomQuestion asked) throws SQLException {
        return opinion.ask(asked.question(), asked.options());
    }

    private static SequencedMap<String, String> texts(Row row) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Cell> cell : row.cells().entrySet()) {
            texts.put(
                    cell.getKey(),
                    switch (cell.getValue()) {
                        case Cell.Key key -> key.text();
                        case Cell.Index index -> String.valueOf(index.number());
                        case Cell.Count count -> String.valueOf(count.number());
                        case Cell.Real real -> String.valueOf(real.number());
                        case Cell.Missing _ -> "-";
                        case Cell.Judged judged -> judged.state().toString();
                    });
        }
        return texts;
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        views.close();
        workspace.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
