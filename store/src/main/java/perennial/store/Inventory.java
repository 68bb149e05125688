package perennial.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;

/// What a workspace holds, counted.
///
/// @param imports that stored something and were not undone
/// @param duplicates rows that those imports left out because they were there already
/// @param span from the oldest to the newest event, if there is one
public record Inventory(
        long events, long links, long traits, long imports, long refusedRows, long duplicates, Optional<Span> span) {

    /// The times of the oldest and the newest event.
    public record Span(Instant first, Instant last) {}

    /// Counts everything.
    ///
    /// @throws StoreFailure if the database fails
    public static Inventory of(Workspace workspace) {
        try (var connection = workspace.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Sql.text("workspace/inventory"))) {
            row.next();
            long first = row.getLong(7);
            Optional<Span> span = row.wasNull()
                    ? Optional.empty()
                    : Optional.of(new Span(Instant.ofEpochMilli(first), Instant.ofEpochMilli(row.getLong(8))));
            return new Inventory(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    span);
        } catch (SQLException e) {
            throw StoreFailure.of("counting what workspace " + workspace.directory() + " holds", e);
        }
    }
}
