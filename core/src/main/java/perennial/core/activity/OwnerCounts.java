package perennial.core.activity;

import perennial.core.history.OwnerSet;

/// In how many of some sets each owner is: binary numbers of which each digit is a set, so that 64 owners are counted
/// at a time.
final class OwnerCounts {
    private final long[][] digits;

    /// @param most how many sets are added at most
    OwnerCounts(int owners, int most) {
        digits = new long[Integer.SIZE - Integer.numberOfLeadingZeros(most)][];
        for (int digit = 0; digit < digits.length; digit++) {
            digits[digit] = OwnerSet.empty(owners);
        }
    }

    /// Counts the owners of a set once more.
    void add(long[] set) {
        for (int i = 0; i < set.length; i++) {
            long carry = set[i];
            for (int digit = 0; carry != 0; digit++) {
                long full = digits[digit][i] & carry;
                digits[digit][i] ^= carry;
                carry = full;
            }
        }
    }

    /// The owners in exactly so many sets, at least one.
    long[] exactly(int times) {
        long[] found = digits[Integer.numberOfTrailingZeros(times)].clone();
        for (int digit = 0; digit < digits.length; digit++) {
            if ((times >>> digit & 1) == 1) {
                OwnerSet.and(found, digits[digit]);
            } else {
                found = OwnerSet.except(found, digits[digit]);
            }
        }
        return found;
    }
}
