package perennial.store.customer;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import perennial.core.customer.Owner;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.json.Json;

/// Finds people and accounts by what is typed: an id as a whole, or the beginning of a trait's value.
///
/// Each is one pass over some columns of the log, whatever is found: no index has to be kept for it.
public final class Search {
    private final Workspace workspace;

    public Search(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Somebody with a trait that begins so.
    ///
    /// @param traits the newest value of each, as JSON
    public record Found(Owner owner, SequencedMap<String, String> traits) {}

    /// All that bear an id.
    public List<Owner> byId(String id) {
        return workspace.read("looking for an id", connection -> {
            try (var statement = connection.prepareStatement(Sql.text("customer/known"))) {
                statement.setString(1, id);
                try (ResultSet rows = statement.executeQuery()) {
                    List<Owner> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(new Owner(Owner.Kind.of(rows.getString(1)), id));
                    }
                    return found;
                }
            }
        });
    }

    /// The first of those who have or had a trait whose value begins with a text, in any case.
    public List<Found> byTrait(String text, int limit) {
        String json = new Json.Text(text).text();
        return workspace.read("looking for a trait", connection -> {
            try (var statement = connection.prepareStatement(Sql.text("customer/found"))) {
                statement.setString(1, json.substring(0, json.length() - 1).toLowerCase(Locale.ROOT));
                statement.setString(2, text.toLowerCase(Locale.ROOT));
                statement.setInt(3, limit);
                try (ResultSet rows = statement.executeQuery()) {
                    Map<Owner, SequencedMap<String, String>> found = new LinkedHashMap<>();
                    while (rows.next()) {
                        found.computeIfAbsent(
                                        new Owner(Owner.Kind.of(rows.getString(1)), rows.getString(2)),
                                        _ -> new LinkedHashMap<>())
                                .put(rows.getString(3), rows.getString(4));
                    }
                    return found.entrySet().stream()
                            .map(each -> new Found(each.getKey(), each.getValue()))
                            .toList();
                }
            }
        });
    }
}
