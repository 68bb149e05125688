package perennial.core.answer;

/// What the shards of a history counted, box by box: the mergeable part of every question. Exact and independent of
/// order, so that threads, shards and machines agree to the last digit.
public record Counts(long[] boxes) {

    public static Counts empty(int boxes) {
        return new Counts(new long[boxes]);
    }

    /// Both parts together.
    public Counts plus(Counts other) {
        long[] sum = boxes.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.boxes[i];
        }
        return new Counts(sum);
    }

    public long of(int box) {
        return boxes[box];
    }

    public long sum(int... some) {
        long sum = 0;
        for (int box : some) {
            sum += boxes[box];
        }
        return sum;
    }
}
