package perennial.store.access;

import java.time.Instant;
import java.util.Optional;

/// Somebody who may use the pages of the server.
///
/// @param name a name or an e-mail address, by which it signs in
/// @param password as the server hashed it; none before the first link was used, or for one who signs in elsewhere
/// @param openId issuer and subject of the account elsewhere that signs in as this user
/// @param disabled since when it may do nothing
public record User(
        int id,
        String name,
        Role role,
        Optional<String> password,
        Optional<String> openId,
        Instant created,
        Optional<Instant> disabled) {
    private static final int LONGEST = 254;

    public User {
        fault(name).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        name = name.strip();
    }

    /// What is wrong with a name, if something is.
    public static Optional<String> fault(String name) {
        return Visible.is(name.strip(), LONGEST)
                ? Optional.empty()
                : Optional.of("A user needs a name or an e-mail address of 1 to " + LONGEST
                        + " visible characters, such as ada@example.com");
    }

    public boolean isEnabled() {
        return disabled.isEmpty();
    }

    /// By what it signs in, in words.
    public String means() {
        return openId.isPresent()
                ? password.isPresent() ? "password, openid" : "openid"
                : password.isPresent() ? "password" : "nothing yet";
    }

    User with(Role newRole) {
        return new User(id, name, newRole, password, openId, created, disabled);
    }

    User withPassword(String hash) {
        return new User(id, name, role, Optional.of(hash), openId, created, disabled);
    }

    User withOpenId(String subject) {
        return new User(id, name, role, password, Optional.of(subject), created, disabled);
    }

    User disabledAt(Optional<Instant> instant) {
        return new User(id, name, role, password, openId, created, instant);
    }

    /// Not the hash: it might be logged.
    @Override
    public String toString() {
        return name + " (" + role + ")";
    }
}
