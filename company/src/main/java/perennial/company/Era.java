package perennial.company;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The two years the demo company is known for, and the dates on which something happened to it.
final class Era {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LocalDate FIRST_DAY = LocalDate.of(2024, 10, 1);
    /// The first day after the two years.
    static final LocalDate UNTIL_DAY = LocalDate.of(2026, 10, 1);

    /// The release that broke first steps; mended four weeks later.
    static final LocalDate BAD_RELEASE_FROM = LocalDate.of(2025, 5, 12);

    static final LocalDate BAD_RELEASE_UNTIL = LocalDate.of(2025, 6, 9);

    /// All prices rise; two months long more contracts than usual are cancelled for it.
    static final LocalDate PRICE_RISE_FROM = LocalDate.of(2026, 2, 1);

    static final LocalDate PRICE_RISE_UNTIL = LocalDate.of(2026, 4, 1);

    /// The day of the comeback mail.
    static final LocalDate CAMPAIGN_DAY = LocalDate.of(2026, 3, 9);

    static final long HOUR = 3_600_000L;
    static final long DAY = 24 * HOUR;
    static final long WEEK = 7 * DAY;

    static final long FROM = startOf(FIRST_DAY);
    static final long UNTIL = startOf(UNTIL_DAY);
    static final long CAMPAIGN =
            CAMPAIGN_DAY.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant().toEpochMilli();

    private static final long BAD_RELEASE_START = startOf(BAD_RELEASE_FROM);
    private static final long BAD_RELEASE_END = startOf(BAD_RELEASE_UNTIL);
    private static final long PRICE_RISE_START = startOf(PRICE_RISE_FROM);
    private static final long PRICE_RISE_END = startOf(PRICE_RISE_UNTIL);

    private Era() {}

    static long startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant().toEpochMilli();
    }

    static boolean isBadRelease(long time) {
        return time >= BAD_RELEASE_START && time < BAD_RELEASE_END;
    }

    static boolean hasNewPrices(long time) {
        return time >= PRICE_RISE_START;
    }

    static boolean isPriceRiseFelt(long time) {
        return time >= PRICE_RISE_START && time < PRICE_RISE_END;
    }
}
