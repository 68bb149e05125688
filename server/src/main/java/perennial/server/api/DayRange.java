package perennial.server.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import perennial.core.question.BadOption;

/// The days of UTC `[from, until)` that somebody asks for; the last 30 with today unless they say otherwise.
public record DayRange(LocalDate from, LocalDate until) {
    private static final int DAYS = 30;

    /// Those of the parameters `from` and `until`.
    ///
    /// @throws BadOption if one is no date
    public static DayRange of(Parameters parameters, Clock clock) {
        LocalDate until = parameters
                .read("until", DayRange::date)
                .orElseGet(() -> today(clock).plusDays(1));
        return new DayRange(parameters.read("from", DayRange::date).orElse(until.minusDays(DAYS)), until);
    }

    /// The day that it is.
    public static LocalDate today(Clock clock) {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a date; write one such as 2026-03-01", e);
        }
    }
}
