package perennial.store.access;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import perennial.store.Sql;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// The users of a workspace, told apart by name without regard to case. Nobody is ever taken away, so that the audit
/// log goes on naming somebody. As long as there is a user, there is an administrator.
public final class Users {
    private final Workspace workspace;
    private volatile Map<Integer, User> users;

    Users(Workspace workspace) {
        this.workspace = workspace;
        users = workspace.read("reading the users", connection -> {
            var all = new TreeMap<Integer, User>();
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("access/users"))) {
                while (rows.next()) {
                    long disabled = rows.getLong("disabled_ms");
                    var user = new User(
                            rows.getInt("id"),
                            rows.getString("name"),
                            Role.of(rows.getString("role")),
                            Optional.ofNullable(rows.getString("password")),
                            Optional.ofNullable(rows.getString("openid")),
                            Instant.ofEpochMilli(rows.getLong("created_ms")),
                            disabled == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(disabled)));
                    all.put(user.id(), user);
                }
            }
            return Map.copyOf(all);
        });
    }

    /// All there ever were, the oldest first.
    public List<User> all() {
        return users.values().stream().sorted(Comparator.comparing(User::id)).toList();
    }

    public boolean isEmpty() {
        return users.isEmpty();
    }

    public Optional<User> find(int id) {
        return Optional.ofNullable(users.get(id));
    }

    /// The one with this name.
    public Optional<User> find(String name) {
        return first(user -> same(user.name(), name));
    }

    /// The one with this name, who is there.
    ///
    /// @throws StoreFailure if there is none
    public User named(String name) {
        return find(name).orElseThrow(() -> new StoreFailure("There is no user \"" + name + "\"; nothing was changed"));
    }

    /// The one as whom this account elsewhere signs in.
    public Optional<User> ofOpenId(String subject) {
        return first(user -> user.openId().equals(Optional.of(subject)));
    }

    private Optional<User> first(Predicate<User> condition) {
        return users.values().stream().filter(condition).findFirst();
    }

    private static boolean same(String name, String other) {
        return name.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    synchronized User add(String name, Role role, Optional<String> password) {
        var user = new User(
                users.size() + 1,
                name,
                role,
                password,
                Optional.empty(),
                workspace.clock().instant(),
                Optional.empty());
        find(user.name()).ifPresent(same -> {
            throw new StoreFailure("There is a user \"" + same.name() + "\" already; nothing was changed");
        });
        if (users.isEmpty() && role != Role.ADMIN) {
            throw new StoreFailure("The first user has to be an administrator; make one with the role admin first");
        }
        workspace.keep("keeping a user", connection -> {
            try (var note = connection.prepareStatement(Sql.text("access/note-user"))) {
                note.setInt(1, user.id());
                note.setString(2, user.name());
                note.setString(3, user.role().toString());
                note.setString(4, password.orElse(null));
                note.setLong(5, user.created().toEpochMilli());
                return note.execute();
            }
        });
        put(user);
        return user;
    }

    synchronized User change(int id, UnaryOperator<User> change) {
        User changed = change.apply(Optional.ofNullable(users.get(id)).orElseThrow());
        var after = new TreeMap<>(users);
        after.put(id, changed);
        requireAdministrator(after.values());
        workspace.keep("changing a user", connection -> {
            try (var statement = connection.prepareStatement(Sql.text("access/change-user"))) {
                statement.setString(1, changed.role().toString());
                statement.setString(2, changed.password().orElse(null));
                statement.setString(3, changed.openId().orElse(null));
                statement.setObject(
                        4, changed.disabled().map(Instant::toEpochMilli).orElse(null));
                statement.setInt(5, id);
                return statement.execute();
            }
        });
        put(changed);
        return changed;
    }

    private static void requireAdministrator(Collection<User> users) {
        if (users.stream().noneMatch(user -> user.isEnabled() && user.role() == Role.ADMIN)) {
            throw new StoreFailure(
                    "This is the last administrator, and there has to be one; make another before. Nothing was changed");
        }
    }

    private void put(User user) {
        var all = new TreeMap<>(users);
        all.put(user.id(), user);
        users = Map.copyOf(all);
    }
}
