package perennial.store.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import perennial.store.Sql;
import perennial.store.imports.Fact;

/// The stored values of some traits over time.
final class ValuedTraits {
    private static final String NO_VALUE = "null";

    private final Map<Trait, TreeMap<Long, String>> values = new HashMap<>();

    private record Trait(String subject, String id, String name) {}

    private ValuedTraits() {}

    /// Looks the traits up.
    static ValuedTraits of(DuckDBConnection connection, List<Fact.Trait> traits) throws SQLException {
        var valued = new ValuedTraits();
        if (traits.isEmpty()) {
            return valued;
        }
        Set<String> ids = new HashSet<>();
        traits.forEach(trait -> ids.add(trait.id()));
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
        var history = values.get(new Trait(trait.subject(), trait.id(), trait.name()));
        var before = history == null ? null : history.floorEntry(timeMs);
        return before != null && !before.getValue().equals(NO_VALUE);
    }
}
