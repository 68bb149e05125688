package perennial.core.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import perennial.core.answer.State;
import perennial.core.calendar.Calendar;
import perennial.core.calendar.Every;
import perennial.core.calendar.Periods;
import perennial.core.history.History;
import perennial.core.selection.Selection;

/// What every question settles first: the periods of its range, and the instant at which states are judged.
///
/// @param periods those that overlap the range; a period the range cuts is taken whole
/// @param asOf in milliseconds
public record Scope(Periods periods, long asOf) {

    /// Which events count, for questions that ask of one selection.
    public static final Option EVENT = new Option("event", "SELECTION", "*", "Which events count; * is any activity.");

    private static final String EVERY = "every";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final String DAYS_OR_LONGER = "day|week|month|quarter|year";

    /// The option that sets the length of a period.
    public static Option every(Every byDefault) {
        return every("hour|" + DAYS_OR_LONGER, byDefault);
    }

    /// The same for questions whose shortest period is a day.
    public static Option everyDay(Every byDefault) {
        return every(DAYS_OR_LONGER, byDefault);
    }

    /// The same for questions of a few lengths only.
    public static Option every(String values, Every byDefault) {
        return new Option(EVERY, values, byDefault.toString(), "Length of a period.");
    }

    /// The range of `--from`, `--until` and `--every`: by default all of the history.
    ///
    /// @throws BadOption if a setting cannot be read, or the range is empty or too long
    public static Scope of(Options options, History history) {
        return of(options, history, every(options));
    }

    /// The same in periods of a length that is not asked for.
    ///
    /// @throws BadOption if a date cannot be read, or the range is empty or too long
    public static Scope of(Options options, History history, Every every) {
        Span span = Span.of(options, history);
        return scope(() -> Periods.covering(history.calendar(), every, span.from(), span.until()), history);
    }

    private static Scope scope(Supplier<Periods> periods, History history) {
        try {
            return new Scope(periods.get(), history.asOf());
        } catch (IllegalArgumentException tooMany) {
            throw new BadOption(EVERY, String.valueOf(tooMany.getMessage()));
        }
    }

    private static Every every(Options options) {
        return options.read(EVERY, Every::of).orElseThrow();
    }

    private static Every dayOrLonger(Options options) {
        Every every = every(options);
        if (every == Every.HOUR) {
            throw new BadOption(EVERY, "this question counts days; choose day, week, month, quarter or year");
        }
        return every;
    }

    /// The same for questions whose shortest period is a day.
    ///
    /// @throws BadOption also if hours are asked for
    public static Scope ofDays(Options options, History history) {
        return of(options, history, dayOrLonger(options));
    }

    /// The range for questions of one stretch of days or longer periods: without `--from` the last periods that are
    /// over, at the end of the range or as of now, whichever is earlier.
    ///
    /// @param usual how many periods of a length are asked then
    /// @throws BadOption as [#ofDays]
    public static Scope last(Options options, History history, ToIntFunction<Every> usual) {
        if (options.isGiven(FROM) || history.firstTime().isEmpty()) {
            return ofDays(options, history);
        }
        Calendar calendar = history.calendar();
        Every every = dayOrLonger(options);
        long until = options.read(UNTIL, Scope::date).map(calendar::startOf).orElse(history.asOf());
        long end = Math.min(until, history.asOf());
        int count = usual.applyAsInt(every);
        LocalDateTime after = every.floor(calendar.local(end), calendar.weekStart());
        return scope(() -> Periods.from(calendar, every, every.plus(after, -count), count), history);
    }

    /// The selection under an option that has a default.
    public static Selection selection(Options options, Option option) {
        return options.read(option.name(), Selection::parse).orElseThrow();
    }

    /// A selection in words, for the rules of an answer.
    public static String words(Selection selection) {
        return selection.equals(Selection.ACTIVITY) ? "any activity of its own" : "\"" + selection + "\"";
    }

    /// The state of a period.
    public State state(int period) {
        return State.of(periods.start(period), periods.end(period), asOf);
    }

    /// The local date of the as-of instant: days before it are over.
    public int today() {
        return periods.calendar().dayOf(asOf);
    }

    static LocalDate date(String text) {
        LocalDate date = parsed(text);
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" lies outside the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return date;
    }

    private static LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a date; write one such as 2026-03-01");
        }
    }

    /// An instant in milliseconds, of an option.
    static long instant(String option, String text, Calendar calendar) {
        try {
            return instant(text, calendar);
        } catch (IllegalArgumentException fault) {
            throw new BadOption(option, String.valueOf(fault.getMessage()));
        }
    }

    /// An instant in milliseconds: a date (its first instant), a local time, or a time with zone.
    static long instant(String text, Calendar calendar) {
        try {
            return calendar.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is not a time; write one such as 2026-03-01, 2026-03-01T09:00 or 2026-03-01T09:00:00Z");
        }
    }
}
