package perennial.core.segment;

import java.util.Arrays;
import java.util.List;

/// The measures of many. Nothing is sorted: each round counts them in narrower buckets.
///
/// @param measures by shard; [#NONE] of who has none
record Ranked(List<long[]> measures) {
    static final long NONE = Long.MIN_VALUE;

    private static final int BUCKET_BITS = 12;
    /// After the last bucket, for those in none.
    private static final int OUTSIDE = 1 << BUCKET_BITS;

    /// How many measures are in a range, and which is the least and the greatest of them.
    private record Extent(long count, long least, long most) {
        static Extent of(long[] measures, long from) {
            long count = 0;
            long least = Long.MAX_VALUE;
            long most = NONE;
            long first = Math.max(from, NONE + 1);
            for (long measure : measures) {
                boolean isThere = measure >= first;
                count += isThere ? 1 : 0;
                least = Math.min(least, isThere ? measure : Long.MAX_VALUE);
                most = Math.max(most, measure);
            }
            return new Extent(count, least, most);
        }

        Extent plus(Extent other) {
            return new Extent(count + other.count, Math.min(least, other.least), Math.max(most, other.most));
        }
    }

    /// How many measures of a range are in each of its buckets; `2^shift` numbers share one.
    private record Counted(long low, long high, int shift, long[] buckets) {}

    /// For each of some numbers the least measure that so many others are strictly below; [Long#MAX_VALUE] if there is
    /// none.
    ///
    /// @param fifths how many fifths of all
    long[] leastAbove(int... fifths) {
        Extent all = from(NONE);
        if (all.count == 0) {
            return Arrays.stream(fifths).mapToLong(none -> Long.MAX_VALUE).toArray();
        }
        Counted counted = counted(all.least, all.most);
        return Arrays.stream(fifths)
                .mapToLong(some -> leastAbove((some * all.count + Score.BEST - 1) / Score.BEST, all.count, counted))
                .toArray();
    }

    private Extent from(long least) {
        return measures.parallelStream()
                .map(each -> Extent.of(each, least))
                .reduce(new Extent(0, Long.MAX_VALUE, NONE), Extent::plus);
    }

    private long leastAbove(long many, long count, Counted all) {
        if (many >= count) {
            return Long.MAX_VALUE;
        }
        long rank = many;
        Counted counted = all;
        while (true) {
            int bucket = 0;
            for (; rank >= counted.buckets[bucket]; bucket++) {
                rank -= counted.buckets[bucket];
            }
            long low = counted.low + ((long) bucket << counted.shift);
            if (counted.shift == 0) {
                return rank == 0 ? low : after(low, counted); // some of the equal ones are not below it
            }
            long width = (1L << counted.shift) - 1;
            boolean isLast = Long.compareUnsigned(counted.high - low, width) < 0;
            counted = counted(low, isLast ? counted.high : low + width);
        }
    }

    /// The least measure above one of those that are counted each in a bucket of its own.
    private long after(long measure, Counted counted) {
        for (int bucket = (int) (measure - counted.low) + 1; bucket <= counted.high - counted.low; bucket++) {
            if (counted.buckets[bucket] > 0) {
                return counted.low + bucket;
            }
        }
        return from(counted.high + 1).least;
    }

    private Counted counted(long low, long high) {
        // Widths are unsigned: measures may be as far apart as numbers can be.
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(high - low) - BUCKET_BITS);
        long[] buckets = measures.parallelStream()
                .map(each -> buckets(each, low, high, shift))
                .reduce(new long[OUTSIDE + 1], Ranked::plus);
        return new Counted(low, high, shift, buckets);
    }

    /// Whether a measure is in the range is a coin toss to the processor: those outside are counted too, where nobody
    /// looks. [#NONE] is below all, which is farther up than the range is wide.
    private static long[] buckets(long[] measures, long low, long high, int shift) {
        long[] buckets = new long[OUTSIDE + 1];
        for (long measure : measures) {
            long place = measure - low;
            boolean isInside = Long.compareUnsigned(place, high - low) <= 0;
            buckets[isInside ? (int) (place >>> shift) : OUTSIDE]++;
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
