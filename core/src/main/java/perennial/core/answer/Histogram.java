package perennial.core.answer;

import java.util.OptionalDouble;

/// How often each whole number was measured, such as seconds: exact, whatever the order, and two of them add up.
///
/// A hash table with open addressing: its size follows the number of distinct values, not of measurements.
public final class Histogram {
    private static final int BUCKETS = 1024;

    private long[] values = new long[16];
    private long[] times = new long[16]; // 0 where the place is free
    private int distinct;
    private long measured;

    /// One measurement.
    public void add(long value) {
        add(value, 1);
    }

    /// The same measurement so many times more.
    public void add(long value, long more) {
        if (more == 0) {
            return;
        }
        if (2 * distinct >= values.length) {
            grow();
        }
        int place = place(value);
        if (times[place] == 0) {
            values[place] = value;
            distinct++;
        }
        times[place] += more;
        measured += more;
    }

    /// All measurements of another.
    public void add(Histogram other) {
        for (int i = 0; i < other.values.length; i++) {
            if (other.times[i] > 0) {
                add(other.values[i], other.times[i]);
            }
        }
    }

    private int place(long value) {
        int mask = values.length - 1;
        int place = (int) ((value * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (times[place] != 0 && values[place] != value) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldValues = values;
        long[] oldTimes = times;
        values = new long[2 * oldValues.length];
        times = new long[2 * oldTimes.length];
        for (int i = 0; i < oldValues.length; i++) {
            if (oldTimes[i] > 0) {
                int place = place(oldValues[i]);
                values[place] = oldValues[i];
                times[place] = oldTimes[i];
            }
        }
    }

    /// The middle value; of an even number of measurements the mean of the two in the middle. Empty without any.
    public OptionalDouble median() {
        if (measured == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((at((measured - 1) / 2) + at(measured / 2)) / 2.0);
    }

    /// The value of the measurement with this number, from 0, in ascending order. Each round counts the measurements in
    /// narrower buckets, so nothing need be sorted.
    private long at(long number) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int i = 0; i < values.length; i++) {
            low = times[i] > 0 ? Math.min(low, values[i]) : low;
            high = times[i] > 0 ? Math.max(high, values[i]) : high;
        }
        long before = number;
        while (low < high) {
            long width = (high - low) / BUCKETS + 1;
            long[] buckets = new long[BUCKETS];
            for (int i = 0; i < values.length; i++) {
                if (times[i] > 0 && values[i] >= low && values[i] <= high) {
                    buckets[(int) ((values[i] - low) / width)] += times[i];
                }
            }
            int bucket = 0;
            for (; before >= buckets[bucket]; bucket++) {
                before -= buckets[bucket];
            }
            low += bucket * width;
            high = Math.min(high, low + width - 1);
        }
        return low;
    }
}
