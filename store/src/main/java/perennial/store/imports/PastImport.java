package perennial.store.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.json.Json;

/// An import that was done, as its record says.
///
/// @param facts rows that link ids or set traits and are no events
/// @param refused rows that could not be stored, those that contradict a known message id among them
/// @param undone when it was taken back, if it was
public record PastImport(
        int run,
        String source,
        List<String> files,
        Instant started,
        long rows,
        long stored,
        long facts,
        long duplicates,
        long refused,
        long filtered,
        Optional<Instant> undone) {

    /// All imports of a workspace, the newest first.
    public static List<PastImport> all(Workspace workspace) {
        return workspace.read("listing imports", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("imports/runs"))) {
                List<PastImport> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(of(rows));
                }
                return all;
            }
        });
    }

    private static PastImport of(ResultSet row) throws SQLException {
        long undone = row.getLong("undone_ms");
        boolean isUndone = !row.wasNull();
        return new PastImport(
                row.getInt("run"),
                row.getString("source"),
                ((Json.Array) Json.parse(row.getString("files")))
                        .values().stream()
                                .map(file -> ((Json.Text) file).value())
                                .toList(),
                Instant.ofEpochMilli(row.getLong("started_ms")),
                row.getLong("rows"),
                row.getLong("stored"),
                row.getLong("facts"),
                row.getLong("duplicates"),
                row.getLong("refused") + row.getLong("conflicts"),
                row.getLong("filtered"),
                isUndone ? Optional.of(Instant.ofEpochMilli(undone)) : Optional.empty());
    }
}
