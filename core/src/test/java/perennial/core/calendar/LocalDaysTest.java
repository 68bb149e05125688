package perennial.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The table of offsets against the plain time library, second for second around midnights and clock changes.
class LocalDaysTest {
    private static final long UNTIL_2106 = 1L << 32;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/St_Johns",
                "Pacific/Chatham",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "Africa/Cairo",
                "Pacific/Apia"
            })
    void agrees_with_the_time_library(String zone) {
        var calendar = new Calendar(ZoneId.of(zone), DayOfWeek.MONDAY);
        var days = calendar.localDays();
        forAll(2_000, random -> random.nextLong(UNTIL_2106), second -> {
            var next = calendar.zone().getRules().nextTransition(Instant.ofEpochSecond(second));
            long change = next == null ? second : next.toEpochSecond();
            for (long each : new long[] {second, change - 1, change, change + 1}) {
                int day = calendar.dayOf(each * 1000);
                assertThat(days.dayOf(each)).isEqualTo(day);
                assertThat(days.startOf(day)).isEqualTo(calendar.startOf(day));
                assertThat(days.plusDays(each * 1000 + 7, 90)).isEqualTo(calendar.plusDays(each * 1000 + 7, 90));
                long sameUntil = days.sameDayUntil(each);
                assertThat(sameUntil).isGreaterThan(each);
                assertThat(calendar.dayOf((sameUntil - 1) * 1000)).isEqualTo(day);
            }
        });
    }
}
