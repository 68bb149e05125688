package perennial.store.campaign;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import perennial.core.campaign.Reply;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.store.Sql;
import perennial.store.Workspace;

/// Who is not written to any more.
public final class Suppressions {
    private final Workspace workspace;

    Suppressions(Workspace workspace) {
        this.workspace = workspace;
    }

    public Set<Owner> all() {
        return workspace.read("reading who is not written to", connection -> all(connection));
    }

    /// The same, as who they are by a history.
    static Set<Owner> all(Connection connection, History history) throws SQLException {
        return Successors.of(all(connection), connection, history);
    }

    private static Set<Owner> all(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.text("campaign/suppressed"))) {
            Set<Owner> all = new HashSet<>();
            while (rows.next()) {
                all.add(new Owner(Owner.Kind.of(rows.getString("kind")), rows.getString("customer")));
            }
            return all;
        }
    }

    /// Has somebody not be written to any more, from now on.
    public void add(Owner customer, Reply why) {
        workspace.change("keeping who is not written to", connection -> {
            add(connection, customer, why, workspace.clock().instant());
            return customer;
        });
    }

    static void add(Connection connection, Owner customer, Reply why, Instant now) throws SQLException {
        try (var suppress = connection.prepareStatement(Sql.text("campaign/suppress"))) {
            suppress.setString(1, customer.kind().toString());
            suppress.setString(2, customer.id());
            suppress.setString(3, why.toString());
            suppress.setLong(4, now.toEpochMilli());
            suppress.execute();
        }
    }
}
