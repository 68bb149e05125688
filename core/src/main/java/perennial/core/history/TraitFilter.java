package perennial.core.history;

import perennial.core.selection.Condition;

/// A condition on one trait, made ready for the owners of a shard: each value is tested once. For one thread.
public final class TraitFilter {
    private static final byte FULFILS = 1;
    private static final byte FAILS = 2;

    private final Traits traits;
    private final Condition.Test test;
    private final int firstOwner;
    private final byte[] tested;

    TraitFilter(Traits traits, Condition.Test test, int firstOwner) {
        this.traits = traits;
        this.test = test;
        this.firstOwner = firstOwner;
        tested = new byte[traits.dictionary().size()];
    }

    /// Whether the value in force at an instant fulfils it. No value fulfils nothing.
    public boolean test(int owner, long instant) {
        int code = traits.code(firstOwner + owner, instant);
        if (code == Column.ABSENT) {
            return false;
        }
        if (tested[code] == 0) {
            tested[code] = test.accepts(traits.dictionary().get(code)) ? FULFILS : FAILS;
        }
        return tested[code] == FULFILS;
    }
}
