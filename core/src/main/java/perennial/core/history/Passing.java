package perennial.core.history;

/// The events of one owner that pass a filter, in plain arrays, which are read faster than mapped files. Reads one
/// stretch of events after the other; for one thread.
public final class Passing {
    private final Timelines timelines;
    private final EventFilter filter;
    private final byte[] plainNames;
    private short[] names = new short[0];
    private int[] seconds = new int[0];
    private long[] positions = new long[0];
    private int count;

    public Passing(Shard shard, EventFilter filter) {
        timelines = shard.timelines();
        this.filter = filter;
        plainNames = filter.plainNames();
    }

    /// Reads the events at the positions `[from, until)`.
    public void read(long from, long until) {
        int events = Math.toIntExact(until - from);
        if (events > seconds.length) {
            names = new short[2 * events];
            seconds = new int[2 * events];
            positions = new long[2 * events];
        }
        timelines.copySeconds(from, events, seconds);
        count = 0;
        if (plainNames.length > 0) {
            timelines.copyNames(from, events, names);
            for (int i = 0; i < events; i++) {
                // Whether an event passes is a coin toss to the processor: every event is put down, and only one that
                // passes moves the place on.
                seconds[count] = seconds[i];
                positions[count] = from + i;
                count += plainNames[Short.toUnsignedInt(names[i])];
            }
        } else {
            for (int i = 0; i < events; i++) {
                if (filter.test(from + i)) {
                    seconds[count] = seconds[i];
                    positions[count++] = from + i;
                }
            }
        }
    }

    public int count() {
        return count;
    }

    /// When the `i`-th of them happened, in whole seconds since 1970.
    public long second(int i) {
        return Integer.toUnsignedLong(seconds[i]);
    }

    /// Its position.
    public long at(int i) {
        return positions[i];
    }
}
