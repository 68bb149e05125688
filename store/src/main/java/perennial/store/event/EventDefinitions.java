package perennial.store.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import perennial.core.event.BadName;
import perennial.core.event.EventNames;
import perennial.core.event.Role;
import perennial.core.selection.Nearest;
import perennial.core.workspace.Settings;
import perennial.store.Definitions;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.json.Json;

/// What a workspace decided about its event names, kept as
/// `{"described":{"Signed Up":"the form was sent"},"hidden":["Mail Sent"],"renamed":{"old name":"new name",…}}`.
///
/// A renaming bumps the generation, so the derived views are built with the new names.
public final class EventDefinitions {
    private static final String KIND = "events";
    private static final String NAME = "names";

    private final Workspace workspace;

    public EventDefinitions(Workspace workspace) {
        this.workspace = workspace;
    }

    public EventNames names() {
        return workspace.read("reading what events are called", EventDefinitions::read);
    }

    /// How many versions of all that was decided there are: another number whenever events may be called otherwise.
    public long saved() {
        return workspace.read(
                "counting what was decided of events", connection -> new Definitions(connection, KIND).count());
    }

    /// Gives events another name; those of several names may get the same. A name that is new takes over the roles.
    ///
    /// @return the roles it took over
    /// @param from what they came with, or are called now
    /// @throws BadName if there are no such events, or the names would go round in a circle
    public Set<Role> rename(String from, String to) {
        List<String> sent = sent();
        if (!sent.contains(from)) {
            require(from);
        }
        EventNames changed = names().rename(from, to);
        String now = changed.current(from);
        boolean isNew = !sent.contains(now) && roles(now).isEmpty();
        Set<Role> taken = isNew ? roles(from) : Set.of();
        taken.forEach(role -> mark(now, role, true)); // before the name is in use: until then it does nothing
        change(names -> names.rename(from, to));
        return taken;
    }

    /// Gives events the name back that they came with.
    ///
    /// @throws BadName if it is not renamed
    public void restore(String from) {
        change(names -> names.restore(from));
    }

    /// Leaves a name out of lists, or shows it again; its events count as before.
    public void hide(String name, boolean isHidden) {
        workspace.change("hiding an event", connection -> {
            write(connection, read(connection).hide(name, isHidden));
            return name;
        });
    }

    /// Says what the events of a name mean; blank words take away what was said.
    public void describe(String name, String words) {
        workspace.change("describing an event", connection -> {
            write(connection, read(connection).describe(name, words));
            return name;
        });
    }

    /// Asks for events that are called so now.
    ///
    /// @throws BadName if there are none
    public void require(String name) {
        EventNames names = names();
        List<String> current = sent().stream().map(names::current).distinct().toList();
        if (!current.contains(name)) {
            throw new BadName("No event is called \"" + name + "\"." + Nearest.hint(name, current));
        }
    }

    /// The roles of a name.
    public Set<Role> roles(String name) {
        var roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (workspace.settings().names(role).contains(name)) {
                roles.add(role);
            }
        }
        return roles;
    }

    /// Gives a name a role, or takes it away.
    ///
    /// @throws BadName if the role does not go with another one that it has
    public void mark(String name, Role role, boolean hasRole) {
        Set<Role> roles = roles(name);
        if (hasRole) {
            roles.add(role);
        } else {
            roles.remove(role);
        }
        mark(name, roles);
    }

    /// Gives a name these roles and no other.
    ///
    /// @throws BadName if they do not go together
    public void mark(String name, Set<Role> roles) {
        try {
            Settings settings = workspace.settings();
            for (Role role : Role.values()) { // a name that has a role already keeps its place
                Stream<String> names = settings.names(role).stream();
                settings = settings.withNames(
                        role,
                        (roles.contains(role)
                                        ? Stream.concat(names, Stream.of(name))
                                        : names.filter(each -> !each.equals(name)))
                                .toList());
            }
            workspace.changeSettings(settings);
        } catch (IllegalArgumentException refused) {
            throw new BadName(String.valueOf(refused.getMessage()));
        }
    }

    /// The names that events came with.
    public List<String> sent() {
        return workspace.read("listing event names", connection -> {
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery(Sql.text("event/sent-names"))) {
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        });
    }

    private void change(UnaryOperator<EventNames> change) {
        workspace.change("renaming events", connection -> {
            EventNames changed = change.apply(read(connection));
            write(connection, changed);
            for (String sql : Sql.statements(Sql.text("event/forget-renamed"))) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
            try (var statement = connection.prepareStatement(Sql.text("event/keep-renamed"))) {
                for (Map.Entry<String, String> each : changed.resolved().entrySet()) {
                    statement.setString(1, each.getKey());
                    statement.setString(2, each.getValue());
                    statement.execute();
                }
            }
            return changed;
        });
    }

    private static EventNames read(Connection connection) throws SQLException {
        return new Definitions(connection, KIND)
                .newest(NAME)
                .map(EventDefinitions::read)
                .orElse(EventNames.AS_SENT);
    }

    private static EventNames read(Json.Object document) {
        var hidden = new TreeSet<String>();
        ((Json.Array) document.field("hidden").orElseThrow())
                .values()
                .forEach(name -> hidden.add(((Json.Text) name).value()));
        return new EventNames(texts(document.field("renamed")), hidden, texts(document.field("described")));
    }

    private static TreeMap<String, String> texts(Optional<Json> object) {
        var texts = new TreeMap<String, String>();
        object.ifPresent(fields ->
                ((Json.Object) fields).fields().forEach((name, text) -> texts.put(name, ((Json.Text) text).value())));
        return texts;
    }

    private static Json.Object object(Map<String, String> texts) {
        var fields = new TreeMap<String, Json>();
        texts.forEach((name, text) -> fields.put(name, new Json.Text(text)));
        return new Json.Object(fields);
    }

    private void write(Connection connection, EventNames names) throws SQLException {
        var fields = new TreeMap<String, Json>();
        fields.put("renamed", object(names.renamed()));
        fields.put("described", object(names.described()));
        fields.put("hidden", Json.texts(List.copyOf(names.hidden())));
        new Definitions(connection, KIND)
                .save(NAME, new Json.Object(fields), workspace.clock().millis());
    }
}
