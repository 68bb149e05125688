package perennial.core.history;

import java.util.Arrays;
import java.util.List;

/// The events of one owner that pass any of some filters, in order of time, each with the set of filters it passes.
///
/// Reads one stretch of events after the other into the same plain arrays, which are read faster than mapped files:
/// always the names, the times once one is asked for. For one thread.
public final class Passing {
    private final Shard shard;
    private final Timelines timelines;
    private final List<EventFilter> filters;
    /// By name code, the filters that events of the name can pass, and those that every one of them passes.
    private final int[] possible;

    private final int[] certain;
    private final boolean isCertain;

    private short[] names = new short[256];
    private int[] places = new int[256];
    private int[] passed = new int[256];
    private int[] seconds = new int[256];
    private short[] millis = new short[256];
    private long first;
    private int events;
    private boolean hasSeconds;
    private boolean hasMillis;
    private int count;

    public Passing(Shard shard, EventFilter... filters) {
        this(shard, List.of(filters));
    }

    /// @param filters up to 32
    public Passing(Shard shard, List<EventFilter> filters) {
        this.shard = shard;
        timelines = shard.timelines();
        this.filters = filters;
        int codes = shard.history().names().size();
        possible = new int[codes];
        certain = new int[codes];
        for (int code = 0; code < codes; code++) {
            for (int filter = 0; filter < filters.size(); filter++) {
                possible[code] |= filters.get(filter).passesSome(code) ? 1 << filter : 0;
                certain[code] |= filters.get(filter).passesAll(code) ? 1 << filter : 0;
            }
        }
        isCertain = Arrays.equals(possible, certain);
    }

    /// Reads all events of an owner before the as-of instant.
    public void read(int owner) {
        read(shard.from(owner), shard.until(owner));
    }

    /// Reads the events at the positions `[from, until)`; none if the end lies before the beginning.
    public void read(long from, long until) {
        copyNames(from, until);
        int found = found(events, names, possible, places, passed);
        count = isCertain ? found : tested(found);
    }

    /// How many of the events at the positions `[from, until)` pass, without telling which.
    public int count(long from, long until) {
        if (!isCertain) {
            read(from, until);
            return count;
        }
        copyNames(from, until);
        count = 0;
        return counted(events, names, possible);
    }

    private void copyNames(long from, long until) {
        first = from;
        events = Math.toIntExact(Math.max(0, until - from));
        hasSeconds = false;
        hasMillis = false;
        if (events >= names.length) {
            names = new short[2 * events];
            places = new int[2 * events];
            passed = new int[2 * events];
        }
        timelines.copyNames(from, events, names);
    }

    private static int counted(int events, short[] names, int[] possible) {
        int count = 0;
        for (int i = 0; i < events; i++) {
            count += -possible[Short.toUnsignedInt(names[i])] >>> 31;
        }
        return count;
    }

    /// Whether an event passes is a coin toss to the processor: each is put down, and one that passes moves the place
    /// on.
    private static int found(int events, short[] names, int[] possible, int[] places, int[] passed) {
        int found = 0;
        for (int i = 0; i < events; i++) {
            int set = possible[Short.toUnsignedInt(names[i])];
            places[found] = i;
            passed[found] = set;
            found += -set >>> 31;
        }
        return found;
    }

    /// Keeps the filters whose conditions hold, and the events that still pass one.
    private int tested(int found) {
        int kept = 0;
        for (int i = 0; i < found; i++) {
            int set = certain[Short.toUnsignedInt(names[places[i]])];
            for (int rest = passed[i] & ~set; rest != 0; rest &= rest - 1) {
                int filter = Integer.numberOfTrailingZeros(rest);
                set |= filters.get(filter).test(first + places[i]) ? 1 << filter : 0;
            }
            places[kept] = places[i];
            passed[kept] = set;
            kept += -set >>> 31;
        }
        return kept;
    }

    public int count() {
        return count;
    }

    /// The filters that the `i`-th event passes, one bit each.
    public int passed(int i) {
        return passed[i];
    }

    /// Whether the `i`-th event passes the filter of this number.
    public boolean passes(int i, int filter) {
        return (passed[i] >>> filter & 1) != 0;
    }

    /// Position of the `i`-th event in the timelines.
    public long at(int i) {
        return first + places[i];
    }

    /// When it happened, in whole seconds since 1970.
    public long second(int i) {
        if (!hasSeconds) {
            readSeconds();
        }
        return Integer.toUnsignedLong(seconds[places[i]]);
    }

    /// When it happened, in milliseconds since 1970.
    public long time(int i) {
        if (!hasMillis) {
            readMillis();
        }
        return second(i) * 1000 + millis[places[i]];
    }

    private void readSeconds() {
        if (seconds.length < names.length) {
            seconds = new int[names.length];
        }
        timelines.copySeconds(first, events, seconds);
        hasSeconds = true;
    }

    private void readMillis() {
        if (millis.length < names.length) {
            millis = new short[names.length];
        }
        timelines.copyMillis(first, events, millis);
        hasMillis = true;
    }
}
