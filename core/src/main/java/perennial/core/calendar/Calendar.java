package perennial.core.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;

/// The local time of a workspace: its zone and the first day of its week.
///
/// Instants are milliseconds since 1970-01-01T00:00Z; days are epoch days of the local date.
public record Calendar(ZoneId zone, DayOfWeek weekStart) {

    /// UTC with weeks that begin on Monday, the default of a new workspace.
    public static final Calendar UTC = new Calendar(ZoneId.of("UTC"), DayOfWeek.MONDAY);

    private static final int DATE_LENGTH = 10;

    /// The local date of an instant, as an epoch day.
    public int dayOf(long millis) {
        return Math.toIntExact(local(millis).toLocalDate().toEpochDay());
    }

    /// The earliest local date from an instant on: where the clock is about to go back over midnight, the day before.
    public int firstDayFrom(long millis) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.ofEpochMilli(millis));
        int day = dayOf(millis);
        return next == null ? day : Math.min(day, dayOf(next.getInstant().toEpochMilli()));
    }

    /// The latest local date before an instant: where the clock has just gone back over midnight, the day after.
    public int lastDayBefore(long millis) {
        ZoneOffsetTransition last = zone.getRules().previousTransition(Instant.ofEpochMilli(millis));
        int day = dayOf(millis - 1);
        return last == null ? day : Math.max(day, dayOf(last.getInstant().toEpochMilli() - 1));
    }

    /// The local time of an instant.
    public LocalDateTime local(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDateTime();
    }

    /// The first instant of a local date. Where the clock skips midnight, the first instant after the gap.
    public long startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /// The first instant of a local date given as an epoch day.
    public long startOf(int day) {
        return startOf(LocalDate.ofEpochDay(day));
    }

    /// The instant of a local time: the earlier of two where the clock goes back, the one after the gap where it
    /// goes forward.
    public long instantOf(LocalDateTime local) {
        return local.atZone(zone).toInstant().toEpochMilli();
    }

    /// The same local time so many days later; `days` may be negative.
    public long plusDays(long millis, int days) {
        return Instant.ofEpochMilli(millis)
                .atZone(zone)
                .plusDays(days)
                .toInstant()
                .toEpochMilli();
    }

    /// The instant a text in ISO 8601 names: a time with zone, a local time, or a local date (its first instant).
    ///
    /// @throws java.time.DateTimeException if it is none of these
    public long parse(String text) {
        String time = text.strip().replace(' ', 'T');
        if (time.length() <= DATE_LENGTH) {
            return startOf(LocalDate.parse(time));
        }
        TemporalAccessor parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                time.length() == DATE_LENGTH + 6 ? time + ":00" : time, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime withZone
                ? withZone.toInstant().toEpochMilli()
                : instantOf(LocalDateTime.from(parsed));
    }

    /// A reader of many instants, fast where neighbours are near in time.
    public LocalDays localDays() {
        return new LocalDays(this);
    }
}
