package perennial.store.ingest;

import java.util.Arrays;
import java.util.Objects;
import perennial.store.imports.Fact;

/// The traits told lately, so that those that say nothing new need not be stored again: clients repeat them with every
/// visit. What it has forgotten is stored once more, which changes no answer.
final class TraitMemory {
    private static final int PLACES = 1 << 16;

    private final Fact.Trait[] told = new Fact.Trait[PLACES];
    private final long[] toldMs = new long[PLACES];

    private static int place(Fact.Trait trait) {
        int hash = Objects.hash(trait.subject(), trait.id(), trait.name());
        return (hash ^ hash >>> 16) & PLACES - 1;
    }

    /// Whether the newest that was told of this trait is the same value, from no later time.
    boolean isRepeat(Fact.Trait trait, long timeMs) {
        int place = place(trait);
        return trait.equals(told[place]) && toldMs[place] <= timeMs;
    }

    void remember(Fact.Trait trait, long timeMs) {
        int place = place(trait);
        Fact.Trait before = told[place];
        boolean isOlder = before != null
                && before.subject().equals(trait.subject())
                && before.id().equals(trait.id())
                && before.name().equals(trait.name())
                && toldMs[place] > timeMs;
        if (!isOlder) {
            told[place] = trait;
            toldMs[place] = timeMs;
        }
    }

    void forget() {
        Arrays.fill(told, null);
    }
}
