package perennial.store.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import perennial.store.Sql;
import perennial.store.imports.Fact;
import perennial.store.imports.Operation;
import perennial.store.json.Json;

/// The stored values of some traits over time.
final class ValuedTraits {
    private static final String NO_VALUE = "null";

    private final Map<Trait, TreeMap<Long, String>> values = new HashMap<>();

    private record Trait(String subject, String id, String name) {
        static Trait of(Fact.Trait trait) {
            return new Trait(trait.subject(), trait.id(), trait.name());
        }
    }

    private ValuedTraits() {}

    /// Looks up all traits of some ids.
    static ValuedTraits of(DuckDBConnection connection, Set<String> ids) throws SQLException {
        var valued = new ValuedTraits();
        if (ids.isEmpty()) {
            return valued;
        }
        try (var statement = connection.prepareStatement(Sql.text("ingest/traits-of"))) {
            statement.setArray(1, connection.createArrayOf("VARCHAR", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    var trait = new Trait(rows.getString("subject"), rows.getString("id"), rows.getString("name"));
                    valued.values
                            .computeIfAbsent(trait, _ -> new TreeMap<>())
                            .put(rows.getLong("time_ms"), rows.getString("value"));
                }
            }
        }
        return valued;
    }

    /// Whether a trait had a value at a time.
    boolean has(Fact.Trait trait, long timeMs) {
        var before = history(Trait.of(trait)).floorEntry(timeMs);
        return before != null && !before.getValue().equals(NO_VALUE);
    }

    private TreeMap<Long, String> history(Trait trait) {
        return values.getOrDefault(trait, new TreeMap<>());
    }

    /// Notes a trait that is being stored.
    void put(Fact.Trait trait, long timeMs) {
        values.computeIfAbsent(Trait.of(trait), _ -> new TreeMap<>()).put(timeMs, trait.value());
    }

    /// A trait, and since when it has its value.
    record Dated(Fact.Trait trait, long timeMs) {}

    /// What a change makes of the newest values: also if it happened before them, so that none is lost that comes late.
    List<Dated> after(Fact.Change change, long timeMs) {
        List<Trait> traits = change.operation() == Operation.CLEAR
                ? values.keySet().stream()
                        .filter(trait -> trait.subject().equals(change.subject())
                                && trait.id().equals(change.id()))
                        .toList()
                : List.of(new Trait(change.subject(), change.id(), change.name()));
        return traits.stream().map(trait -> after(change, trait, timeMs)).toList();
    }

    private Dated after(Fact.Change change, Trait trait, long timeMs) {
        var newest = history(trait).lastEntry();
        Optional<Json> before = newest == null || newest.getValue().equals(NO_VALUE)
                ? Optional.empty()
                : Optional.of(Json.parse(newest.getValue()));
        String value =
                change.operation().after(before, Json.parse(change.operand())).text();
        return new Dated(
                new Fact.Trait(trait.subject(), trait.id(), trait.name(), value, false),
                newest == null ? timeMs : Math.max(timeMs, newest.getKey()));
    }
}
