package perennial.core.life;

import java.util.Arrays;

/// The lives of one customer in order, `[start, end)` each; the last may be open. A buffer that is filled anew for each
/// customer; for one thread.
public final class Lives {
    /// The end of a life that goes on.
    public static final long OPEN = Long.MAX_VALUE;

    private long[] starts = new long[8];
    private long[] ends = new long[8];
    private long[] startAts = new long[8];
    private long[] endAts = new long[8];
    private int count;

    /// Empties it for the next customer.
    public void clear() {
        count = 0;
    }

    /// Adds a life after the others.
    ///
    /// @param startAt position of the event that started it
    /// @param endAt position of the event that ended it, or of the last one so far
    public void add(long start, long end, long startAt, long endAt) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            startAts = Arrays.copyOf(startAts, 2 * count);
            endAts = Arrays.copyOf(endAts, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        startAts[count] = startAt;
        endAts[count++] = endAt;
    }

    public int count() {
        return count;
    }

    /// First instant of life `i`, in milliseconds.
    public long start(int i) {
        return starts[i];
    }

    /// The instant it ended, itself outside; [#OPEN] while it goes on. It may lie in the future.
    public long end(int i) {
        return ends[i];
    }

    public long startAt(int i) {
        return startAts[i];
    }

    public long endAt(int i) {
        return endAts[i];
    }

    /// The life open at an instant, or -1.
    public int openAt(long instant) {
        for (int i = 0; i < count && starts[i] <= instant; i++) {
            if (instant < ends[i]) {
                return i;
            }
        }
        return -1;
    }

    /// The last life that ended by an instant, or -1.
    public int lastEndedBy(long instant) {
        int found = -1;
        for (int i = 0; i < count && ends[i] <= instant; i++) {
            found = i;
        }
        return found;
    }
}
