package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import perennial.core.question.Unit;
import perennial.core.random.RawHistory;
import perennial.store.Workspace;

/// The engine and the second opinion on one raw history, in a workspace of their own.
final class EngineOn implements AutoCloseable {
    private final Path directory = Files.createTempDirectory("perennial-opinion");
    private final Workspace workspace;
    private final SideBySide both;

    /// With a `cut`, views are built when the facts up to that seq have arrived, and the others come later.
    EngineOn(RawHistory history, long cut) throws SQLException, IOException {
        var clock = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
        workspace = Workspace.create(directory.resolve("workspace"), OpinionOn.settings(history), clock);
        both = new SideBySide(workspace);
        RawTables.write(both.connection(), part(history, 0, cut));
        if (cut > 0) {
            for (Unit unit : Unit.values()) {
                both.history(unit);
            }
        }
        RawTables.write(both.connection(), part(history, cut, Long.MAX_VALUE));
    }

    /// The rows of a question on a history told in lines, in UTC with weeks from Monday: one line a row, the columns
    /// named. Options are written `name=value`. What is worked by hand is held against engine and SQL alike.
    static String table(String history, String question, String columns, String... options)
            throws SQLException, IOException {
        return table(Told.in("UTC", DayOfWeek.MONDAY, history), question, columns, options);
    }

    static String table(RawHistory history, String question, String columns, String... options)
            throws SQLException, IOException {
        try (var on = new EngineOn(history, 0)) {
            assertThat(on.both.differences(question, OpinionOn.options(options)))
                    .isEmpty();
            return on.both.table(question, OpinionOn.options(options), columns.split(" "));
        }
    }

    /// The facts that arrive after one seq, up to another.
    static RawHistory part(RawHistory history, long after, long last) {
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
        return both.engine(asked.question(), asked.options());
    }

    /// The same, options written `name=value`.
    List<SequencedMap<String, String>> engine(String question, String... options) {
        return both.engine(question, OpinionOn.options(options));
    }

    /// The SQL's rows.
    List<SequencedMap<String, String>> opinion(RandomQuestion asked) throws SQLException {
        return both.opinion(asked.question(), asked.options());
    }

    Workspace workspace() {
        return workspace;
    }

    SideBySide both() {
        return both;
    }

    @Override
    public void close() throws SQLException, IOException {
        both.close();
        workspace.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
