package perennial.store.ingest;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import perennial.store.imports.Fact;

/// The traits stored lately, so that those that say nothing new need not be stored again: clients repeat them with
/// every visit. What it has forgotten is stored once more, which changes no answer.
final class TraitMemory {
    private static final int PLACES = 1 << 16;
    private static final String NO_VALUE = "null";

    private static final Fact.Trait NONE = new Fact.Trait("", "", "", "", false);

    private final Fact.Trait[] told = new Fact.Trait[PLACES];
    private final long[] toldMs = new long[PLACES];

    TraitMemory() {
        forget();
    }

    private static int place(Fact.Trait trait) {
        int hash = Objects.hash(trait.subject(), trait.id(), trait.name());
        return (hash ^ hash >>> 16) & PLACES - 1;
    }

    /// The value that was stored last of a trait, if it is remembered and was in force by then.
    Optional<String> value(Fact.Trait trait, long timeMs) {
        int place = place(trait);
        return isSame(told[place], trait) && toldMs[place] <= timeMs
                ? Optional.of(told[place].value())
                : Optional.empty();
    }

    /// Whether storing a trait would change nothing, as far as is remembered.
    boolean isRepeat(Fact.Trait trait, long timeMs) {
        return value(trait, timeMs)
                .filter(value -> trait.isOnce() ? !value.equals(NO_VALUE) : value.equals(trait.value()))
                .isPresent();
    }

    void remember(Fact.Trait trait, long timeMs) {
        int place = place(trait);
        if (!isSame(told[place], trait) || toldMs[place] <= timeMs) {
            told[place] = trait;
            toldMs[place] = timeMs;
        }
    }

    void forget() {
        Arrays.fill(told, NONE);
    }

    private static boolean isSame(Fact.Trait one, Fact.Trait other) {
        return one.subject().equals(other.subject())
                && one.id().equals(other.id())
                && one.name().equals(other.name());
    }
}
