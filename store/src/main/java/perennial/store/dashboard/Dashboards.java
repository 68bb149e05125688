package perennial.store.dashboard;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import perennial.store.Sql;
import perennial.store.StoreFailure;
import perennial.store.Workspace;
import perennial.store.access.Secret;

/// The dashboards of a workspace. What is done to one is done at once: two who arrange the same do not undo each other.
public final class Dashboards {
    private final Workspace workspace;
    private final DashboardLinks links;
    private final Map<String, Dashboard> dashboards = new ConcurrentHashMap<>();

    public Dashboards(Workspace workspace) {
        this.workspace = workspace;
        links = new DashboardLinks(workspace);
        Map<String, List<Widget>> widgets = widgets();
        workspace.read("reading the dashboards", connection -> {
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("dashboard/dashboards"))) {
                while (rows.next()) {
                    var dashboard = new Dashboard(
                            rows.getString("id"),
                            rows.getString("name"),
                            Instant.ofEpochMilli(rows.getLong("created_ms")),
                            widgets.getOrDefault(rows.getString("id"), List.of()));
                    dashboards.put(dashboard.id(), dashboard);
                }
            }
            return dashboards.size();
        });
    }

    private Map<String, List<Widget>> widgets() {
        return workspace.read("reading the widgets of dashboards", connection -> {
            Map<String, List<Widget>> all = new LinkedHashMap<>();
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("dashboard/widgets"))) {
                while (rows.next()) {
                    all.computeIfAbsent(rows.getString("dashboard"), _ -> new ArrayList<>())
                            .add(new Widget(
                                    rows.getString("id"),
                                    Widget.Width.of(rows.getInt("columns")),
                                    rows.getString("question"),
                                    rows.getString("query")));
                }
            }
            return all;
        });
    }

    /// All, by name.
    public List<Dashboard> all() {
        return dashboards.values().stream()
                .sorted(Comparator.comparing(Dashboard::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Dashboard::id))
                .toList();
    }

    public Optional<Dashboard> find(String id) {
        return Optional.ofNullable(dashboards.get(id));
    }

    /// The links by which others look at them.
    public DashboardLinks links() {
        return links;
    }

    /// A new one with nothing on it.
    ///
    /// @throws IllegalArgumentException if it cannot have this name
    public synchronized Dashboard make(String name) {
        return keep(new Dashboard(Secret.make().id(), name, workspace.clock().instant(), List.of()));
    }

    /// @throws IllegalArgumentException if it cannot have this name
    public Dashboard rename(String dashboard, String name) {
        return change(dashboard, each -> each.named(name));
    }

    /// Puts a report behind the others.
    ///
    /// @throws IllegalArgumentException if there is no more room, or it says too much
    public Dashboard pin(String dashboard, Widget.Width width, String question, String query) {
        return change(dashboard, each -> each.with(new Widget(Secret.make().id(), width, question, query)));
    }

    /// Moves a widget so many places on, or back.
    public Dashboard move(String dashboard, String widget, int places) {
        return change(dashboard, widget, each -> each.moved(widget, places));
    }

    public Dashboard resize(String dashboard, String widget, Widget.Width width) {
        return change(dashboard, widget, each -> each.resized(widget, width));
    }

    public Dashboard unpin(String dashboard, String widget) {
        return change(dashboard, widget, each -> each.without(widget));
    }

    /// Deletes a dashboard for good, and its links with it.
    public synchronized void delete(Dashboard dashboard) {
        links.revokeAll(dashboard);
        workspace.keep("deleting a dashboard", connection -> {
            forget(connection, dashboard);
            return true;
        });
        dashboards.remove(dashboard.id());
    }

    private synchronized Dashboard change(String dashboard, UnaryOperator<Dashboard> change) {
        Dashboard known = find(dashboard)
                .orElseThrow(() -> new StoreFailure("This dashboard was deleted meanwhile; nothing was changed"));
        return keep(change.apply(known));
    }

    /// Does nothing if the widget was removed meanwhile.
    private Dashboard change(String dashboard, String widget, UnaryOperator<Dashboard> change) {
        return change(dashboard, each -> each.widget(widget).isPresent() ? change.apply(each) : each);
    }

    /// Keeps one wholly, in the place of what was kept of it.
    private Dashboard keep(Dashboard dashboard) {
        workspace.keep("keeping a dashboard", connection -> {
            forget(connection, dashboard);
            try (var note = connection.prepareStatement(Sql.text("dashboard/note-dashboard"));
                    var noteWidget = connection.prepareStatement(Sql.text("dashboard/note-widget"))) {
                note.setString(1, dashboard.id());
                note.setString(2, dashboard.name());
                note.setLong(3, dashboard.created().toEpochMilli());
                note.execute();
                for (int place = 0; place < dashboard.widgets().size(); place++) {
                    Widget widget = dashboard.widgets().get(place);
                    noteWidget.setString(1, widget.id());
                    noteWidget.setString(2, dashboard.id());
                    noteWidget.setInt(3, place);
                    noteWidget.setInt(4, widget.width().columns());
                    noteWidget.setString(5, widget.question());
                    noteWidget.setString(6, widget.query());
                    noteWidget.execute();
                }
            }
            return true;
        });
        dashboards.put(dashboard.id(), dashboard);
        return dashboard;
    }

    private static void forget(Connection connection, Dashboard dashboard) throws SQLException {
        for (String sql : Sql.statements(Sql.text("dashboard/forget-dashboard"))) {
            try (var forget = connection.prepareStatement(sql)) {
                forget.setString(1, dashboard.id());
                forget.execute();
            }
        }
    }
}
