package perennial.core.segment;

import java.util.Locale;

/// The units of a stretch of time, the longest first. A day is 24 hours.
enum TimeUnit {
    DAYS(86_400),
    HOURS(3_600),
    MINUTES(60),
    SECONDS(1);

    private final long seconds;

    TimeUnit(long seconds) {
        this.seconds = seconds;
    }

    long seconds() {
        return seconds;
    }

    /// As the text form writes it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
