package perennial.core.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Reads the local date of many instants: remembers the stretch of constant offset around the last one, so that a
/// look-up mostly costs an addition and a division. Seconds are of UTC, since 1970. Not for sharing between threads.
public final class LocalDays {
    private static final long SECONDS_A_DAY = 86_400;
    /// Long after the last event there can be, for windows that reach beyond it.
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Map<ZoneId, Stretches> ZONES = new ConcurrentHashMap<>();

    /// Where a zone's offset is constant: from `starts[i]` on it is `offsets[i]`, up to the next start.
    private record Stretches(long[] starts, int[] offsets) {
        static Stretches of(ZoneId zone) {
            ZoneRules rules = zone.getRules();
            List<ZoneOffsetTransition> transitions = new ArrayList<>();
            ZoneOffsetTransition next = rules.nextTransition(Instant.EPOCH);
            while (next != null && next.getInstant().isBefore(LAST)) {
                transitions.add(next);
                next = rules.nextTransition(next.getInstant());
            }
            long[] starts = new long[transitions.size() + 1];
            int[] offsets = new int[starts.length];
            starts[0] = Long.MIN_VALUE;
            offsets[0] = rules.getOffset(Instant.EPOCH).getTotalSeconds();
            for (int i = 1; i < starts.length; i++) {
                starts[i] = transitions.get(i - 1).toEpochSecond();
                offsets[i] = transitions.get(i - 1).getOffsetAfter().getTotalSeconds();
            }
            return new Stretches(starts, offsets);
        }
    }

    private final Calendar calendar;
    private final Stretches stretches;
    private long from = 1;
    private long until = 0;
    private long offset;
    private long day;

    LocalDays(Calendar calendar) {
        this.calendar = calendar;
        stretches = ZONES.computeIfAbsent(calendar.zone(), Stretches::of);
    }

    /// The epoch day of the local date.
    public int dayOf(long seconds) {
        seek(seconds);
        day = Math.floorDiv(seconds + offset, SECONDS_A_DAY);
        return (int) day;
    }

    /// The first second after the one read last that may be of another local date.
    public long sameDayUntil() {
        return Math.min(until, (day + 1) * SECONDS_A_DAY - offset);
    }

    /// The first second after the one read last at which the clock is changed: until then local dates ascend.
    public long sameOffsetUntil() {
        return until;
    }

    /// The epoch day of an instant in milliseconds.
    public int dayOfMillis(long millis) {
        return dayOf(Math.floorDiv(millis, 1000L));
    }

    /// The first second after `seconds` that may be of another local date.
    public long sameDayUntil(long seconds) {
        dayOf(seconds);
        return sameDayUntil();
    }

    /// The first instant of a local date, in milliseconds.
    public long startOf(int day) {
        seek(day * SECONDS_A_DAY);
        long start = day * SECONDS_A_DAY - offset;
        // Soon after the clock has gone back, midnight may have been twice; the first one counts.
        boolean isPlain = start < until && start - SECONDS_A_DAY >= from;
        return isPlain ? start * 1000 : calendar.startOf(day);
    }

    /// Whether all instants before the start of a local date are of earlier dates and all from it on are not: surely so
    /// unless the clock is changed within a day of it.
    public boolean isParting(int day) {
        seek(day * SECONDS_A_DAY);
        long start = day * SECONDS_A_DAY - offset;
        return start - SECONDS_A_DAY >= from && start + SECONDS_A_DAY < until;
    }

    /// The same local time so many days later, in milliseconds.
    public long plusDays(long millis, int days) {
        long seconds = Math.floorDiv(millis, 1000L);
        long later = seconds + days * SECONDS_A_DAY;
        seek(seconds);
        return later >= from && later < until ? millis + days * SECONDS_A_DAY * 1000 : calendar.plusDays(millis, days);
    }

    private void seek(long seconds) {
        if (seconds < from || seconds >= until) {
            int found = Arrays.binarySearch(stretches.starts, seconds);
            int at = found >= 0 ? found : -found - 2;
            from = stretches.starts[at];
            until = at + 1 < stretches.starts.length ? stretches.starts[at + 1] : Long.MAX_VALUE;
            offset = stretches.offsets[at];
        }
    }
}
