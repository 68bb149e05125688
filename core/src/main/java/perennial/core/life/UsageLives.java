package perennial.core.life;

import java.util.Arrays;
import perennial.core.calendar.LocalDays;
import perennial.core.history.Shard;
import perennial.core.selection.Selection;

/// Lives by use: a life ends when `inactiveAfter` days have passed without activity, at the start of the day after
/// them, and the next begins with the next activity. For shops and products without contracts.
public record UsageLives(int inactiveAfter) implements LifeSource {

    @Override
    public Lives in(Shard shard) {
        return new ByDays(shard);
    }

    /// Knows of each life its active days alone; the events are looked up when asked for.
    private final class ByDays implements Lives {
        private final Shard shard;
        private final LocalDays localDays;
        private final ActiveDays days;
        private int[] last = new int[8];
        private int count;

        ByDays(Shard shard) {
            this.shard = shard;
            localDays = shard.history().calendar().localDays();
            days = new ActiveDays(shard, Selection.ACTIVITY);
        }

        @Override
        public void read(int owner) {
            days.read(owner);
            count = 0;
            for (int i = 0; i < days.count(); i++) {
                if (i + 1 == days.count() || days.day(i + 1) - days.day(i) > inactiveAfter) {
                    if (count == last.length) {
                        last = Arrays.copyOf(last, 2 * count);
                    }
                    last[count++] = i;
                }
            }
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public long start(int i) {
            return shard.timelines().time(startAt(i));
        }

        @Override
        public long end(int i) {
            long end = localDays.startOf(days.day(last[i]) + inactiveAfter + 1);
            return i + 1 == count && end > shard.history().asOf() ? OPEN : end;
        }

        @Override
        public long startAt(int i) {
            return days.firstAt(i == 0 ? 0 : last[i - 1] + 1);
        }

        @Override
        public long endAt(int i) {
            return days.lastAt(last[i]);
        }
    }

    @Override
    public String rule() {
        return "A life lasts until " + inactiveAfter + " days without activity have passed.";
    }
}
