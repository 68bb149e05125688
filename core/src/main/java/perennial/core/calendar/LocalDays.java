package perennial.core.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// Reads the local date of many instants: remembers the stretch of constant offset around the last one, so that a
/// look-up costs an addition and a division. Not for sharing between threads.
public final class LocalDays {
    private static final int SECONDS_A_DAY = 86_400;

    private final ZoneRules rules;
    private long from = 1;
    private long until = 0;
    private long offset;

    LocalDays(ZoneId zone) {
        rules = zone.getRules();
    }

    /// The epoch day of the local date at `seconds` since 1970-01-01T00:00Z.
    public int dayOf(long seconds) {
        return (int) Math.floorDiv(seconds + offsetAt(seconds), SECONDS_A_DAY);
    }

    /// Seconds to add to UTC for local time.
    public long offsetAt(long seconds) {
        if (seconds < from || seconds >= until) {
            seek(seconds);
        }
        return offset;
    }

    private void seek(long seconds) {
        Instant instant = Instant.ofEpochSecond(seconds);
        offset = rules.getOffset(instant).getTotalSeconds();
        ZoneOffsetTransition next = rules.nextTransition(instant);
        until = next == null ? Long.MAX_VALUE : next.toEpochSecond();
        ZoneOffsetTransition previous = rules.previousTransition(instant.plusSeconds(1));
        from = previous == null ? Long.MIN_VALUE : previous.toEpochSecond();
    }
}
