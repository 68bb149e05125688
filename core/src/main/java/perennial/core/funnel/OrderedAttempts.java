package perennial.core.funnel;

import java.util.Arrays;
import perennial.core.history.Passing;

/// Attempts whose steps follow in order, with anything between.
///
/// One pass keeps, for each step, the latest beginning of an attempt that has come so far: whatever an
/// earlier one can still reach in time, a later one can. So the first event to complete `n` steps is found
/// whatever the number of attempts. The best attempt with `n` steps is then the earliest that begins no more
/// than the window before that event: had it completed sooner, that event would not be the first.
final class OrderedAttempts implements Attempts {
    /// Before every window, and no overflow away.
    private static final long NEVER = Long.MIN_VALUE / 4;

    private final long window;
    private final long[] begun;

    /// @param window in milliseconds, from the first event; its end is inside
    OrderedAttempts(int steps, long window) {
        this.window = window;
        begun = new long[steps];
    }

    @Override
    public void find(Passing events, long from, long until, Attempt best) {
        best.clear();
        Arrays.fill(begun, NEVER);
        int reached = 0;
        int last = -1;
        for (int i = 0; i < events.count(); i++) {
            int steps = events.passed(i);
            long time = events.time(i);
            // Which step an event is, and whether it comes in time, is a coin toss to the processor: so masks, not
            // branches.
            // From the last step on, so that an event is one step only.
            for (int step = Math.min(reached, begun.length - 1); step > 0; step--) {
                long isStep = -(steps >>> step & 1L) & ~(window - (time - begun[step - 1]) >> 63);
                begun[step] = begun[step - 1] & isStep | begun[step] & ~isStep;
            }
            long isBeginning = -(steps & 1L) & ~(time - from >> 63) & (time - until >> 63);
            begun[0] = time & isBeginning | begun[0] & ~isBeginning;
            if (begun[reached] != NEVER) {
                last = i;
                if (++reached == begun.length) {
                    break;
                }
            }
        }
        if (reached > 0) {
            repeat(events, first(events, from, until, last), reached, best);
        }
    }

    /// The earliest beginning that has the event `last` in its window.
    private int first(Passing events, long from, long until, int last) {
        long earliest = Math.max(from, events.time(last) - window);
        int first = last;
        for (int i = last; i >= 0 && events.time(i) >= earliest; i--) {
            if ((events.passed(i) & 1) != 0 && events.time(i) < until) {
                first = i;
            }
        }
        return first;
    }

    private static void repeat(Passing events, int first, int reached, Attempt best) {
        best.begin(events.at(first), events.time(first));
        for (int i = first + 1; best.steps() < reached; i++) {
            if ((events.passed(i) >>> best.steps() & 1) != 0) {
                best.step(events.time(i));
            }
        }
    }
}
