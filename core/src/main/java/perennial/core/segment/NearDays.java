package perennial.core.segment;

import java.util.Arrays;
import perennial.core.calendar.LocalDays;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;

/// What local dates alone tell of who did one thing at most so long before another: most owners need no look at their
/// events.
///
/// @param sure who did so, as two of the dates are surely in order and near enough
/// @param open who may have, besides
record NearDays(long[] sure, long[] open) {
    private static final long DAY_MILLIS = 86_400_000;

    /// @param when the dates on which the first counts
    static NearDays of(Shard shard, Segment.DidThen did, Period.Days when, long mostMillis) {
        Period.Days all = Period.Days.of(shard.history());
        int count = all.count();
        long[] nobody = OwnerSet.empty(shard.size());
        var begin = new long[count];
        var end = new long[count];
        bound(shard.history().calendar().localDays(), all.from(), begin, end);
        var first = new long[count][];
        for (int i = 0; i < count; i++) {
            int day = all.from() + i;
            first[i] = when.has(day) ? shard.active(did.first(), day, day + 1) : nobody;
        }
        var near = new NearDays(OwnerSet.empty(shard.size()), OwnerSet.empty(shard.size()));
        var surely = new Window(first, shard.size());
        var maybe = new Window(first, shard.size());
        for (int i = 0; i < count; i++) {
            long[] then = shard.active(did.then(), all.from() + i, all.from() + i + 1);
            surely.move(from(begin, end[i] - mostMillis), from(end, begin[i] + 1));
            maybe.move(from(end, begin[i] - mostMillis + 1), from(begin, end[i]));
            surely.addBoth(then, near.sure);
            maybe.addBoth(then, near.open);
        }
        return new NearDays(near.sure, OwnerSet.except(near.open, near.sure));
    }

    /// From when on all events of a date and of those after it are, and before when all of it and of those before it.
    private static void bound(LocalDays localDays, int day, long[] begin, long[] end) {
        int count = begin.length;
        for (int i = 0; i < count; i++) {
            // In rare zones local dates do not follow the order of time: a day to each side.
            begin[i] = localDays.startOf(day + i) - (localDays.isParting(day + i) ? 0 : DAY_MILLIS);
            end[i] = localDays.startOf(day + i + 1) + (localDays.isParting(day + i + 1) ? 0 : DAY_MILLIS);
        }
        for (int i = 1; i < count; i++) {
            end[i] = Math.max(end[i], end[i - 1]);
            begin[count - 1 - i] = Math.min(begin[count - 1 - i], begin[count - i]);
        }
    }

    /// The first of some ascending instants that is at another or later.
    private static int from(long[] instants, long at) {
        int low = 0;
        int high = instants.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (instants[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The union of those sets of a row that stand in a window, which moves on only. Each set is added twice: to the
    /// recent ones when it comes in; once all before them have gone, to the unions with all that came after it.
    private static final class Window {
        private final long[][] sets;
        private final long[][] unions;
        private final long[] recent;
        private int from;
        private int turn;
        private int until;

        Window(long[][] sets, int owners) {
            this.sets = sets;
            unions = new long[sets.length][];
            recent = OwnerSet.empty(owners);
        }

        /// To `[newFrom, newUntil)`, or to nothing if it ends before it begins.
        void move(int newFrom, int newUntil) {
            for (; until < Math.max(newFrom, newUntil); until++) {
                OwnerSet.or(recent, sets[until]);
            }
            from = newFrom;
            if (from > turn) {
                long[] union = new long[recent.length];
                for (int i = until - 1; i >= from; i--) {
                    union = union.clone();
                    OwnerSet.or(union, sets[i]);
                    unions[i] = union;
                }
                Arrays.fill(recent, 0);
                turn = until;
            }
        }

        /// Adds to `into` those of a set who are in the window.
        void addBoth(long[] set, long[] into) {
            long[] old = from < turn ? unions[from] : recent;
            for (int i = 0; i < into.length; i++) {
                into[i] |= set[i] & (old[i] | recent[i]);
            }
        }
    }
}
