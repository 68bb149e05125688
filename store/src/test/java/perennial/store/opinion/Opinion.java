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
import java.util.Optional;
import java.util.SequencedMap;
import perennial.core.segment.Segment;
import perennial.core.workspace.Settings;

/// Answers questions by plain SQL over the raw tables of one DuckDB connection.
///
/// Options are texts with the names of the command line. Rows are texts by column, `-` for a missing value; the
/// group is there only with `by`. The raw tables must not change between two questions.
final class Opinion {
    /// The group of entries that do not count.
    private static final String OUTSIDE = "(outside)";

    private final Connection connection;
    private final Settings settings;
    private final Map<String, String> made = new HashMap<>();

    Opinion(Connection connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    List<SequencedMap<String, String>> ask(String question, Map<String, String> options) throws SQLException {
        make("calendar", "");
        make("comparisons", "");
        var variables = new Variables(connection, settings, question, options);
        Optional<Segment> segment = Optional.ofNullable(options.get("segment")).map(Segment::parse);
        if (segment.isPresent()) {
            prepareToJudge(question, options, variables.segmentAt());
        }
        variables.set();
        String whose = variables.key("unit", "as-of", "known-at", "segment", "segment-at");
        make("owners", whose);
        variables.setRange();
        make("groups", whose + variables.key("by"));
        if (segment.isPresent()) {
            restrict(segment.get(), variables.segmentAt());
        }
        make(
                "selections",
                whose + variables.key("event", "start", "return", "feature", "from-event", "to-event", "step"));
        run("periods");
        for (String file : variables.foundations()) {
            run(file);
        }
        List<SequencedMap<String, String>> rows = rows(variables.file());
        rows.removeIf(row -> OUTSIDE.equals(row.get("group")));
        if (!options.containsKey("by")) {
            rows.forEach(row -> row.remove("group"));
        }
        return rows;
    }

    /// Makes what a segment asks beside visible events: lives and scores as of the instant at which it is
    /// judged, if that is one, else as of the last.
    private void prepareToJudge(String question, Map<String, String> options, String at) throws SQLException {
        var then = new HashMap<>(options);
        if (!List.of("entry", "now").contains(at)) {
            then.put("as-of", at);
        }
        var variables = new Variables(connection, settings, question, then);
        variables.set();
        execute("SET VARIABLE judged_at = getvariable('as_of')");
        make("owners", variables.key("unit", "as-of", "known-at"));
        run("lives-contract");
        run("segment-facts");
    }

    /// Leaves of those outside a segment no event, or, at entry, puts the events at which they are outside into a group
    /// of their own.
    private void restrict(Segment segment, String at) throws SQLException {
        String isIn = new SegmentSql(settings).of(segment);
        if (at.equals("entry")) {
            execute("UPDATE grouped SET grp = '" + OUTSIDE + "' WHERE seq NOT IN (SELECT o.seq FROM"
                    + " (SELECT seq, owner, time_ms AS t FROM visible) AS o WHERE " + isIn + ")");
        } else {
            execute("DELETE FROM visible WHERE owner NOT IN (SELECT o.owner FROM"
                    + " (SELECT DISTINCT owner, getvariable('judged_at')::BIGINT AS t FROM visible) AS o WHERE "
                    + isIn + ")");
        }
    }

    /// Those in a segment, with their kind, who had done anything by `as-of`, in order; of options, `unit`, `as-of` and
    /// `known-at` count.
    List<String> members(Segment segment, Map<String, String> options) throws SQLException {
        make("calendar", "");
        make("comparisons", "");
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
        execute(sql(file));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The rows of a file.
    List<SequencedMap<String, String>> rows(String file) throws SQLException {
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
