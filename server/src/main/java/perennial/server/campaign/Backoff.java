package perennial.server.campaign;

import java.time.Duration;
import java.util.Optional;

/// When a message of which nothing was taken is tried again: after a second, then four times as long each time, at most
/// an hour; so long as the receiver asks for, at most an hour.
///
/// @param tries after which it is given up
record Backoff(Duration first, Duration most, int tries) {
    /// Given up after three and a half hours, if the receiver does not say when.
    static final Backoff USUAL = new Backoff(Duration.ofSeconds(1), Duration.ofHours(1), 10);

    private static final int FACTOR = 4;

    /// How long after so many tries; empty if that were enough.
    ///
    /// @param asked by the receiver
    Optional<Duration> after(int tried, Optional<Duration> asked) {
        if (tried >= tries) {
            return Optional.empty();
        }
        Duration wait = first;
        for (int i = 1; i < tried && wait.compareTo(most) < 0; i++) {
            wait = wait.multipliedBy(FACTOR);
        }
        return Optional.of(shorter(asked.orElse(wait), most));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
