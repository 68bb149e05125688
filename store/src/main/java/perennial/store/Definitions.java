package perennial.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import perennial.store.json.Json;

/// The definitions of one kind: JSON documents by name, in versions that stay. All of it happens in the transaction of
/// the connection.
///
/// A definition that is taken away gets an empty document as its last version.
public final class Definitions {
    private static final Json.Object GONE = new Json.Object(new TreeMap<>());

    private final Connection connection;
    private final String kind;

    public Definitions(Connection connection, String kind) {
        this.connection = connection;
        this.kind = kind;
    }

    /// One version.
    ///
    /// @param document empty where the version says that the definition was taken away
    public record Version(String name, int number, Optional<Json.Object> document, Instant created) {}

    /// How many versions there are of all.
    public long count() throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("workspace/definition-count"))) {
            statement.setString(1, kind);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /// All versions, by name, the oldest first.
    public List<Version> versions() throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("workspace/definitions"))) {
            statement.setString(1, kind);
            try (ResultSet rows = statement.executeQuery()) {
                List<Version> versions = new ArrayList<>();
                while (rows.next()) {
                    var document = (Json.Object) Json.parse(rows.getString(3));
                    versions.add(new Version(
                            rows.getString(1),
                            rows.getInt(2),
                            Optional.of(document).filter(each -> !each.equals(GONE)),
                            Instant.ofEpochMilli(rows.getLong(4))));
                }
                return versions;
            }
        }
    }

    /// The newest version of each, by name.
    public SequencedMap<String, Json.Object> newest() throws SQLException {
        var newest = new TreeMap<String, Json.Object>();
        for (Version version : versions()) {
            version.document()
                    .ifPresentOrElse(
                            document -> newest.put(version.name(), document), () -> newest.remove(version.name()));
        }
        return Collections.unmodifiableSequencedMap(newest);
    }

    public Optional<Json.Object> newest(String name) throws SQLException {
        return Optional.ofNullable(newest().get(name));
    }

    /// Keeps a document as the next version; its number.
    public int save(String name, Json.Object document, long nowMs) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("workspace/save-definition"))) {
            statement.setString(1, kind);
            statement.setString(2, name);
            statement.setString(3, kind);
            statement.setString(4, name);
            statement.setString(5, document.text());
            statement.setLong(6, nowMs);
            try (ResultSet saved = statement.executeQuery()) {
                saved.next();
                return saved.getInt(1);
            }
        }
    }

    /// Takes a definition away by a version that says so; its number. The older versions stay.
    public int remove(String name, long nowMs) throws SQLException {
        return save(name, GONE, nowMs);
    }
}
