package perennial.core.segment;

import java.util.Arrays;
import java.util.List;

/// The measures of many. Nothing is sorted: each round counts them in narrower buckets.
///
/// @param measures by shard; [#NONE] of who has none
record Ranked(List<long[]> measures) {
    static final long NONE = Long.MIN_VALUE;

    private static final int BUCKET_BITS = 12;

    /// How many measures are in a range, and which is the least and the greatest of them.
    private record Extent(long count, long least, long most) {
        static Extent of(long[] measures, long from) {
            long count = 0;
            long least = Long.MAX_VALUE;
            long most = NONE;
            for (long measure : measures) {
                boolean isThere = measure != NONE && measure >= from;
                count += isThere ? 1 : 0;
                least = isThere ? Math.min(least, measure) : least;
                most = Math.max(most, measure);
            }
            return new Extent(count, least, most);
        }

        Extent plus(Extent other) {
            return new Extent(count + other.count, Math.min(least, other.least), Math.max(most, other.most));
        }
    }

    /// For each of some numbers the least measure that so many others are strictly below; [Long#MAX_VALUE] if there is
    /// none.
    ///
    /// @param fifths how many fifths of all
    long[] leastAbove(int... fifths) {
        Extent all = from(NONE);
        return Arrays.stream(fifths)
                .mapToLong(some -> leastAbove((some * all.count + Score.BEST - 1) / Score.BEST, all))
                .toArray();
    }

    private Extent from(long least) {
        return measures.parallelStream()
                .map(each -> Extent.of(each, least))
                .reduce(new Extent(0, Long.MAX_VALUE, NONE), Extent::plus);
    }

    private long leastAbove(long many, Extent all) {
        if (many >= all.count) {
            return Long.MAX_VALUE;
        }
        long rank = many;
        long low = all.least;
        long high = all.most;
        while (low < high) {
            // Widths are unsigned: measures may be as far apart as numbers can be.
            int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(high - low) - BUCKET_BITS);
            long[] buckets = buckets(low, high, shift);
            int bucket = 0;
            for (; rank >= buckets[bucket]; bucket++) {
                rank -= buckets[bucket];
            }
            low += (long) bucket << shift;
            long width = (1L << shift) - 1;
            high = Long.compareUnsigned(high - low, width) < 0 ? high : low + width;
        }
        return rank == 0 ? low : from(low + 1).least; // some of the equal ones are not below it
    }

    private long[] buckets(long low, long high, int shift) {
        return measures.parallelStream()
                .map(each -> buckets(each, low, high, shift))
                .reduce(new long[1 << BUCKET_BITS], Ranked::plus);
    }

    private static long[] buckets(long[] measures, long low, long high, int shift) {
        long[] buckets = new long[1 << BUCKET_BITS];
        for (long measure : measures) {
            if (measure != NONE && measure >= low && measure <= high) {
                buckets[(int) (measure - low >>> shift)]++;
            }
        }
        return buckets;
    }

    private static long[] plus(long[] one, long[] other) {
        long[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }
}
