package perennial.store.event;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import perennial.core.event.EventNames;
import perennial.core.event.Role;
import perennial.store.Sql;
import perennial.store.Workspace;

/// The event names there are, and the properties of each.
public final class EventCatalogue {
    /// Properties are looked for in so many of the newest events of a name.
    public static final int LOOKED_AT = 200_000;

    /// The events of one name.
    ///
    /// @param sentAs the other names that some of them came with
    /// @param description what somebody wrote about them; may be empty
    public record NamedEvents(
            String name,
            long events,
            long people,
            Instant first,
            Instant last,
            Set<Role> roles,
            boolean isHidden,
            List<String> sentAs,
            String description) {

        /// Whether they are caused by the customer.
        public boolean isActivity() {
            return !roles.contains(Role.PASSIVE);
        }
    }

    /// How many events of a name count, and when the first and the last happened.
    public record Volume(String name, long events, Instant first, Instant last) {}

    /// A property of the events that were looked at.
    ///
    /// @param looked how many events were looked at
    /// @param events how many of them have it
    /// @param types such as `text` or `number`
    /// @param different how many values there are
    /// @param examples the most frequent values
    public record Property(
            String name, long looked, long events, List<String> types, long different, List<String> examples) {}

    private final Workspace workspace;
    private final EventDefinitions definitions;

    public EventCatalogue(Workspace workspace) {
        this.workspace = workspace;
        definitions = new EventDefinitions(workspace);
    }

    /// The events that count by name, most first.
    ///
    /// @param people how many did each
    public List<NamedEvents> events(Map<String, Long> people) {
        return events(volumes(), people);
    }

    /// The same of what was counted before.
    public List<NamedEvents> events(List<Volume> volumes, Map<String, Long> people) {
        EventNames names = definitions.names();
        return volumes.stream()
                .map(volume -> new NamedEvents(
                        volume.name(),
                        volume.events(),
                        people.getOrDefault(volume.name(), 0L),
                        volume.first(),
                        volume.last(),
                        definitions.roles(volume.name()),
                        names.hidden().contains(volume.name()),
                        sentAs(volume.name(), names),
                        names.described().getOrDefault(volume.name(), "")))
                .toList();
    }

    /// How many events of each name count, most first: a pass over the log.
    public List<Volume> volumes() {
        return workspace.read("listing events", connection -> {
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("event/events"))) {
                List<Volume> volumes = new ArrayList<>();
                while (rows.next()) {
                    volumes.add(new Volume(
                            rows.getString("name"),
                            rows.getLong("events"),
                            Instant.ofEpochMilli(rows.getLong("first_ms")),
                            Instant.ofEpochMilli(rows.getLong("last_ms"))));
                }
                return volumes;
            }
        });
    }

    private static List<String> sentAs(String name, EventNames names) {
        return names.resolved().entrySet().stream()
                .filter(each -> each.getValue().equals(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The properties of the newest events of a name, those most of them have first.
    public List<Property> properties(String name) {
        return properties(name, LOOKED_AT);
    }

    List<Property> properties(String name, int most) {
        return workspace.read("listing the properties of \"" + name + "\"", connection -> {
            try (var statement = connection.prepareStatement(Sql.text("event/properties"))) {
                statement.setString(1, name);
                statement.setInt(2, most);
                List<Property> properties = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        properties.add(new Property(
                                rows.getString("property"),
                                rows.getLong("looked"),
                                rows.getLong("events"),
                                texts(rows.getArray("types")),
                                rows.getLong("different"),
                                texts(rows.getArray("examples"))));
                    }
                }
                return properties;
            }
        });
    }

    private static List<String> texts(Array list) throws SQLException {
        return Arrays.stream((Object[]) list.getArray()).map(Object::toString).toList();
    }
}
