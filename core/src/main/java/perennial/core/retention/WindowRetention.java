package perennial.core.retention;

import java.util.Arrays;
import perennial.core.history.OwnerSet;
import perennial.core.history.Passing;
import perennial.core.history.Shard;
import perennial.core.history.Timelines;
import perennial.core.question.Tallies;
import perennial.core.question.Tally;

/// Counts one shard by each one's own periods, measured from the exact time of entry, in one pass over the timelines.
final class WindowRetention {
    private final Retention retention;
    private final Shard shard;
    private final Timelines timelines;
    private final Passing back;
    private final long length;
    private final long seconds;
    private final ReturnWindow[] windows;
    private final int furthest;
    private int[] events = new int[64];
    private int[] enough = new int[64];

    WindowRetention(Retention retention, Shard shard) {
        this.retention = retention;
        this.shard = shard;
        timelines = shard.timelines();
        back = new Passing(shard, shard.filter(retention.back()));
        length = Window.millis(retention.scope().periods().every());
        seconds = length / 1000;
        windows = retention.windows().toArray(ReturnWindow[]::new);
        furthest = Arrays.stream(windows).mapToInt(ReturnWindow::last).max().orElse(0);
    }

    void count(Tallies tallies) {
        var by = shard.groups(retention.by());
        var reader = new EntryReader(retention, shard, shard.filter(retention.start()));
        OwnerSet.forEach(
                shard.members(),
                owner -> reader.read(owner, (cohort, at) -> count(tallies.of(by.of(owner, at)), owner, cohort, at)));
    }

    private void count(Tally tally, int owner, int cohort, long entry) {
        long start = timelines.time(entry);
        long watched = retention.scope().asOf() - start;
        long begun = (watched - 1) / length; // the last period that has
        long over = watched / length - 1; // the last period that is
        int periods = readPeriods(owner, entry, start);
        tally.add(retention.size(cohort), owner);
        for (int column = 0; column < windows.length; column++) {
            ReturnWindow window = windows[column];
            if (window.first() <= begun) {
                tally.add(retention.begun(cohort, column), owner);
            }
            if (window.judgedAfter() <= over) {
                tally.add(retention.eligible(cohort, column), owner);
            }
            if (window.first() < periods && enough[Math.min(window.last(), periods - 1) + 1] > enough[window.first()]) {
                tally.add(retention.returned(cohort, column), owner);
            }
        }
    }

    /// Fills `enough`: before each period after entry, how many periods had the return events they need.
    ///
    /// @return how many periods there are, up to the last with an event
    private int readPeriods(int owner, long entry, long start) {
        back.read(firstAt(owner, entry, start), shard.until(owner));
        int periods = back.count() == 0 ? 0 : Math.min(furthest, period(back.count() - 1, start)) + 1;
        if (periods >= enough.length) {
            events = new int[2 * periods];
            enough = new int[2 * periods];
        }
        Arrays.fill(events, 0, periods, 0);
        for (int i = 0; i < back.count(); i++) {
            int period = period(i, start);
            if (period >= periods) {
                break;
            }
            events[period]++;
        }
        for (int period = 0; period < periods; period++) {
            int least = period == 0 ? 1 : retention.leastEvents();
            enough[period + 1] = enough[period] + (events[period] >= least ? 1 : 0);
        }
        return periods;
    }

    /// From the first event at the very time of entry, which may stand before the one that entered.
    private long firstAt(int owner, long entry, long start) {
        long at = entry;
        while (at > shard.from(owner) && timelines.time(at - 1) == start) {
            at--;
        }
        return at;
    }

    /// The own period of a return event. Milliseconds decide only where a period begins within the event's second.
    private int period(int i, long start) {
        long passed = back.second(i) - start / 1000;
        long period = passed / seconds;
        return (int) (period * seconds == passed ? (timelines.time(back.at(i)) - start) / length : period);
    }
}
