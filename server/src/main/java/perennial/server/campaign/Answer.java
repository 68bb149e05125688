package perennial.server.campaign;

import java.time.Duration;
import java.util.Optional;

/// What a webhook said of a message, by what may be done next.
///
/// Messages leave at most once, so that only those are tried again of which nothing was taken for sure.
sealed interface Answer {
    /// As the receiver said it, or as the connection broke; shortened.
    String detail();

    /// The message arrived.
    record Taken(String detail) implements Answer {}

    /// Nothing of it was taken: there was no connection, or the receiver said that it is too busy.
    ///
    /// @param after the receiver asked to wait so long
    record NotTaken(String detail, Optional<Duration> after) implements Answer {}

    /// The receiver does not want it, and will not.
    record Refused(String detail) implements Answer {}

    /// It left, and nobody knows whether it arrived.
    record Unknown(String detail) implements Answer {}
}
