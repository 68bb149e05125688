package perennial.store.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import perennial.core.event.BadName;
import perennial.core.selection.Condition;
import perennial.core.selection.Nearest;
import perennial.core.selection.SelectionParser;
import perennial.store.Definitions;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.json.Json;

/// The filters of a workspace, each kept under its name as `{"condition":"email contains ourco.example"}`.
///
/// The derived views judge events by them when they are next read; a change bumps the generation.
public final class Filters {
    private static final String KIND = "filter";

    private final Workspace workspace;

    public Filters(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The conditions by name, in the order of the names.
    public static SortedMap<String, Condition> conditions(Connection connection) throws SQLException {
        var conditions = new TreeMap<String, Condition>();
        new Definitions(connection, KIND)
                .newest()
                .forEach((name, document) -> conditions.put(
                        name,
                        SelectionParser.condition(
                                ((Json.Text) document.field("condition").orElseThrow()).value())));
        return conditions;
    }

    /// The filters in force, with how much each leaves out as far as was judged.
    public List<Filter> all() {
        return workspace.read("listing filters", connection -> {
            Map<String, Long> leftOut = new HashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("event/left-out-by-filter"))) {
                while (rows.next()) {
                    leftOut.put(rows.getString(1), rows.getLong(2));
                }
            }
            List<Filter> all = new ArrayList<>();
            conditions(connection)
                    .forEach((name, condition) -> all.add(new Filter(name, condition, leftOut.getOrDefault(name, 0L))));
            return all;
        });
    }

    /// What answers say of the filters in force: nothing without any.
    public List<String> rules() {
        String names = all().stream().map(Filter::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? List.of() : List.of("Left out are the events of these filters: " + names + ".");
    }

    /// Adds a filter, or changes the one of this name.
    public void add(String name, Condition condition) {
        if (name.isBlank()) {
            throw new BadName("The name of the filter is empty; give one such as colleagues");
        }
        change(definitions -> definitions.save(
                name.strip(),
                new Json.Object(new TreeMap<>(Map.of("condition", new Json.Text(condition.toString())))),
                workspace.clock().millis()));
    }

    /// Removes a filter: its events count again.
    ///
    /// @throws BadName if there is none of this name
    public void remove(String name) {
        List<String> names = all().stream().map(Filter::name).toList();
        if (!names.contains(name)) {
            throw new BadName("There is no filter \"" + name + "\"." + Nearest.hint(name, names));
        }
        change(definitions -> definitions.remove(name, workspace.clock().millis()));
    }

    private interface Change {
        void of(Definitions definitions) throws SQLException;
    }

    private void change(Change change) {
        workspace.change("changing the filters", connection -> {
            change.of(new Definitions(connection, KIND));
            for (String sql : Sql.statements(Sql.text("event/judge-anew"))) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.execute();
                }
            }
            return change;
        });
    }
}
