package perennial.core.retention;

import perennial.core.calendar.Every;

/// How the periods after entry are measured.
public enum Window {
    /// By the local calendar: a period later is the next day, week or month for all.
    CALENDAR("calendar", "Periods are of the local calendar; period 0 is that of entry."),
    /// By each one's own clock, from the exact time of entry.
    HOURS_24(
            "24h",
            "Periods are each one's own, from the exact time of entry: a day is 24 hours, a week 7 of them, a month 30.");

    private static final long HOUR_MILLIS = 3_600_000;

    private final String word;
    private final String rule;

    Window(String word, String rule) {
        this.word = word;
        this.rule = rule;
    }

    static Window of(String word) {
        for (Window window : values()) {
            if (window.word.equals(word)) {
                return window;
            }
        }
        throw new IllegalArgumentException("\"" + word + "\" is no window; choose calendar or 24h");
    }

    String rule() {
        return rule;
    }

    /// Length of one period in own time, in milliseconds.
    ///
    /// @throws IllegalArgumentException for quarters and years, which have no fixed length
    static long millis(Every every) {
        return switch (every) {
            case HOUR -> HOUR_MILLIS;
            case DAY -> 24 * HOUR_MILLIS;
            case WEEK -> 7 * 24 * HOUR_MILLIS;
            case MONTH -> 30 * 24 * HOUR_MILLIS;
            case QUARTER, YEAR ->
                throw new IllegalArgumentException(
                        "24h cannot go with --every " + every
                                + ", which has no fixed number of hours; choose hour, day, week or month, or --window calendar");
        };
    }
}
