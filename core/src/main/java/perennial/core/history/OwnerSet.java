package perennial.core.history;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Sets of the owners of one shard as bits, 64 to a word: the arithmetic of set questions. Plain arrays, so that the
/// compiler turns the loops into vector instructions.
public final class OwnerSet {
    private OwnerSet() {}

    public static long[] empty(int owners) {
        return new long[(owners + 63) >>> 6];
    }

    public static long[] all(int owners) {
        long[] set = empty(owners);
        Arrays.fill(set, -1);
        if (owners % Long.SIZE != 0) {
            set[set.length - 1] = -1L >>> -owners;
        }
        return set;
    }

    public static void add(long[] set, int owner) {
        set[owner >>> 6] |= 1L << owner;
    }

    public static void remove(long[] set, int owner) {
        set[owner >>> 6] &= ~(1L << owner);
    }

    public static boolean has(long[] set, int owner) {
        return (set[owner >>> 6] & 1L << owner) != 0;
    }

    public static void or(long[] into, long[] set) {
        for (int i = 0; i < into.length; i++) {
            into[i] |= set[i];
        }
    }

    /// Adds those who are in both of two sets.
    public static void addBoth(long[] into, long[] one, long[] other) {
        for (int i = 0; i < into.length; i++) {
            into[i] |= one[i] & other[i];
        }
    }

    public static void and(long[] into, long[] set) {
        for (int i = 0; i < into.length; i++) {
            into[i] &= set[i];
        }
    }

    /// The owners of `set` that are not in `without`.
    public static long[] except(long[] set, long[] without) {
        long[] rest = new long[set.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = set[i] & ~without[i];
        }
        return rest;
    }

    public static int count(long[] set) {
        int count = 0;
        for (int i = 0; i < set.length; i++) {
            count += Long.bitCount(set[i]);
        }
        return count;
    }

    public static int countBoth(long[] one, long[] other) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            count += Long.bitCount(one[i] & other[i]);
        }
        return count;
    }

    public static int countExcept(long[] set, long[] without) {
        int count = 0;
        for (int i = 0; i < set.length; i++) {
            count += Long.bitCount(set[i] & ~without[i]);
        }
        return count;
    }

    /// Visits the owners in ascending order.
    public static void forEach(long[] set, IntConsumer owner) {
        for (int i = 0; i < set.length; i++) {
            for (long word = set[i]; word != 0; word &= word - 1) {
                owner.accept((i << 6) + Long.numberOfTrailingZeros(word));
            }
        }
    }

    /// The owners in ascending order.
    public static IntStream owners(long[] set) {
        return BitSet.valueOf(set).stream();
    }
}
