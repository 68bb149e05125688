package perennial.store.dashboard;

import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.access.Secret;

/// The secret links by which whoever has one looks at a dashboard, until its day or until it is revoked. Of the secret
/// only the hash is kept.
public final class DashboardLinks {
    private final Workspace workspace;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Link link, String hash) {}

    /// What is known of a link; its secret is not.
    ///
    /// @param id its first letters, by which it is told from others
    /// @param dashboard the id of what it shows
    public record Link(String id, String dashboard, Instant created, Instant until) {
        boolean isOver(Instant now) {
            return !now.isBefore(until);
        }
    }

    DashboardLinks(Workspace workspace) {
        this.workspace = workspace;
        workspace.read("reading the links to dashboards", connection -> {
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("dashboard/links"))) {
                while (rows.next()) {
                    var link = new Link(
                            rows.getString("id"),
                            rows.getString("dashboard"),
                            Instant.ofEpochMilli(rows.getLong("created_ms")),
                            Instant.ofEpochMilli(rows.getLong("until_ms")));
                    kept.put(link.id(), new Kept(link, rows.getString("hash")));
                }
            }
            return kept.size();
        });
    }

    /// A new link, good for so long.
    ///
    /// @return its secret: the only time that it is known
    public Secret make(Dashboard dashboard, Duration life) {
        Instant now = workspace.clock().instant();
        forget(each -> each.isOver(now));
        Secret secret = Secret.make();
        var link = new Link(secret.id(), dashboard.id(), now, now.plus(life));
        workspace.keep("keeping a link to a dashboard", connection -> {
            try (var note = connection.prepareStatement(Sql.text("dashboard/note-link"))) {
                note.setString(1, link.id());
                note.setString(2, secret.hash());
                note.setString(3, link.dashboard());
                note.setLong(4, link.created().toEpochMilli());
                note.setLong(5, link.until().toEpochMilli());
                return note.execute();
            }
        });
        kept.put(link.id(), new Kept(link, secret.hash()));
        return secret;
    }

    /// The link with this secret, if it still opens. However near a wrong one comes, it takes as long.
    public Optional<Link> find(Secret secret) {
        Instant now = workspace.clock().instant();
        return kept.values().stream()
                .filter(each -> secret.hasHash(each.hash()))
                .map(Kept::link)
                .filter(link -> !link.isOver(now))
                .findFirst();
    }

    /// Those of a dashboard that still open, the newest first.
    public List<Link> of(Dashboard dashboard) {
        Instant now = workspace.clock().instant();
        return kept.values().stream()
                .map(Kept::link)
                .filter(link -> link.dashboard().equals(dashboard.id()) && !link.isOver(now))
                .sorted(Comparator.comparing(Link::created).reversed().thenComparing(Link::id))
                .toList();
    }

    /// Has a link of a dashboard open nothing from now on.
    public void revoke(Dashboard dashboard, String id) {
        forget(link -> link.id().equals(id) && link.dashboard().equals(dashboard.id()));
    }

    void revokeAll(Dashboard dashboard) {
        forget(link -> link.dashboard().equals(dashboard.id()));
    }

    private void forget(Predicate<Link> which) {
        List<String> ids = kept.values().stream()
                .map(Kept::link)
                .filter(which)
                .map(Link::id)
                .toList();
        ids.forEach(kept::remove); // first: it opens nothing even if the disk is full
        if (!ids.isEmpty()) {
            workspace.keep("revoking a link to a dashboard", connection -> {
                try (var forget = connection.prepareStatement(Sql.text("dashboard/forget-link"))) {
                    for (String id : ids) {
                        forget.setString(1, id);
                        forget.execute();
                    }
                    return true;
                }
            });
        }
    }
}
