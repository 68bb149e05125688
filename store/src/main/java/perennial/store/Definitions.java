package perennial.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import perennial.store.json.Json;

/// The definitions of one kind: JSON documents by name, in versions that stay. All of it happens in the transaction of
/// the connection.
///
/// A definition that is taken away gets an empty document as its last version.
public final class Definitions {
    private static final String GONE = "{}";

    private final Connection connection;
    private final String kind;

    public Definitions(Connection connection, String kind) {
        this.connection = connection;
        this.kind = kind;
    }

    /// The newest version of each, by name.
    public SequencedMap<String, Json.Object> newest() throws SQLException {
        var newest = new TreeMap<String, Json.Object>();
        try (var statement = connection.prepareStatement(Sql.text("workspace/newest-definitions"))) {
            statement.setString(1, kind);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    newest.put(rows.getString(1), (Json.Object) Json.parse(rows.getString(2)));
                }
            }
        }
        newest.values().removeIf(document -> document.text().equals(GONE));
        return Collections.unmodifiableSequencedMap(newest);
    }

    public Optional<Json.Object> newest(String name) throws SQLException {
        return Optional.ofNullable(newest().get(name));
    }

    /// Keeps a document as the next version.
    public void save(String name, Json.Object document, long nowMs) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("workspace/save-definition"))) {
            statement.setString(1, kind);
            statement.setString(2, name);
            statement.setString(3, kind);
            statement.setString(4, name);
            statement.setString(5, document.text());
            statement.setLong(6, nowMs);
            statement.execute();
        }
    }

    /// Takes a definition away; its versions stay.
    public void remove(String name, long nowMs) throws SQLException {
        save(name, new Json.Object(new TreeMap<>()), nowMs);
    }
}
