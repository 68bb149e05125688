package perennial.store.opinion;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import perennial.core.random.RawHistory;
import perennial.core.workspace.Settings;

/// The second opinion on one raw history, in a database of its own in memory.
final class OpinionOn implements AutoCloseable {
    private final Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    private final Opinion opinion;

    OpinionOn(RawHistory history) throws SQLException {
        opinion = new Opinion(connection, settings(history));
        opinion.run("tables");
        RawTables.write(connection, history);
    }

    static Settings settings(RawHistory history) {
        return Settings.standard("random").withZone(history.zone()).withWeekStart(history.weekStart());
    }

    List<SequencedMap<String, String>> ask(String question, Map<String, String> options) throws SQLException {
        return opinion.ask(question, options);
    }

    Connection connection() {
        return connection;
    }

    static Map<String, String> options(String... pairs) {
        Map<String, String> options = new LinkedHashMap<>();
        Arrays.stream(pairs).map(pair -> pair.split("=", 2)).forEach(pair -> options.put(pair[0], pair[1]));
        return options;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
