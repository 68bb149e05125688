package perennial.store.access;

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
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// Which browsers are signed in; they still are after a restart.
public final class WebSessions {
    /// A page need not write each time: so exact is what is kept of when a session was seen.
    private static final Duration EXACT = Duration.ofMinutes(10);

    private final Workspace workspace;
    private final Map<String, WebSession> sessions = new ConcurrentHashMap<>();

    WebSessions(Workspace workspace) {
        this.workspace = workspace;
        workspace.read("reading the sessions", connection -> {
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("access/sessions"))) {
                while (rows.next()) {
                    var session = new WebSession(
                            rows.getString("hash"),
                            rows.getInt("user_id"),
                            Instant.ofEpochMilli(rows.getLong("created_ms")),
                            Instant.ofEpochMilli(rows.getLong("seen_ms")),
                            rows.getString("address"));
                    sessions.put(session.hash(), session);
                }
            }
            return sessions.size();
        });
    }

    /// Has a browser be signed in as a user.
    ///
    /// @param from its address
    /// @return what its cookie holds
    public Secret start(User user, String from) {
        Instant now = workspace.clock().instant();
        endAll(session -> session.isOver(now));
        Secret secret = Secret.make();
        var session = new WebSession(secret.hash(), user.id(), now, now, from);
        workspace.keep("keeping a session", connection -> {
            try (var note = connection.prepareStatement(Sql.text("access/note-session"))) {
                note.setString(1, session.hash());
                note.setInt(2, session.user());
                note.setLong(3, session.created().toEpochMilli());
                note.setLong(4, session.seen().toEpochMilli());
                note.setString(5, session.from());
                return note.execute();
            }
        });
        sessions.put(session.hash(), session);
        return secret;
    }

    /// The session whose cookie holds this secret, if it is not over; it was seen now.
    public Optional<WebSession> find(Secret secret) {
        Instant now = workspace.clock().instant();
        return Optional.ofNullable(sessions.get(secret.hash()))
                .filter(session -> !session.isOver(now))
                .map(session -> seen(session, now));
    }

    private WebSession seen(WebSession session, Instant now) {
        if (now.isBefore(session.seen().plus(EXACT))) {
            return session;
        }
        WebSession seen = session.seenAt(now);
        if (sessions.replace(session.hash(), session, seen)) {
            try {
                workspace.keep("noting when a session was seen", connection -> {
                    try (var see = connection.prepareStatement(Sql.text("access/see-session"))) {
                        see.setLong(1, now.toEpochMilli());
                        see.setString(2, session.hash());
                        return see.execute();
                    }
                });
            } catch (StoreFailure e) {
                // a full disk keeps nobody from looking; the session may end a little early after a restart
            }
        }
        return seen;
    }

    /// Those of a user that are not over, seen last first.
    public List<WebSession> of(User user) {
        Instant now = workspace.clock().instant();
        return sessions.values().stream()
                .filter(session -> session.user() == user.id() && !session.isOver(now))
                .sorted(Comparator.comparing(WebSession::seen).reversed().thenComparing(WebSession::hash))
                .toList();
    }

    /// Has one be over.
    public void end(WebSession session) {
        endAll(session::equals);
    }

    void endAll(User user) {
        endAll(session -> session.user() == user.id());
    }

    private void endAll(Predicate<WebSession> condition) {
        List<String> ended = sessions.values().stream()
                .filter(condition)
                .map(WebSession::hash)
                .toList();
        if (ended.isEmpty()) {
            return;
        }
        workspace.keep("ending a session", connection -> {
            try (var end = connection.prepareStatement(Sql.text("access/end-session"))) {
                for (String hash : ended) {
                    end.setString(1, hash);
                    end.execute();
                }
                return ended.size();
            }
        });
        ended.forEach(sessions::remove);
    }
}
