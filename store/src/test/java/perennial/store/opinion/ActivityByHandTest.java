package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.store.opinion.EngineOn.table;

import java.time.DayOfWeek;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Tables worked by hand: who is active, new, returning, reactivated, dormant.
class ActivityByHandTest {
    // 2026-03-02 is a Monday.
    private static final String MARCH = """
            ada | 2026-03-02 2026-03-03 2026-03-10 2026-03-24 | Opened
            bo  | 2026-03-02 2026-03-17                       | Opened
            cy  | 2026-03-11                                  | Order Completed
            cy  | 2026-03-18                                  | Email Sent
            dee | 2026-03-24T23:59:59                         | Opened
            """;

    @Test
    void active_users_are_counted_once_a_period_and_mails_sent_to_them_are_no_activity() throws Exception {
        assertThat(table(MARCH, "active-users", "period customers state", "every=week"))
                .isEqualTo("""
                        2026-03-02 | 2 | complete
                        2026-03-09 | 2 | complete
                        2026-03-16 | 1 | complete
                        2026-03-23 | 2 | in_progress
                        """);
    }

    @Test
    void rolling_active_users_look_back_from_the_last_day_so_far() throws Exception {
        // Week of 23rd, judged on the 25th at 00:00: the ten days 15..24 saw bo (17), ada and dee (24).
        assertThat(table(MARCH, "active-users", "period customers state", "every=week", "rolling=10"))
                .isEqualTo("""
                        2026-03-02 | 2 | complete
                        2026-03-09 | 2 | complete
                        2026-03-16 | 1 | complete
                        2026-03-23 | 3 | in_progress
                        """);
    }

    @Test
    void a_named_event_counts_even_if_it_is_passive() throws Exception {
        assertThat(table(
                        MARCH, "active-users", "period customers", "every=month", "event=Email Sent | Order Completed"))
                .isEqualTo("2026-03-01 | 1\n");
    }

    @Test
    void lifecycle_adds_up() throws Exception {
        assertThat(table(MARCH, "lifecycle", "period new returning reactivated dormant active state"))
                .isEqualTo("""
                        2026-03-02 | 2 | 0 | 0 | 0 | 2 | complete
                        2026-03-09 | 1 | 1 | 0 | 1 | 2 | complete
                        2026-03-16 | 0 | 0 | 1 | 2 | 1 | complete
                        2026-03-23 | 1 | 0 | 1 | 1 | 2 | in_progress
                        """);
    }

    @Test
    void acquisition_adds_the_new_to_the_total() throws Exception {
        // ada and bo come in the first week, cy in the second, dee in the fourth; three are active in none but old
        // weeks.
        assertThat(table(MARCH, "acquisition", "period new total growth share_new state", "every=week"))
                .isEqualTo("""
                        2026-03-02 | 2 | 2 | - | 1 | complete
                        2026-03-09 | 1 | 3 | 0.5 | 0.5 | complete
                        2026-03-16 | 0 | 3 | 0 | 0 | complete
                        2026-03-23 | 1 | 4 | 0.3333 | 0.5 | in_progress
                        """);
    }

    @Test
    void who_came_before_the_range_is_in_the_total_but_not_new() throws Exception {
        assertThat(table(
                        MARCH,
                        "acquisition",
                        "period new total growth share_new state",
                        "every=week",
                        "from=2026-03-10",
                        "until=2026-04-01",
                        "as-of=2026-03-30"))
                .isEqualTo("""
                        2026-03-09 | 1 | 3 | 0.5 | 0.5 | complete
                        2026-03-16 | 0 | 3 | 0 | 0 | complete
                        2026-03-23 | 1 | 4 | 0.3333 | 0.5 | complete
                        2026-03-30 | - | - | - | - | not_yet
                        """);
    }

