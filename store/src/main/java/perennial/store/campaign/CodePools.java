package perennial.store.campaign;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import perennial.core.campaign.BadPlan;
import perennial.store.Sql;
import perennial.store.Workspace;

/// Pools of codes that were brought in. A code is reserved by the decision that holds it, given away with its message,
/// and free again if that fails or is skipped.
public final class CodePools {
    private static final int LONGEST = 200;

    private final Workspace workspace;

    CodePools(Workspace workspace) {
        this.workspace = workspace;
    }

    /// How the codes of one stand.
    public record Pool(String name, long codes, long reserved, long given) {
        public long free() {
            return codes - reserved - given;
        }
    }

    public List<Pool> all() {
        return workspace.read("counting codes", connection -> {
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("campaign/pools"))) {
                List<Pool> pools = new ArrayList<>();
                while (rows.next()) {
                    pools.add(new Pool(
                            rows.getString("pool"),
                            rows.getLong("codes"),
                            rows.getLong("reserved"),
                            rows.getLong("given")));
                }
                return pools;
            }
        });
    }

    /// Brings in codes; what is in the pool already is in it once.
    ///
    /// @return how many are new
    /// @throws BadPlan if one is no code
    public int add(String pool, Collection<String> codes) {
        codes.stream()
                .filter(code -> code.isBlank() || code.length() > LONGEST)
                .findFirst()
                .ifPresent(code -> {
                    throw new BadPlan("codes", "A code has 1 to " + LONGEST + " characters, was \"" + code + "\"");
                });
        return workspace.change("bringing in codes", connection -> {
            try (var statement = connection.createStatement()) {
                Wanted.set(statement, codes);
            }
            try (var note = connection.prepareStatement(Sql.text("campaign/note-codes"))) {
                note.setString(1, pool);
                note.setString(2, pool);
                return note.executeUpdate();
            }
        });
    }

    /// The free codes of a pool, in the order in which they came.
    static Deque<String> free(Connection connection, String pool) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("campaign/free-codes"))) {
            statement.setString(1, pool);
            try (ResultSet rows = statement.executeQuery()) {
                Deque<String> free = new ArrayDeque<>();
                while (rows.next()) {
                    free.add(rows.getString(1));
                }
                return free;
            }
        }
    }
}
