package perennial.store.campaign;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import perennial.core.customer.Aliases;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.store.Sql;

/// Who customers are now that were known otherwise when something was noted of them: users that were made one with
/// another since, or belong to an account.
final class Successors {
    private final Map<Owner, Owner> successors = new HashMap<>();

    /// @param noted those who are asked about
    Successors(Connection connection, History history, Collection<Owner> noted) throws SQLException {
        Set<Owner> gone = noted.stream()
                .filter(each -> each.kind() == Owner.Kind.USER)
                .filter(each -> history.shardOf(each).isEmpty())
                .collect(Collectors.toSet());
        if (!gone.isEmpty()) {
            find(connection, history, gone);
        }
    }

    private void find(Connection connection, History history, Set<Owner> gone) throws SQLException {
        Aliases aliases = aliases(connection);
        Map<String, String> accounts = accounts(connection, aliases, gone);
        for (Owner each : gone) {
            String user = aliases.root(each.id());
            Owner now = accounts.containsKey(user)
                    ? new Owner(Owner.Kind.ACCOUNT, accounts.getOrDefault(user, ""))
                    : new Owner(Owner.Kind.USER, user);
            if (history.shardOf(now).isPresent()) {
                successors.put(each, now);
            }
        }
    }

    private static Aliases aliases(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.text("campaign/aliases"))) {
            var aliases = new Aliases();
            while (rows.next()) {
                aliases.join(rows.getString("from_id"), rows.getString("to_id"));
            }
            return aliases;
        }
    }

    /// The first account of each user, by the id that stands for it.
    private static Map<String, String> accounts(Connection connection, Aliases aliases, Set<Owner> users)
            throws SQLException {
        Set<String> roots = users.stream().map(each -> aliases.root(each.id())).collect(Collectors.toSet());
        Set<String> wanted = aliases.all().entrySet().stream()
                .filter(each -> roots.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        wanted.addAll(roots);
        try (var statement = connection.createStatement()) {
            Wanted.set(statement, wanted);
            try (ResultSet rows = statement.executeQuery(Sql.text("campaign/accounts"))) {
                Map<String, String> accounts = new HashMap<>();
                while (rows.next()) {
                    accounts.putIfAbsent(aliases.root(rows.getString("user_id")), rows.getString("account_id"));
                }
                return accounts;
            }
        }
    }

    /// Who some people are now.
    static Set<Owner> of(Collection<Owner> noted, Connection connection, History history) throws SQLException {
        var successors = new Successors(connection, history, noted);
        return noted.stream().map(successors::of).collect(Collectors.toSet());
    }

    /// Who somebody is now; the same where nothing changed, or nobody is there any more.
    Owner of(Owner noted) {
        return successors.getOrDefault(noted, noted);
    }
}
