package perennial.store.erasure;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import perennial.core.selection.Selection;
import perennial.store.Definitions;
import perennial.store.Workspace;
import perennial.store.json.Json;
import perennial.store.view.EventFinder;

/// Deletes stored events. They are gone for good; imported again they come back.
///
/// @param events that are meant, under the names they have now; without a selection all of them
/// @param from, until when they happened
/// @param source that they came from
public record Deletion(
        Optional<Selection> events, Optional<Instant> from, Optional<Instant> until, Optional<String> source) {
    private static final String KIND = "deletion";

    /// A deletion that was done.
    ///
    /// @param what was asked for, such as `events "Opened" until 2026-01-01T00:00:00Z`
    public record Done(Instant at, long count, String what) {}

    /// Deletes what happened before an instant.
    public static Deletion before(Instant until) {
        return new Deletion(Optional.empty(), Optional.empty(), Optional.of(until), Optional.empty());
    }

    /// How many events it would delete.
    public long count(Workspace workspace) {
        return workspace.read(
                "counting events to delete", _ -> (long) found(workspace).cardinality());
    }

    /// Deletes them, all or none, and keeps a record.
    ///
    /// @return how many
    public long run(Workspace workspace) {
        return workspace.change("deleting events", connection -> {
            BitSet found = found(workspace);
            if (found.isEmpty()) {
                return 0L;
            }
            new Doomed(connection, found, Set.of()).delete();
            note(connection, workspace.clock().millis(), found.cardinality());
            return (long) found.cardinality();
        });
    }

    private BitSet found(Workspace workspace) throws SQLException {
        try (EventFinder finder = EventFinder.of(workspace)) {
            BitSet found = finder.between(
                    from.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
                    until.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE),
                    source);
            if (events.isPresent()) {
                found.and(finder.of(events.get()));
            }
            return found;
        }
    }

    private void note(DuckDBConnection connection, long nowMs, long count) throws SQLException {
        var definitions = new Definitions(connection, KIND);
        definitions.save(
                String.format("%06d", definitions.newest().size() + 1),
                new Json.Object(new TreeMap<>(Map.of(
                        "at", new Json.Number(Long.toString(nowMs)),
                        "count", new Json.Number(Long.toString(count)),
                        "what", new Json.Text(toString())))),
                nowMs);
    }

    /// What was deleted from a workspace, the oldest first.
    public static List<Done> all(Workspace workspace) {
        return workspace.read("listing deletions", connection -> {
            List<Done> all = new ArrayList<>();
            for (Json.Object document :
                    new Definitions(connection, KIND).newest().values()) {
                all.add(new Done(
                        Instant.ofEpochMilli(number(document, "at")),
                        number(document, "count"),
                        ((Json.Text) document.field("what").orElseThrow()).value()));
            }
            return all;
        });
    }

    private static long number(Json.Object document, String field) {
        return Long.parseLong(((Json.Number) document.field(field).orElseThrow()).literal());
    }

    /// In words.
    @Override
    public String toString() {
        return "events" + events.map(each -> " " + each).orElse("")
                + from.map(each -> " from " + each).orElse("")
                + until.map(each -> " until " + each).orElse("")
                + source.map(each -> " of source " + each).orElse("");
    }
}
