package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.sql.SQLException;
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

/// Both opinions must mean the same by a local time: DuckDB's zones against those of Java.
class CalendarSqlTest {

    @Test
    void local_times_periods_and_their_instants_are_those_of_the_calendar() {
        forAll(10, random -> RandomHistory.of(random, 60), history -> {
            try (var on = new OpinionOn(history)) {
                on.ask("active-users", Map.of());
                for (Every every : Every.values()) {
                    checkPeriods(on, new Calendar(history.zone(), history.weekStart()), every);
                }
            }
        });
    }

    private static void checkPeriods(OpinionOn on, Calendar calendar, Every every) throws SQLException {
        try (var setting = on.connection().prepareStatement("SET VARIABLE every = ?")) {
            setting.setString(1, every.toString());
            setting.execute();
        }
        try (var statement = on.connection().createStatement();
                var result = statement.executeQuery("""
                        SELECT time_ms, l, p, instant_of(p), instant_of(l::DATE::TIMESTAMP), q,
                               period_number(q) - period_number(p)
                        FROM (SELECT *, period_plus(p, 1) AS q
                              FROM (SELECT time_ms, local_of(time_ms) AS l, period_start(local_of(time_ms)) AS p
                                    FROM events))""")) {
            while (result.next()) {
                LocalDateTime local = calendar.local(result.getLong(1));
                LocalDateTime start = every.floor(local, calendar.weekStart());
                assertThat(result.getObject(2, LocalDateTime.class)).isEqualTo(local);
                assertThat(result.getObject(3, LocalDateTime.class))
                        .as("%s of %s", every, local)
                        .isEqualTo(start);
                assertThat(result.getLong(4)).as("instant of %s", start).isEqualTo(calendar.instantOf(start));
                assertThat(result.getLong(5)).as("start of %s", local).isEqualTo(calendar.startOf(local.toLocalDate()));
                assertThat(result.getObject(6, LocalDateTime.class)).isEqualTo(every.plus(start, 1));
                assertThat(result.getLong(7)).isEqualTo(1);
            }
        }
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
}
