package perennial.store.opinion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import perennial.core.segment.Segment;
import perennial.core.workspace.Settings;

/// Answers questions by plain SQL over the raw tables of one DuckDB connection.
///
/// Options are texts with the names of the command line. Rows are texts by column, `-` for a missing value; the
/// group is there only with `by`. The raw tables must not change between two questions.
final class Opinion {
    private final Connection connection;
    private final Settings settings;
    private final Map<String, String> made = new HashMap<>();

    Opinion(Connection connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    List<SequencedMap<String, String>> ask(String question, Map<String, String> options) throws SQLException {
        make("calendar", "");
        var variables = new Variables(connection, settings, question, options);
        variables.set();
        String whose = variables.key("unit", "as-of", "known-at");
        make("owners", whose);
        variables.setRange();
        make("groups", whose + variables.key("by"));
        make(
                "selections",
                whose + variables.key("event", "start", "return", "feature", "from-event", "to-event", "step"));
        run("periods");
        for (String file : variables.foundations()) {
            run(file);
        }
        List<SequencedMap<String, String>> rows = rows(variables.file());
        if (!options.containsKey("by")) {
            rows.forEach(row -> row.remove("group"));
        }
        return rows;
    }

    /// Those in a segment, with their kind, who had done anything by `as-of`, in order; of options, `unit`, `as-of` and
    /// `known-at` count.
    List<String> members(Segment segment, Map<String, String> options) throws SQLException {
        make("calendar", "");
        var variables = new Variables(connection, settings, "active-users", options);
        variables.set();
        make("owners", variables.key("unit", "as-of", "known-at"));
        make("selections", variables.key("unit", "as-of", "known-at", "event", "start", "return"));
        run("lives-contract");
        run("segment-facts");
        String sql = "SELECT owner"
                + " FROM (SELECT DISTINCT owner, getvariable('as_of')::BIGINT AS t FROM visible) AS o WHERE "
                + new SegmentSql(settings).of(segment) + " ORDER BY owner";
        List<String> ids = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                ids.add(result.getString(1));
            }
        }
        return ids;
    }

    /// Makes the tables of a file unless they are there, made with the same key.
    private void make(String file, String key) throws SQLException {
        if (!key.equals(made.get(file))) {
            run(file);
            made.put(file, key);
        }
    }

    /// The rows as lines, with some columns of them; fractions to four digits.
    String table(String question, Map<String, String> options, String... columns) throws SQLException {
        var lines = new StringBuilder();
        for (Map<String, String> row : ask(question, options)) {
            List<String> cells = new ArrayList<>();
            for (String column : columns) {
                cells.add(Figures.shortened(row.getOrDefault(column, "?")));
            }
            lines.append(String.join(" | ", cells)).append('\n');
        }
        return lines.toString();
    }

    /// Runs a file that makes tables or macros.
    void run(String file) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql(file));
        }
    }

    private List<SequencedMap<String, String>> rows(String file) throws SQLException {
        List<SequencedMap<String, String>> rows = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql(file))) {
            var about = result.getMetaData();
            while (result.next()) {
                SequencedMap<String, String> row = new LinkedHashMap<>();
                for (int column = 1; column <= about.getColumnCount(); column++) {
                    Object cell = result.getObject(column);
                    row.put(about.getColumnName(column), cell == null ? "-" : cell.toString());
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String sql(String file) {
        try (var in = Opinion.class.getResourceAsStream(file + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + file + ".sql beside the tests");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
