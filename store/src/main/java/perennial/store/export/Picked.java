package perennial.store.export;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.duckdb.DuckDBConnection;
import perennial.core.customer.Owner;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.view.EventFinder;
import perennial.store.view.Traces;
import perennial.store.view.Views;

/// Rows to be read: events by their place in the log, and ids with their links and traits.
public record Picked(BitSet events, SortedSet<Owner> ids) {

    /// Events alone.
    static Picked of(BitSet events) {
        return new Picked(events, new TreeSet<>());
    }

    /// What is known about some people and accounts, by all linked ids.
    static Picked of(EventFinder finder, Collection<Owner> owners) throws SQLException {
        return new Picked(finder.of(owners), new TreeSet<>(finder.ids(owners)));
    }

    /// What is known about somebody, as the views that are open have it, else by a search through the log.
    ///
    /// @throws SQLException if the tables cannot be read
    public static Picked of(Workspace workspace, Views views, Owner owner) throws SQLException {
        Optional<Traces> known = views.traces(owner);
        if (known.isPresent()) {
            return new Picked(known.get().events(), known.get().ids());
        }
        try (EventFinder finder = EventFinder.of(workspace)) {
            return of(finder, List.of(owner));
        }
    }

    /// Puts them into the tables `picked` and `picked_id` of a connection.
    ///
    /// @throws SQLException if that fails
    public void put(DuckDBConnection connection) throws SQLException {
        for (String sql : Sql.statements(Sql.text("export/make-picked"))) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
        try (var rows = connection.createAppender("temp", "main", "picked")) {
            for (int seq = events.nextSetBit(0); seq >= 0; seq = events.nextSetBit(seq + 1)) {
                rows.beginRow().append((long) seq).endRow();
            }
        }
        try (var rows = connection.createAppender("temp", "main", "picked_id")) {
            for (Owner id : ids) {
                rows.beginRow().append(id.kind().toString()).append(id.id()).endRow();
            }
        }
    }
}
