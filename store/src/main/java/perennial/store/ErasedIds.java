package perennial.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import perennial.core.customer.Owner;
import perennial.store.json.Json;

/// The ids whose rows are no longer stored. Kept are hashes with a salt of the workspace's own, so that the ids cannot
/// be read or looked up in a list.
public final class ErasedIds {
    private static final String KIND = "erasure";
    private static final String NAME = "salt";

    /// Those of a workspace where nobody was erased.
    public static final ErasedIds NONE = new ErasedIds("", Set.of());

    private final String salt;
    private final Set<String> hashes;

    private ErasedIds(String salt, Set<String> hashes) {
        this.salt = salt;
        this.hashes = hashes;
    }

    /// Those of a workspace, as a connection sees them.
    public static ErasedIds of(Connection connection) throws SQLException {
        Set<String> hashes = new HashSet<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(Sql.text("erasure/erased"))) {
            while (rows.next()) {
                hashes.add(rows.getString(1));
            }
        }
        String salt = new Definitions(connection, KIND)
                .newest(NAME)
                .map(document -> ((Json.Text) document.field(NAME).orElseThrow()).value())
                .orElse("");
        return new ErasedIds(salt, hashes);
    }

    /// Whether these are the same ids.
    public boolean isSame(ErasedIds other) {
        return hashes.equals(other.hashes);
    }

    /// Whether there are none, so that nobody need be looked up.
    public boolean isEmpty() {
        return hashes.isEmpty();
    }

    public boolean has(Owner owner) {
        return !isEmpty() && hashes.contains(hash(salt, owner));
    }

    /// Keeps those of one erasure, in the transaction of the connection.
    public static void add(Connection connection, Collection<Owner> owners, long nowMs) throws SQLException {
        String salt = of(connection).salt;
        if (salt.isEmpty()) {
            var random = new byte[16];
            new SecureRandom().nextBytes(random);
            salt = HexFormat.of().formatHex(random);
            new Definitions(connection, KIND)
                    .save(NAME, new Json.Object(new TreeMap<>(Map.of(NAME, new Json.Text(salt)))), nowMs);
        }
        try (var statement = connection.createStatement();
                var number = statement.executeQuery(Sql.text("erasure/next-erasure"));
                var note = connection.prepareStatement(Sql.text("erasure/note-erased"))) {
            number.next();
            note.setInt(1, number.getInt(1));
            note.setLong(3, nowMs);
            for (Owner owner : owners) {
                note.setString(2, hash(salt, owner));
                note.execute();
            }
        }
    }

    /// Lets rows be stored again that name an id, or one that was erased with it.
    ///
    /// @return whether it was erased
    public static boolean forget(Connection connection, Owner owner) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("erasure/forget-erased"))) {
            statement.setString(1, hash(of(connection).salt, owner));
            return statement.executeUpdate() > 0;
        }
    }

    private static String hash(String salt, Owner owner) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(
                            digest.digest((salt + owner.kind() + "\n" + owner.id()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Bug: every Java has SHA-256", e);
        }
    }
}
