package perennial.core.answer;

/// What the shards of a history counted, box by box: the mergeable part of every question. Exact and independent of
/// order, so that threads, shards and machines agree to the last digit.
public record Counts(long[] boxes) {

    public static Counts empty(int boxes) {
        return new Counts(new long[boxes]);
    }

    /// Adds another part to this one.
    public void add(Counts other) {
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] += other.boxes[i];
        }
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
