package perennial.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Brings the tables up to date by numbered SQL files, each in a transaction of its own. Files may run again: a step
/// that was cut off is simply repeated.
final class Migrations {
    /// In order; a released file never changes.
    private static final List<String> FILES = List.of(
            "001_tables",
            "002_counted_events",
            "003_live",
            "004_people",
            "005_dashboards",
            "006_annotations",
            "007_campaigns",
            "008_campaign_messages");

    private Migrations() {}

    static void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER, name VARCHAR)");
        }
        int done = done(connection);
        if (done > FILES.size()) {
            throw new StoreFailure("The workspace was written by a newer Perennial (its tables are at step " + done
                    + ", this one knows " + FILES.size() + "). Use that version, or a backup made before it.");
        }
        for (int number = done + 1; number <= FILES.size(); number++) {
            step(connection, number, FILES.get(number - 1));
        }
    }

    private static int done(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT coalesce(max(number), 0) FROM migrations")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void step(Connection connection, int number, String name) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                var note = connection.prepareStatement("INSERT INTO migrations VALUES (?, ?)")) {
            for (String sql : Sql.statements(Sql.text("migration/" + name))) {
                statement.execute(sql);
            }
            note.setInt(1, number);
            note.setString(2, name);
            note.execute();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
