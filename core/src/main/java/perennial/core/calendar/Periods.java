package perennial.core.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/// A run of consecutive periods of one granularity, numbered from 0. Each is half-open, `[start, end)`.
///
/// A repeated local hour (the clock goes back) is one period of two hours; a skipped one is no period of its own:
/// it is there with length 0 and never holds an event.
public final class Periods {
    /// More would not fit on any page and would need gigabytes.
    public static final int MOST = 100_000;

    private final Calendar calendar;
    private final Every every;
    private final LocalDateTime first;
    private final long[] bounds;
    private final int firstDay;
    private final int[] periodOfDay;

    private Periods(Calendar calendar, Every every, LocalDateTime first, int count) {
        this.calendar = calendar;
        this.every = every;
        this.first = first;
        bounds = new long[count + 1];
        for (int i = 0; i <= count; i++) {
            bounds[i] = calendar.instantOf(every.plus(first, i));
        }
        firstDay = Math.toIntExact(first.toLocalDate().toEpochDay());
        periodOfDay = every == Every.HOUR ? new int[0] : daysToPeriods(count);
    }

    /// The `count` periods from the one that holds the local time on.
    ///
    /// @throws IllegalArgumentException if there are more than [#MOST]
    public static Periods from(Calendar calendar, Every every, LocalDateTime within, long count) {
        if (count > MOST) {
            throw new IllegalArgumentException("The range holds more than " + MOST + " periods of one " + every
                    + "; choose a shorter range or longer periods");
        }
        return new Periods(calendar, every, every.floor(within, calendar.weekStart()), (int) count);
    }

    /// All periods that overlap `[from, until)`, given in milliseconds; none if it is empty.
    public static Periods covering(Calendar calendar, Every every, long from, long until) {
        LocalDateTime start = every.floor(calendar.local(from), calendar.weekStart());
        long count = 0;
        while (count <= MOST && from < until && calendar.instantOf(every.plus(start, count)) < until) {
            count++;
        }
        return from(calendar, every, start, count);
    }

    private int[] daysToPeriods(int count) {
        int last = Math.toIntExact(every.plus(first, count).toLocalDate().toEpochDay());
        int[] periods = new int[last - firstDay];
        for (int i = 0; i < count; i++) {
            Arrays.fill(periods, day(i) - firstDay, day(i + 1) - firstDay, i);
        }
        return periods;
    }

    public int count() {
        return bounds.length - 1;
    }

    public Every every() {
        return every;
    }

    public Calendar calendar() {
        return calendar;
    }

    /// Whether the clock skips this hour, so that it never was.
    public boolean isSkipped(int i) {
        return start(i) == end(i);
    }

    /// First instant of period `i`, in milliseconds; `i` may be [#count()], for the end of the last.
    public long start(int i) {
        return bounds[i];
    }

    /// The instant that ends period `i`, itself outside.
    public long end(int i) {
        return bounds[i + 1];
    }

    /// Epoch day of the local date on which period `i` starts; `i` may be [#count()].
    public int day(int i) {
        return Math.toIntExact(every.plus(first, i).toLocalDate().toEpochDay());
    }

    /// ISO local date of the start, for hours the local date-time.
    public String label(int i) {
        LocalDateTime start = every.plus(first, i);
        return every == Every.HOUR ? start.toString() : start.toLocalDate().toString();
    }

    /// The period of a local date, -1 outside. Not for hours.
    public int ofDay(int day) {
        int at = day - firstDay;
        return at < 0 || at >= periodOfDay.length ? -1 : periodOfDay[at];
    }

    /// The period of an instant in milliseconds, -1 outside. For periods of a day and more, [#ofDay] with the local
    /// date is the truth: in rare zones the clock has gone back across midnight.
    public int ofInstant(long millis) {
        if (every == Every.HOUR) {
            return ofHour(millis);
        }
        if (bounds.length < 2 || millis < bounds[0] || millis >= bounds[bounds.length - 1]) {
            return -1;
        }
        int at = Arrays.binarySearch(bounds, millis);
        return at >= 0 ? at : -at - 2;
    }

    /// By the local time, not by the bounds: where the clock goes back at 00:01, the second half of the hour from 23:00
    /// lies after the start of the hour from 00:00.
    private int ofHour(long millis) {
        long local = millis
                + calendar.zone()
                                .getRules()
                                .getOffset(Instant.ofEpochMilli(millis))
                                .getTotalSeconds()
                        * 1000L;
        long firstHour = Math.floorDiv(first.toEpochSecond(ZoneOffset.UTC), 3600L);
        long at = Math.floorDiv(local, 3_600_000L) - firstHour;
        return at < 0 || at >= count() ? -1 : (int) at;
    }

    /// The same run with `more` further periods before it.
    public Periods extendedBack(int more) {
        return new Periods(calendar, every, every.plus(first, -more), count() + more);
    }
}