    @Test
    void stickiness_sets_the_average_day_against_the_period() throws Exception {
        // First week: ada on two days, bo on one. The fourth had two days when the 25th began: nobody, then ada and
        // dee.
        assertThat(table(MARCH, "stickiness", "period dau mau value state", "every=week"))
                .isEqualTo("""
                        2026-03-02 | 0.4286 | 2 | 0.2143 | complete
                        2026-03-09 | 0.2857 | 2 | 0.1429 | complete
                        2026-03-16 | 0.1429 | 1 | 0.1429 | complete
                        2026-03-23 | 1 | 2 | 0.5 | in_progress
                        """);
    }

    @Test
    void a_day_that_is_not_over_does_not_make_people_look_fickle() throws Exception {
        // On Tuesday noon, Monday alone counts; on Monday noon, no day does.
        assertThat(table(MARCH, "stickiness", "period dau mau value state", "every=week", "as-of=2026-03-03T13:00"))
                .isEqualTo("2026-03-02 | 2 | 2 | 1 | in_progress\n");
        assertThat(table(MARCH, "stickiness", "period dau mau value state", "every=week", "as-of=2026-03-02T13:00"))
                .isEqualTo("2026-03-02 | - | - | - | in_progress\n");
    }

    @Test
    void frequency_counts_who_was_active_in_so_many_periods() throws Exception {
        // Weeks: ada in three, bo in two, cy and dee in one.
        assertThat(table(
                        MARCH,
                        "frequency",
                        "periods customers value state",
                        "every=week",
                        "from=2026-03-02",
                        "until=2026-03-30",
                        "as-of=2026-03-30"))
                .isEqualTo("""
                        1 | 2 | 0.5 | complete
                        2 | 1 | 0.25 | complete
                        3 | 1 | 0.25 | complete
                        4 | 0 | 0 | complete
                        """);
        // Twice in one week: ada alone, in the first.
        assertThat(table(
                        MARCH,
                        "frequency",
                        "periods customers value state",
                        "every=week",
                        "min-events=2",
                        "from=2026-03-02",
                        "until=2026-03-10",
                        "as-of=2026-03-11"))
                .isEqualTo("1 | 1 | 1 | in_progress\n2 | 0 | 0 | in_progress\n");
    }

    @Test
    void without_a_range_frequency_looks_at_the_last_28_days_that_are_over() throws Exception {
        // As of the 31st at noon: from 3 to 30 March. ada on three days, bo, cy and dee on one.
        assertThat(table(MARCH, "frequency", "periods customers value", "as-of=2026-03-31T12:00"))
                .startsWith("1 | 3 | 0.75\n2 | 0 | 0\n3 | 1 | 0.25\n4 | 0 | 0\n")
                .endsWith("\n28 | 0 | 0\n");
    }

    @Test
    void a_range_takes_whole_periods_and_what_lies_before_it_is_still_history() throws Exception {
        assertThat(table(
                        MARCH,
                        "lifecycle",
                        "period new returning reactivated dormant active state",
                        "from=2026-03-20",
                        "until=2026-03-31",
                        "as-of=2026-03-29T12:00"))
                .isEqualTo("""
                        2026-03-16 | 0 | 0 | 1 | 2 | 1 | complete
                        2026-03-23 | 1 | 0 | 1 | 1 | 2 | in_progress
                        2026-03-30 | - | - | - | - | - | not_yet
                        """);
    }

    @Test
    void weeks_begin_on_the_workspaces_first_weekday() throws Exception {
        assertThat(table(
                        Told.in("UTC", DayOfWeek.SUNDAY, "ada | 2026-03-07 2026-03-08 | Opened"),
                        "active-users",
                        "period customers",
                        "every=week"))
                .isEqualTo("2026-03-01 | 1\n2026-03-08 | 1\n");
    }

