package perennial.store.customer;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.duckdb.DuckDBConnection;
import perennial.core.customer.Owner;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.customer.Profile.TraitValue;
import perennial.store.customer.TimelinePage.Cursor;
import perennial.store.export.Picked;
import perennial.store.export.SegmentCall;
import perennial.store.json.Json;
import perennial.store.view.Views;

/// Reads what is known about somebody, by every id that was linked to them.
public final class Profiles {
    private final Workspace workspace;
    private final Views views;

    /// @param views which know most people without a search through the log
    public Profiles(Workspace workspace, Views views) {
        this.workspace = workspace;
        this.views = views;
    }

    /// What is known about somebody.
    ///
    /// @param timeline a part of what they did
    public record Known(Profile profile, TimelinePage timeline) {}

    /// Reads of rows that were picked, whose times and names stand in the table `happened`.
    private interface Reader<T> {
        T read(DuckDBConnection connection, SortedSet<Owner> ids) throws SQLException;
    }

    private <T> T picked(String what, Owner owner, Reader<T> reader) {
        return workspace.read(what, connection -> {
            Picked picked = Picked.of(workspace, views, owner);
            picked.put(connection);
            try (var statement = connection.createStatement()) {
                statement.execute(Sql.text("customer/happened"));
            }
            return reader.read(connection, picked.ids());
        });
    }

    /// Ids, traits and the extent of the events of whoever has this id.
    public Profile of(Owner owner) {
        return picked("reading what is known about somebody", owner, Profiles::profile);
    }

    /// The same with the newest events before a place in the timeline: finding out which events are
    /// somebody's costs more than reading them.
    ///
    /// @param event the name that they bear; empty for all
    public Known known(Owner owner, Optional<String> event, Cursor before, int limit) {
        return picked(
                "reading the timeline of somebody",
                owner,
                (connection, ids) -> new Known(profile(connection, ids), timeline(connection, event, before, limit)));
    }

    private static Profile profile(DuckDBConnection connection, SortedSet<Owner> ids) throws SQLException {
        List<TraitValue> traits = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.text("customer/traits"))) {
            while (rows.next()) {
                traits.add(new TraitValue(
                        rows.getString("name"),
                        rows.getString("value"),
                        Instant.ofEpochMilli(rows.getLong("time_ms")),
                        new Owner(Owner.Kind.of(rows.getString("subject")), rows.getString("id")),
                        rows.getString("source")));
            }
        }
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Sql.text("customer/extent"))) {
            row.next();
            long events = row.getLong("events");
            return new Profile(ids, events, time(events, row, "first_ms"), time(events, row, "last_ms"), traits);
        }
    }

    private static Optional<Instant> time(long events, ResultSet row, String column) throws SQLException {
        return events == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.getLong(column)));
    }

    private static TimelinePage timeline(DuckDBConnection connection, Optional<String> event, Cursor before, int limit)
            throws SQLException {
        List<Json.Object> events = new ArrayList<>();
        Cursor last = before;
        try (PreparedStatement page = connection.prepareStatement(Sql.text("customer/timeline"))) {
            page.setLong(1, before.timeMs());
            page.setLong(2, before.seq());
            page.setString(3, event.orElse(""));
            page.setInt(4, limit + 1); // one more tells whether there is a next page
            try (ResultSet rows = page.executeQuery()) {
                boolean isMore = rows.next();
                while (isMore && events.size() < limit) {
                    events.add(SegmentCall.of(rows));
                    last = new Cursor(rows.getLong("time_ms"), rows.getLong("seq"));
                    isMore = rows.next();
                }
                return new TimelinePage(events, isMore ? Optional.of(last) : Optional.empty());
            }
        }
    }
}
