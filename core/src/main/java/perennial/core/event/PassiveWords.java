package perennial.core.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells from an event's name whether it seems to happen to the customer instead of being caused by it: a
/// suggestion for who decides what counts as active.
public final class PassiveWords {
    private static final Set<String> WORDS = Set.of(
            "sent",
            "delivered",
            "bounced",
            "dropped",
            "deferred",
            "queued",
            "scheduled",
            "received",
            "failed",
            "expired",
            "renewed",
            "assigned",
            "crashed",
            "error",
            "exception",
            "webhook",
            "synced",
            "invoice",
            "dunning",
            "vitals");

    private PassiveWords() {}

    /// The word in a name, in whatever style it is written, that tells of something done to the customer.
    public static Optional<String> in(String name) {
        String words = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
        return Arrays.stream(words.split("[^\\p{L}]+")).filter(WORDS::contains).findFirst();
    }
}
