package perennial.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;

/// How long one period is: the granularity of a question.
public enum Every {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /// The granularity with this name, such as `week`.
    ///
    /// @throws IllegalArgumentException naming the choices, if there is none
    public static Every of(String name) {
        return Arrays.stream(values())
                .filter(every -> every.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + name + "\" is no period; choose one of hour, day, week, month, quarter, year"));
    }

    /// Start of the period in which the local time lies.
    public LocalDateTime floor(LocalDateTime local, DayOfWeek weekStart) {
        return this == HOUR
                ? local.truncatedTo(ChronoUnit.HOURS)
                : floor(local.toLocalDate(), weekStart).atStartOfDay();
    }

    /// Start of the period in which the local date lies; a day for [#HOUR].
    public LocalDate floor(LocalDate date, DayOfWeek weekStart) {
        return switch (this) {
            case HOUR, DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> date.withDayOfMonth(1).minusMonths((date.getMonthValue() - 1) % 3);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    /// The local time `n` periods after a start; `n` may be negative.
    public LocalDateTime plus(LocalDateTime start, long n) {
        return switch (this) {
            case HOUR -> start.plusHours(n);
            case DAY -> start.plusDays(n);
            case WEEK -> start.plusWeeks(n);
            case MONTH -> start.plusMonths(n);
            case QUARTER -> start.plusMonths(3 * n);
            case YEAR -> start.plusYears(n);
        };
    }

    /// As the command line writes it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
