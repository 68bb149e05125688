package perennial.core.session;

import java.util.Arrays;
import perennial.core.question.Tally;

/// What one owner did in each period, summed up under each tally. A tally is told once an owner and period, so that it
/// counts the owner there once, and the work for a session stays small. For one thread.
final class OwnerSums {
    private final int kinds;
    private Tally[] tallies = new Tally[16];
    private int[] periods = new int[16];
    private long[] sums;
    private int size;

    /// @param kinds boxes a period has
    OwnerSums(int kinds) {
        this.kinds = kinds;
        sums = new long[16 * kinds];
    }

    /// Where the sums of a period under a tally begin in [#sums].
    int of(Tally tally, int period) {
        // Sessions come in order of time, so it is mostly the last; where a clock has gone back across midnight, it may
        // lie
        // a period further back.
        if (size > 0 && periods[size - 1] == period && tallies[size - 1] == tally) {
            return (size - 1) * kinds;
        }
        return find(tally, period);
    }

    private int find(Tally tally, int period) {
        for (int i = size - 1; i >= 0 && periods[i] >= period - 1; i--) {
            if (periods[i] == period && tallies[i] == tally) {
                return i * kinds;
            }
        }
        if (size == periods.length) {
            tallies = Arrays.copyOf(tallies, 2 * size);
            periods = Arrays.copyOf(periods, 2 * size);
            sums = Arrays.copyOf(sums, 2 * size * kinds);
        }
        tallies[size] = tally;
        periods[size] = period;
        Arrays.fill(sums, size * kinds, (size + 1) * kinds, 0);
        return size++ * kinds;
    }

    /// The sums, to add to.
    long[] sums() {
        return sums;
    }

    int size() {
        return size;
    }

    /// The tally of the `i`-th period met.
    Tally tally(int i) {
        return tallies[i];
    }

    int period(int i) {
        return periods[i];
    }

    long sum(int i, int kind) {
        return sums[i * kinds + kind];
    }

    /// Tells the tallies, and begins anew for the next owner.
    void tell(int owner) {
        for (int i = 0; i < size; i++) {
            for (int kind = 0; kind < kinds; kind++) {
                tallies[i].add(periods[i] * kinds + kind, owner, sums[i * kinds + kind]);
            }
        }
        size = 0;
    }
}