    @Test
    void the_repeated_hour_is_one_and_the_skipped_one_is_empty() throws Exception {
        String autumn = """
                ada | 2026-10-25T01:30+02:00 | Opened
                ada | 2026-10-25T02:30+02:00 | Opened
                bo  | 2026-10-25T02:30+01:00 | Opened
                bo  | 2026-10-25T03:10+01:00 | Opened
                """;
        assertThat(table(
                        Told.in("Europe/Berlin", DayOfWeek.MONDAY, autumn),
                        "active-users",
                        "period customers state",
                        "every=hour"))
                .contains("""
                        2026-10-25T01:00 | 1 | complete
                        2026-10-25T02:00 | 2 | complete
                        2026-10-25T03:00 | 1 | complete
                        """);
        assertThat(table(
                        Told.in("Europe/Berlin", DayOfWeek.MONDAY, "ada | 2026-03-29T01:30 2026-03-29T03:30 | Opened"),
                        "active-users",
                        "period customers",
                        "every=hour"))
                .contains("""
                        2026-03-29T01:00 | 1
                        2026-03-29T02:00 | 0
                        2026-03-29T03:00 | 1
                        """);
    }

    @Test
    void an_hour_that_midnight_cuts_in_two_is_still_one() throws Exception {
        // At 00:01 of the 4th the clock goes back to 23:01 of the 3rd.
        String night = """
                ada | 2007-11-03T23:30-02:30 | Opened
                bo  | 2007-11-04T00:00-02:30 | Opened
                cy  | 2007-11-03T23:30-03:30 | Opened
                dee | 2007-11-04T00:30-03:30 | Opened
                """;
        assertThat(table(
                        Told.in("America/St_Johns", DayOfWeek.MONDAY, night),
                        "active-users",
                        "period customers",
                        "every=hour"))
                .contains("2007-11-03T23:00 | 2\n2007-11-04T00:00 | 2\n");
    }

    @Test
    void groups_follow_the_first_event_of_each() throws Exception {
        // ada is free, then pro, both after her first event; of cy's two, equal in time, the later to arrive holds.
        String traits = MARCH + """
                ada | 2026-03-03 | plan := "free"
                ada | 2026-03-04 | plan := "pro"
                cy  | 2026-03-01 | plan := "pro"
                cy  | 2026-03-01 | plan := "max"
                dee | 2026-03-01 | plan := "pro"
                dee | 2026-03-02 | plan := null
                """;
        assertThat(table(traits, "active-users", "group period customers", "every=month", "by=trait:plan"))
                .isEqualTo("""
                        - | 2026-03-01 | 2
                        free | 2026-03-01 | 1
                        max | 2026-03-01 | 1
                        """);
    }

    @Test
    void a_value_that_reads_like_none_an_empty_one_and_a_missing_one_are_three_groups() throws Exception {
        String properties = """
                ada | 2026-03-01 | Opened | {"plan":"(none)"}
                bo  | 2026-03-01 | Opened | {"plan":""}
                cy  | 2026-03-01 | Opened | {"plan":null}
                dee | 2026-03-01 | Opened
                eve | 2026-03-01 | Opened | {"plan":1.50}
                fay | 2026-03-01 | Opened | {"plan":"1.5"}
                """;
        String traits = properties.replaceAll("Opened \\| \\{.*", "Opened") + """
                ada | 2026-03-01 | plan := "(none)"
                bo  | 2026-03-01 | plan := ""
                cy  | 2026-03-01 | plan := null
                eve | 2026-03-01 | plan := 1.50
                fay | 2026-03-01 | plan := "1.5"
                """;
        for (var asked :
                Map.of("property:plan", properties, "trait:plan", traits).entrySet()) {
            try (var both = new EngineOn(Told.in("UTC", DayOfWeek.MONDAY, asked.getValue()), 0)) {
                var options = Map.of("every", "month", "by", asked.getKey());
                assertThat(both.both().engine("active-users", options))
                        .extracting(row -> row.get("group") + "|" + row.get("customers"))
                        .containsExactly("|1", "(none)|1", "1.5|2", "-|2");
                assertThat(both.both().differences("active-users", options)).isEmpty();
            }
        }
    }

    @Test
    void only_what_was_known_by_then_counts() throws Exception {
        assertThat(table(MARCH, "active-users", "period customers", "every=month", "known-at=2026-03-10"))
                .isEqualTo("2026-03-01 | 2\n");
    }
}
