package perennial.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
    private static final Calendar BERLIN = new Calendar(ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY);

    @ParameterizedTest
    @CsvSource({
        "day,     2026-03-29, 2026-03-29T00:00, 23", // the clock goes forward
        "day,     2026-10-25, 2026-10-25T00:00, 25", // and back
        "week,    2026-12-31, 2026-12-28T00:00, 168", // ISO week 53
        "month,   2024-02-29, 2024-02-01T00:00, 696", // a leap day
        "quarter, 2026-05-17, 2026-04-01T00:00, 2184",
        "year,    2026-06-01, 2026-01-01T00:00, 8760",
    })
    void a_period_begins_and_ends_by_the_local_calendar(String every, String within, String start, long hours) {
        var periods = Periods.from(BERLIN, Every.of(every), LocalDateTime.parse(within + "T12:00"), 1);
        assertThat(BERLIN.local(periods.start(0))).isEqualTo(LocalDateTime.parse(start));
        assertThat((periods.end(0) - periods.start(0)) / 3_600_000).isEqualTo(hours);
        assertThat(periods.label(0)).isEqualTo(start.substring(0, 10));
    }

    @ParameterizedTest
    @CsvSource({
        "MONDAY,2026-03-02",
        "SUNDAY,2026-03-01",
        "SATURDAY,2026-02-28",
        "WEDNESDAY,2026-03-04",
        "FRIDAY,2026-02-27"
    })
    void a_week_may_begin_on_any_weekday(DayOfWeek first, String start) {
        var calendar = new Calendar(ZoneId.of("UTC"), first);
        assertThat(Periods.from(calendar, Every.WEEK, LocalDateTime.parse("2026-03-05T08:00"), 1)
                        .label(0))
                .isEqualTo(start);
    }

    @Test
    void a_repeated_hour_is_one_period_of_two_hours() {
        var periods = Periods.from(BERLIN, Every.HOUR, LocalDateTime.parse("2026-10-25T01:00"), 3);
        assertThat(IntStream.range(0, 3).mapToObj(periods::label))
                .containsExactly("2026-10-25T01:00", "2026-10-25T02:00", "2026-10-25T03:00");
        assertThat(periods.end(1) - periods.start(1)).isEqualTo(2 * 3_600_000);
    }

    @Test
    void a_skipped_hour_never_holds_an_event() {
        var periods = Periods.from(BERLIN, Every.HOUR, LocalDateTime.parse("2026-03-29T01:00"), 3);
        assertThat(periods.ofInstant(Instant.parse("2026-03-29T00:59:59Z").toEpochMilli()))
                .isZero();
        assertThat(periods.ofInstant(Instant.parse("2026-03-29T01:00:00Z").toEpochMilli()))
                .isEqualTo(2);
        assertThat(periods.end(1) - periods.start(1)).isZero();
    }

    @Test
    void half_an_hour_of_summer_time_is_known() {
        var lordHowe = new Calendar(ZoneId.of("Australia/Lord_Howe"), DayOfWeek.MONDAY);
        var periods = Periods.from(lordHowe, Every.DAY, LocalDateTime.parse("2026-04-05T12:00"), 1);
        assertThat((periods.end(0) - periods.start(0)) / 60_000).isEqualTo(24 * 60 + 30);
    }

    @Test
    void a_range_takes_every_period_it_touches() {
        var periods = Periods.covering(
                BERLIN,
                Every.MONTH,
                Instant.parse("2026-01-31T22:59:59Z").toEpochMilli(),
                Instant.parse("2026-02-28T23:00:00Z").toEpochMilli());
        assertThat(IntStream.range(0, periods.count()).mapToObj(periods::label))
                .containsExactly("2026-01-01", "2026-02-01");
    }

    @Test
    void instants_and_days_outside_are_in_no_period() {
        var periods = Periods.from(BERLIN, Every.WEEK, LocalDateTime.parse("2026-03-04T00:00"), 2);
        assertThat(periods.ofDay(periods.day(0) - 1)).isEqualTo(-1);
        assertThat(periods.ofDay(periods.day(1))).isEqualTo(1);
        assertThat(periods.ofDay(periods.day(2))).isEqualTo(-1);
        assertThat(periods.ofInstant(periods.start(2))).isEqualTo(-1);
    }

    @Test
    void too_many_periods_are_refused() {
        assertThatThrownBy(() -> Periods.from(BERLIN, Every.HOUR, LocalDateTime.parse("2026-03-04T00:00"), 200_000))
                .hasMessage(
                        "The range holds more than 100000 periods of one hour; choose a shorter range or longer periods");
    }
}
