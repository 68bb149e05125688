package perennial.store.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import perennial.store.Sql;

/// What a writer has to know of the log before it writes.
///
/// @param rows how many were stored after a place in the log
/// @param lastSeq the last of them
/// @param generation how often rows were taken away
/// @param erased how many ids are erased
record LogState(long rows, long lastSeq, long generation, long erased) {
    static LogState after(long seq, DuckDBConnection connection) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("ingest/log-state"))) {
            statement.setLong(1, seq);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new LogState(
                        row.getLong("rows"), row.getLong("last_seq"), row.getLong("generation"), row.getLong("erased"));
            }
        }
    }
}
