package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.core.calendar.Calendar;
import perennial.core.calendar.Every;
import perennial.core.random.RandomHistory;
import perennial.core.random.RawEvent;

/// Both opinions must mean the same by a local time: DuckDB's zones against those of Java.
class CalendarSqlTest {

    @Test
    void local_times_periods_and_their_instants_are_those_of_the_calendar() {
        forAll(60, random -> RandomHistory.of(random, 40), history -> {
            try (var on = new OpinionOn(history)) {
                var calendar = new Calendar(history.zone(), history.weekStart());
                for (Every every : Every.values()) {
                    on.ask("active-users", Map.of("every", every.toString()));
                    for (RawEvent event : history.events()) {
                        LocalDateTime local = calendar.local(event.timeMillis());
                        LocalDateTime start = every.floor(local, history.weekStart());
                        assertThat(said(on, event.timeMillis()))
                                .as("%s of %s", every, local)
                                .isEqualTo(local + " " + start + " " + calendar.instantOf(start) + " "
                                        + calendar.startOf(local.toLocalDate()) + " "
                                        + every.plus(start, 1) + " 1");
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "America/St_Johns, 2007-03-11", "America/St_Johns, 2007-11-03", "America/St_Johns, 2007-11-04",
        "America/St_Johns, 1988-04-03", "Europe/Berlin, 2026-03-29", "Europe/Berlin, 2026-10-25",
        "Australia/Lord_Howe, 2026-04-05", "Australia/Lord_Howe, 2026-10-04", "Asia/Kathmandu, 1986-01-01",
        "Pacific/Chatham, 2026-04-05", "Pacific/Chatham, 2026-09-27"
    })
    void a_skipped_local_time_moves_on_and_of_a_repeated_one_the_first_is_meant(String zone, LocalDate date)
            throws Exception {
        var calendar = new Calendar(ZoneId.of(zone), DayOfWeek.MONDAY);
        try (var on = new OpinionOn(Told.in(zone, DayOfWeek.MONDAY, "ada | " + date + " | Opened"))) {
            on.ask("active-users", Map.of());
            for (int minute = 0; minute < 24 * 60; minute += 10) {
                LocalDateTime local = date.atStartOfDay().plusMinutes(minute);
                try (var statement = on.connection().prepareStatement("SELECT instant_of(?::TIMESTAMP)")) {
                    statement.setString(1, local.toString());
                    var result = statement.executeQuery();
                    result.next();
                    assertThat(result.getLong(1)).as(local.toString()).isEqualTo(calendar.instantOf(local));
                }
            }
        }
    }

    private static String said(OpinionOn on, long millis) throws java.sql.SQLException {
        try (var statement = on.connection().prepareStatement("""
                SELECT l, p, instant_of(p), instant_of(l::DATE::TIMESTAMP), period_plus(p, 1),
                       period_number(period_plus(p, 1)) - period_number(p)
                FROM (SELECT local_of(ms) AS l, period_start(local_of(ms)) AS p FROM (SELECT ?::BIGINT AS ms))""")) {
            statement.setLong(1, millis);
            var result = statement.executeQuery();
            result.next();
            return result.getTimestamp(1).toLocalDateTime() + " "
                    + result.getTimestamp(2).toLocalDateTime() + " "
                    + result.getLong(3) + " " + result.getLong(4) + " "
                    + result.getTimestamp(5).toLocalDateTime() + " "
                    + result.getLong(6);
        }
    }
}
