package perennial.core.funnel;

import java.util.Arrays;
import java.util.List;
import perennial.core.history.EventFilter;
import perennial.core.history.Shard;
import perennial.core.history.Timelines;
import perennial.core.selection.Selection;

/// The events of one owner that are a step, in order of time, each with the set of steps it can be. Reads one owner
/// after
/// the other into the same arrays; for one thread.
final class StepEvents {
    private final Shard shard;
    private final Timelines timelines;
    private final List<EventFilter> filters;
    /// By name code, the steps that events of the name can be, and those that every one of them is.
    private final int[] possible;

    private final int[] certain;
    private final boolean isCertain;

    private short[] names = new short[256];
    private int[] places = new int[256];
    private int[] steps = new int[256];
    private long first;
    private int count;

    /// @param selections those of step 0, 1 and so on
    StepEvents(Shard shard, List<Selection> selections) {
        this.shard = shard;
        timelines = shard.timelines();
        filters = selections.stream().map(shard::filter).toList();
        int codes = shard.history().names().size();
        possible = new int[codes];
        certain = new int[codes];
        for (int code = 0; code < codes; code++) {
            for (int step = 0; step < filters.size(); step++) {
                possible[code] |= filters.get(step).passesSome(code) ? 1 << step : 0;
                certain[code] |= filters.get(step).passesAll(code) ? 1 << step : 0;
            }
        }
        isCertain = Arrays.equals(possible, certain);
    }

    /// Reads the events of an owner.
    void read(int owner) {
        first = shard.from(owner);
        int events = Math.toIntExact(shard.until(owner) - first);
        if (events >= names.length) {
            names = new short[2 * events];
            places = new int[2 * events];
            steps = new int[2 * events];
        }
        timelines.copyNames(first, events, names);
        int found = 0;
        for (int i = 0; i < events; i++) {
            // Whether an event is a step is a coin toss to the processor: each is put down, and a step moves the place
            // on.
            int set = possible[Short.toUnsignedInt(names[i])];
            places[found] = i;
            steps[found] = set;
            found += -set >>> 31;
        }
        count = isCertain ? found : tested(found);
    }

    /// Keeps the steps whose conditions hold, and the events that are still one.
    private int tested(int found) {
        int kept = 0;
        for (int i = 0; i < found; i++) {
            int set = certain[Short.toUnsignedInt(names[places[i]])];
            for (int rest = steps[i] & ~set; rest != 0; rest &= rest - 1) {
                int step = Integer.numberOfTrailingZeros(rest);
                set |= filters.get(step).test(first + places[i]) ? 1 << step : 0;
            }
            places[kept] = places[i];
            steps[kept] = set;
            kept += -set >>> 31;
        }
        return kept;
    }

    int count() {
        return count;
    }

    /// The steps that event `i` can be, one bit each.
    int steps(int i) {
        return steps[i];
    }

    /// When event `i` happened, in milliseconds.
    long time(int i) {
        return timelines.time(at(i));
    }

    /// Position of event `i` in the timelines.
    long at(int i) {
        return first + places[i];
    }
}
