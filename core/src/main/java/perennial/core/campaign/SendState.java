package perennial.core.campaign;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// How far a message is.
///
/// ```
/// planned -> leased -> sending -> sent | failed | uncertain
///    ^  \       |  \      |
///    |   \      |   v     |  (the receiver said that it took nothing: tried again)
///    |    +----> skipped  |
///    +----------+---------+
/// ```
public enum SendState {
    /// It waits for its time.
    PLANNED,
    /// It was picked to go out now; nothing has left.
    LEASED,
    /// Its first byte may have left. After a crash nobody knows: it becomes uncertain, and is never sent again.
    SENDING,
    SENT,
    /// The receiver refused it for good.
    FAILED,
    /// It was not sent, for a [Reason].
    SKIPPED,
    /// It left, and nobody knows whether it arrived.
    UNCERTAIN;

    /// Whether it stays as it is.
    public boolean isFinal() {
        return next().isEmpty();
    }

    /// Whether it may become that.
    public boolean mayBecome(SendState other) {
        return next().contains(other);
    }

    private Set<SendState> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(LEASED, SKIPPED);
            case LEASED -> EnumSet.of(PLANNED, SENDING, SKIPPED);
            case SENDING -> EnumSet.of(PLANNED, SENT, FAILED, UNCERTAIN);
            case SENT, FAILED, SKIPPED, UNCERTAIN -> EnumSet.noneOf(SendState.class);
        };
    }

    /// Whether the message may have left, or be about to.
    public boolean hasLeft() {
        return this == SENDING || this == SENT || this == UNCERTAIN;
    }

    /// Whether the code of the message may be in somebody's hands: else it is free again.
    public boolean keepsCode() {
        return this != FAILED && this != SKIPPED;
    }

    /// The one of this name.
    public static SendState of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no state of a message"));
    }

    /// As tables and answers write it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
