package perennial.core.retention;

import java.util.Arrays;
import perennial.core.history.EventFilter;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.history.Timelines;
import perennial.core.question.Tallies;
import perennial.core.question.Tally;

/// Counts one shard by each one's own periods, measured from the exact time of entry, in one pass over the timelines.
final class WindowRetention {
    private final Retention retention;
    private final Shard shard;
    private final Timelines timelines;
    private final EventFilter back;
    private final long length;
    private final int furthest;
    private final int leastEvents;
    private int[] events;

    WindowRetention(Retention retention, Shard shard) {
        this.retention = retention;
        this.shard = shard;
        timelines = shard.timelines();
        back = shard.filter(retention.back());
        length = Window.millis(retention.scope().periods().every());
        furthest = retention.windows().stream()
                .mapToInt(window -> window.last() == ReturnWindow.NEVER ? Integer.MAX_VALUE : window.last())
                .max()
                .orElse(0);
        leastEvents = retention.leastEvents();
        events = new int[16];
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
        int last = countEvents(owner, entry, start);
        tally.add(retention.size(cohort), owner);
        for (int column = 0; column < retention.windows().size(); column++) {
            ReturnWindow window = retention.windows().get(column);
            if (start + window.first() * length < retention.scope().asOf()) {
                tally.add(retention.begun(cohort, column), owner);
                if (hasReturned(window, last)) {
                    tally.add(retention.returned(cohort, column), owner);
                }
            }
            if (start + (window.judgedAfter() + 1L) * length
                    <= retention.scope().asOf()) {
                tally.add(retention.eligible(cohort, column), owner);
            }
        }
    }

    /// Counts the return events of each period after entry; gives the last period with any, or -1.
    private int countEvents(int owner, long entry, long start) {
        Arrays.fill(events, 0);
        int last = -1;
        int period = 0;
        long end = start + length;
        long seenUntil = 0; // seconds of a period that has all the events it needs are passed over
        long until = shard.until(owner);
        // From the first event at the very time of entry, which may stand before the one that entered.
        for (long at = firstAt(owner, entry, start); at < until && period <= furthest; at++) {
            if (timelines.second(at) < seenUntil || !back.test(at)) {
                continue;
            }
            for (long time = timelines.time(at); time >= end; end += length) {
                period++;
            }
            if (period <= furthest) {
                last = period;
                if (last >= events.length) {
                    events = Arrays.copyOf(events, Math.max(last + 1, 2 * events.length));
                }
                if (++events[last] >= leastEvents) {
                    seenUntil = end / 1000;
                }
            }
        }
        return last;
    }

    private long firstAt(int owner, long entry, long start) {
        long at = entry;
        while (at > shard.from(owner) && timelines.time(at - 1) == start) {
            at--;
        }
        return at;
    }

    private boolean hasReturned(ReturnWindow window, int last) {
        int end = Math.min(window.last(), last);
        for (int period = window.first(); period <= end; period++) {
            if (events[period] >= (period == 0 ? 1 : retention.leastEvents())) {
                return true;
            }
        }
        return false;
    }
}
