package perennial.store.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What is known of a key; the key itself is not.
///
/// @param id its first letters, by which it is told from others
/// @param name of a key that sends: the source of what it sends
/// @param revoked since when it opens nothing
public record Key(String id, String name, Set<Scope> scopes, Instant created, Optional<Instant> revoked) {
    public Key {
        scopes = Set.copyOf(scopes);
    }

    public boolean allows(Scope scope) {
        return revoked.isEmpty() && scopes.contains(scope);
    }

    @Override
    public String toString() {
        return id + " (" + name + ")";
    }
}
