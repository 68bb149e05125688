package perennial.store.access;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.store.Sql;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// The keys of a workspace. A key is 40 letters and digits; stored is its hash alone, so that nobody can read it again.
public final class Keys {
    private static final int LONGEST_NAME = 100;
    private static final String BLANK = "(key)";

    private final Workspace workspace;
    private volatile Map<String, Kept> kept = Map.of();

    private record Kept(Key key, String hash) {}

    /// A key that was made: the only time that its text is known.
    public record Made(Key key, String text) {}

    public Keys(Workspace workspace) {
        this.workspace = workspace;
        load();
    }

    private void load() {
        kept = workspace.read("reading the keys", connection -> {
            var all = new TreeMap<String, Kept>();
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("access/keys"))) {
                while (rows.next()) {
                    long revoked = rows.getLong("revoked_ms");
                    var key = new Key(
                            rows.getString("id"),
                            rows.getString("name"),
                            scopes(rows.getString("scopes")),
                            Instant.ofEpochMilli(rows.getLong("created_ms")),
                            rows.wasNull() || revoked == 0
                                    ? Optional.empty()
                                    : Optional.of(Instant.ofEpochMilli(revoked)));
                    all.put(key.id(), new Kept(key, rows.getString("hash")));
                }
            }
            return Map.copyOf(all);
        });
    }

    private static Set<Scope> scopes(String text) {
        return Stream.of(text.split(","))
                .map(Scope::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    /// All there ever were, the oldest first.
    public List<Key> all() {
        return kept.values().stream()
                .map(Kept::key)
                .sorted(Comparator.comparing(Key::created).thenComparing(Key::id))
                .toList();
    }

    /// Makes a key.
    ///
    /// @throws BadKey if the name is blank or very long, or there is no scope
    public Made make(String name, Collection<Scope> scopes) {
        if (name.isBlank() || scopes.isEmpty()) {
            throw new BadKey("A key needs a name, such as website, and at least one scope");
        }
        if (name.strip().length() > LONGEST_NAME) {
            throw new BadKey("The name of a key has at most " + LONGEST_NAME + " letters, this one "
                    + name.strip().length() + "; give a shorter one");
        }
        Secret secret = Secret.make();
        var key = new Key(
                secret.id(),
                name.strip(),
                EnumSet.copyOf(scopes),
                workspace.clock().instant(),
                Optional.empty());
        workspace.change("keeping a key", connection -> {
            try (var note = connection.prepareStatement(Sql.text("access/note-key"))) {
                note.setString(1, key.id());
                note.setString(2, key.name());
                note.setString(
                        3, EnumSet.copyOf(scopes).stream().map(Scope::toString).collect(Collectors.joining(",")));
                note.setString(4, secret.hash());
                note.setLong(5, key.created().toEpochMilli());
                return note.execute();
            }
        });
        load();
        return new Made(key, secret.text());
    }

    /// Has a key open nothing from now on.
    ///
    /// @throws StoreFailure if there is none with this id, or it is revoked already
    public Key revoke(String id) {
        Kept found = Optional.ofNullable(kept.get(id))
                .orElseThrow(() -> new StoreFailure("There is no key \"" + id + "\"; nothing was changed"));
        if (found.key().revoked().isPresent()) {
            throw new StoreFailure("Key \"" + id + "\" is revoked already; nothing was changed");
        }
        workspace.change("revoking a key", connection -> {
            try (var revoke = connection.prepareStatement(Sql.text("access/revoke-key"))) {
                revoke.setLong(1, workspace.clock().millis());
                revoke.setString(2, id);
                return revoke.execute();
            }
        });
        load();
        return found.key();
    }

    /// The key with this text, if it is one that holds. Takes as long for a wrong key as for a right one.
    public Optional<Key> find(String text) {
        String id = new Secret(text).id();
        Optional<Kept> found = Optional.ofNullable(kept.get(id));
        boolean isSame = new Secret(text).hasHash(found.map(Kept::hash).orElse(""));
        return isSame ? found.map(Kept::key).filter(key -> key.revoked().isEmpty()) : Optional.empty();
    }

    /// A text with each key that holds blanked, so that it can be kept.
    public String withoutKeys(String text) {
        return Secret.LIKELY
                .matcher(text)
                .replaceAll(found -> find(found.group()).isPresent() ? BLANK : found.group());
    }
}
