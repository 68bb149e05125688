package perennial.store.access;

import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import perennial.store.Sql;
import perennial.store.Workspace;

/// Links by which a user sets a password without having one: each opens for a day, and once. A user has one at most.
final class PasswordLinks {
    private static final Duration LIFE = Duration.ofDays(1);

    private final Workspace workspace;
    private final Map<String, Link> links = new ConcurrentHashMap<>();

    private record Link(int user, Instant until) {}

    PasswordLinks(Workspace workspace) {
        this.workspace = workspace;
        workspace.read("reading the links that set a password", connection -> {
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("access/links"))) {
                while (rows.next()) {
                    links.put(
                            rows.getString("hash"),
                            new Link(rows.getInt("user_id"), Instant.ofEpochMilli(rows.getLong("until_ms"))));
                }
            }
            return links.size();
        });
    }

    /// A new one, in the place of any before.
    synchronized Secret make(User user) {
        forget(user);
        Secret secret = Secret.make();
        var link = new Link(user.id(), workspace.clock().instant().plus(LIFE));
        workspace.keep("keeping a link", connection -> {
            try (var note = connection.prepareStatement(Sql.text("access/note-link"))) {
                note.setString(1, secret.hash());
                note.setInt(2, link.user());
                note.setLong(3, link.until().toEpochMilli());
                return note.execute();
            }
        });
        links.put(secret.hash(), link);
        return secret;
    }

    /// The id of the user who has it, if it still opens.
    Optional<Integer> find(Secret secret) {
        return Optional.ofNullable(links.get(secret.hash()))
                .filter(link -> workspace.clock().instant().isBefore(link.until()))
                .map(Link::user);
    }

    synchronized void forget(User user) {
        long now = workspace.clock().millis();
        workspace.keep("forgetting links", connection -> {
            try (var forget = connection.prepareStatement(Sql.text("access/forget-links"))) {
                forget.setInt(1, user.id());
                forget.setLong(2, now);
                return forget.execute();
            }
        });
        links.values().removeIf(link -> link.user() == user.id() || link.until().toEpochMilli() <= now);
    }
}
