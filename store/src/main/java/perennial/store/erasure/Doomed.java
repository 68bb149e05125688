package perennial.store.erasure;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import org.duckdb.DuckDBConnection;
import perennial.core.customer.Owner;
import perennial.store.Sql;

/// Rows that are to go, put into temporary tables of one connection.
final class Doomed {
    private final DuckDBConnection connection;

    Doomed(DuckDBConnection connection, BitSet events, Collection<Owner> ids) throws SQLException {
        this.connection = connection;
        run("make-doomed");
        try (var rows = connection.createAppender("temp", "main", "doomed")) {
            for (int seq = events.nextSetBit(0); seq >= 0; seq = events.nextSetBit(seq + 1)) {
                rows.beginRow().append((long) seq).endRow();
            }
        }
        try (var rows = connection.createAppender("temp", "main", "doomed_id")) {
            for (Owner id : ids) {
                rows.beginRow().append(id.kind().toString()).append(id.id()).endRow();
            }
        }
    }

    /// How many links and how many traits name the ids.
    long[] facts() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(Sql.text("erasure/count-doomed"))) {
            row.next();
            return new long[] {row.getLong(1), row.getLong(2)};
        }
    }

    /// Deletes the events and everything that names the ids, and bumps the generation.
    void delete() throws SQLException {
        run("delete-doomed");
        run("erase-doomed");
    }

    private void run(String file) throws SQLException {
        for (String sql : Sql.statements(Sql.text("erasure/" + file))) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
