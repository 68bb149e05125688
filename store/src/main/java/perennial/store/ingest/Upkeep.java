package perennial.store.ingest;

import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;
import perennial.store.Sql;

/// Keeps the tables beside the log small: now and then, within a commit, since it takes a while.
final class Upkeep {
    /// The newest refused calls are kept.
    static final int KEPT_REFUSED = 10_000;

    private static final int REFUSED_AT_ONCE = 1_000;
    private static final int COUNTS_AT_ONCE = 10_000;

    private int refused = REFUSED_AT_ONCE; // at first it is not known how many there are
    private int counts = COUNTS_AT_ONCE;

    /// Told of what was written to the tables.
    ///
    /// @param moreCounts rows of table `quality`
    void after(int moreRefused, int moreCounts, DuckDBConnection connection) throws SQLException {
        refused += moreRefused;
        counts += moreCounts;
        if (refused >= REFUSED_AT_ONCE) {
            try (var prune = connection.prepareStatement(Sql.text("ingest/prune-refused"))) {
                prune.setInt(1, KEPT_REFUSED);
                prune.execute();
            }
            refused = 0;
        }
        if (counts >= COUNTS_AT_ONCE) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : Sql.statements(Sql.text("ingest/count-quality"))) {
                    statement.execute(sql);
                }
            }
            counts = 0;
        }
    }
}
