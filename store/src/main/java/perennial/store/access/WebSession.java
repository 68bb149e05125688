package perennial.store.access;

import java.time.Duration;
import java.time.Instant;

/// A browser that is signed in, until 30 days after it did so, or 7 days without a page.
///
/// @param hash of the secret in its cookie
/// @param user the id of the user
/// @param from the address it signed in from
public record WebSession(String hash, int user, Instant created, Instant seen, String from) {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration LONGEST_SILENCE = Duration.ofDays(7);

    /// Whether it is over at an instant.
    public boolean isOver(Instant now) {
        return !now.isBefore(created.plus(LONGEST)) || !now.isBefore(seen.plus(LONGEST_SILENCE));
    }

    WebSession seenAt(Instant instant) {
        return new WebSession(hash, user, created, instant, from);
    }

    /// How long a browser need keep the cookie.
    public static Duration longest() {
        return LONGEST;
    }
}
