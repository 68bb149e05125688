package perennial.core.funnel;

import java.util.Arrays;
import perennial.core.history.Passing;

/// Attempts whose steps may come in any order: how many different steps the events of a window can be, each event one.
///
/// That is a matching of events with steps, which makes the sets of events that can be matched a matroid. So
/// of all events from one on, taking each that still fits, in order of time, gives the most steps for every
/// window at once, and from the next event on the same events do but one (Edmonds 1971). One pass from the
/// last event back keeps them: a new first event either finds a step, if need be by moving others to other
/// steps, or replaces the last of those it competes with.
final class AnyOrderAttempts implements Attempts {
    private static final int NOBODY = -1;
    /// After every window, and no overflow away.
    private static final long NEVER = Long.MAX_VALUE / 4;

    private final int steps;
    private final long window;
    /// By step, the number of the event that is this step, and its time.
    private final int[] holders;

    private final long[] times;
    /// By step, from which step the search came; its own number where it began.
    private final int[] cameFrom;

    private final int[] queue;

    /// @param window in milliseconds, from the first event; its end is inside
    AnyOrderAttempts(int steps, long window) {
        this.steps = steps;
        this.window = window;
        holders = new int[steps];
        times = new long[steps];
        cameFrom = new int[steps];
        queue = new int[steps];
    }

    @Override
    public void find(Passing events, long from, long until, Attempt best) {
        best.clear();
        clear();
        int most = 0;
        int first = -1;
        for (int i = events.count() - 1; i >= 0; i--) {
            place(events, i);
            long start = events.time(i);
            int reached = start >= from && start < until ? within(start) : 0;
            if (reached > 0 && reached >= most) {
                most = reached;
                first = i;
            }
        }
        if (most > 0) {
            repeat(events, first, most, best);
        }
    }

    private void clear() {
        Arrays.fill(holders, NOBODY);
        Arrays.fill(times, NEVER);
    }

    /// How many steps an attempt that begins with the first event has.
    private int within(long start) {
        int count = 0;
        for (int step = 0; step < steps; step++) {
            count += times[step] - start <= window ? 1 : 0;
        }
        return count;
    }

    private void repeat(Passing events, int first, int reached, Attempt best) {
        clear();
        best.begin(events.at(first), events.time(first));
        place(events, first);
        for (int i = first + 1; best.steps() < reached; i++) {
            if (place(events, i)) {
                best.step(events.time(i));
            }
        }
    }

    /// Gives an event a step: a free one, or else that of the last event it competes with, which may be itself.
    ///
    /// @return whether one step more is taken
    private boolean place(Passing events, int event) {
        int seen = 0;
        int size = 0;
        int target = NOBODY;
        for (int taken = -1; taken < size; taken++) {
            int asking = taken < 0 ? event : holders[queue[taken]];
            int fitting = events.passed(asking) & ~seen;
            seen |= fitting;
            for (; fitting != 0; fitting &= fitting - 1) {
                int step = Integer.numberOfTrailingZeros(fitting);
                cameFrom[step] = taken < 0 ? step : queue[taken];
                if (holders[step] == NOBODY) {
                    give(event, events.time(event), step);
                    return true;
                }
                target = target == NOBODY || holders[step] > holders[target] ? step : target;
                queue[size++] = step;
            }
        }
        if (holders[target] > event) {
            give(event, events.time(event), target);
        }
        return false;
    }

    /// Moves each event on the way to a step one on, and the new one to where the way began.
    private void give(int event, long time, int step) {
        int at = step;
        while (cameFrom[at] != at) {
            holders[at] = holders[cameFrom[at]];
            times[at] = times[cameFrom[at]];
            at = cameFrom[at];
        }
        holders[at] = event;
        times[at] = time;
    }
}
