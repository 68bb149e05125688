package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.store.opinion.EngineOn.table;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

/// Tables worked by hand: who came back, n periods after entry.
class RetentionByHandTest {
    // Weeks from Monday 2026-03-02 (week 0), 9 (1), 16 (2), 23 (3).
    // ada: weeks 0 0 1 3; bo: weeks 0 3; cy: week 1 2; dee: week 0 only.
    private static final String WEEKS = """
            ada | 2026-03-02 2026-03-04 2026-03-11 2026-03-23 | Opened
            bo  | 2026-03-06 2026-03-24                       | Opened
            cy  | 2026-03-10 2026-03-18                       | Opened
            dee | 2026-03-08T23:59:59                         | Opened
            """;
    private static final String COLUMNS = "cohort n size eligible returned value state";

    @Test
    void a_return_counts_in_its_own_period_and_only_complete_cells_are_pooled() throws Exception {
        // as of 2026-03-25: the week of the 23rd is in progress.
        assertThat(table(WEEKS, "retention", COLUMNS)).isEqualTo("""
                        2026-03-02 | 0 | 3 | 3 | 3 | 1 | complete
                        2026-03-02 | 1 | 3 | 3 | 1 | 0.3333 | complete
                        2026-03-02 | 2 | 3 | 3 | 0 | 0 | complete
                        2026-03-02 | 3 | 3 | 0 | 2 | 0.6667 | in_progress
                        2026-03-09 | 0 | 1 | 1 | 1 | 1 | complete
                        2026-03-09 | 1 | 1 | 1 | 1 | 1 | complete
                        2026-03-09 | 2 | 1 | 0 | 0 | 0 | in_progress
                        2026-03-09 | 3 | 1 | 0 | - | - | not_yet
                        all | 0 | 4 | 4 | 4 | 1 | complete
                        all | 1 | 4 | 4 | 2 | 0.5 | complete
                        all | 2 | 3 | 3 | 0 | 0 | complete
                        all | 3 | 0 | 0 | - | - | not_yet
                        """);
    }

    @Test
    void on_or_after_counts_any_later_return() throws Exception {
        assertThat(table(WEEKS, "retention", "cohort n returned state", "rule=on-or-after", "periods=2"))
                .isEqualTo("""
                        2026-03-02 | 0 | 3 | complete
                        2026-03-02 | 1 | 2 | complete
                        2026-03-02 | 2 | 2 | complete
                        2026-03-09 | 0 | 1 | complete
                        2026-03-09 | 1 | 1 | complete
                        2026-03-09 | 2 | 0 | in_progress
                        all | 0 | 4 | complete
                        all | 1 | 3 | complete
                        all | 2 | 2 | complete
                        """);
    }

    @Test
    void a_bracket_counts_any_of_its_periods_and_is_judged_when_its_last_has_ended() throws Exception {
        assertThat(table(WEEKS, "retention", "cohort n size eligible returned state", "rule=bracket:1-2,3-4"))
                .isEqualTo("""
                        2026-03-02 | 1 | 3 | 3 | 1 | complete
                        2026-03-02 | 3 | 3 | 0 | 2 | in_progress
                        2026-03-09 | 1 | 1 | 0 | 1 | in_progress
                        2026-03-09 | 3 | 1 | 0 | - | not_yet
                        all | 1 | 3 | 3 | 1 | complete
                        all | 3 | 0 | 0 | - | not_yet
                        """);
    }

    @Test
    void enough_events_must_fall_into_one_period_save_in_that_of_entry() throws Exception {
        assertThat(table(
                        """
                        ada | 2026-03-02 2026-03-10 2026-03-11 2026-03-17 2026-03-24 | Opened
                        bo  | 2026-03-02 2026-03-10 2026-03-18                       | Opened
                        """,
                        "retention",
                        "n returned",
                        "min-events=2",
                        "periods=2",
                        "from=2026-03-02",
                        "until=2026-03-03"))
                .isEqualTo("0 | 2\n1 | 1\n2 | 0\n0 | 2\n1 | 1\n2 | 0\n");
    }

    @Test
    void entry_is_the_first_start_the_very_first_event_or_each_period_with_a_start() throws Exception {
        String orders = """
                ada | 2026-03-02            | Opened
                ada | 2026-03-10 2026-03-17 | Order Completed | 10
                bo  | 2026-03-03 2026-03-12 | Order Completed | 60
                """;
        assertThat(table(orders, "retention", "cohort n size returned", "start=Order Completed", "periods=1"))
                .isEqualTo("""
                        2026-03-02 | 0 | 1 | 1
                        2026-03-02 | 1 | 1 | 1
                        2026-03-09 | 0 | 1 | 1
                        2026-03-09 | 1 | 1 | 1
                        all | 0 | 2 | 2
                        all | 1 | 1 | 1
                        """);
        assertThat(table(
                        orders, "retention", "cohort n size", "start=Order Completed", "entry=first-ever", "periods=0"))
                .isEqualTo("2026-03-02 | 0 | 1\nall | 0 | 1\n");
        assertThat(table(
                        orders,
                        "retention",
                        "cohort n size returned state",
                        "start=Order Completed",
                        "return=Order Completed[value > 50]",
                        "entry=recurring",
                        "periods=1"))
                .isEqualTo("""
                        2026-03-02 | 0 | 1 | 1 | complete
                        2026-03-02 | 1 | 1 | 1 | complete
                        2026-03-09 | 0 | 2 | 1 | complete
                        2026-03-09 | 1 | 2 | 0 | in_progress
                        2026-03-16 | 0 | 1 | 0 | in_progress
                        2026-03-16 | 1 | 1 | - | not_yet
                        all | 0 | 3 | 2 | complete
                        all | 1 | 1 | 1 | complete
                        """);
    }

    @Test
    void own_windows_run_from_the_exact_time_of_entry() throws Exception {
        // Entry at 18:00; back after 23 h 59 min (still day 0), after 24 h (day 1), after 71 h (day 2).
        assertThat(table(
                        """
                        ada | 2026-03-02T18:00 2026-03-03T17:59 | Opened
                        bo  | 2026-03-02T18:00 2026-03-03T18:00 | Opened
                        cy  | 2026-03-02T18:00 2026-03-05T17:00 | Opened
                        """,
                        "retention",
                        "cohort n size eligible returned state",
                        "every=day",
                        "window=24h",
                        "as-of=2026-03-05T18:00",
                        "periods=3"))
                .isEqualTo("""
                        2026-03-02 | 0 | 3 | 3 | 3 | complete
                        2026-03-02 | 1 | 3 | 3 | 1 | complete
                        2026-03-02 | 2 | 3 | 3 | 1 | complete
                        2026-03-02 | 3 | 3 | 0 | - | not_yet
                        all | 0 | 3 | 3 | 3 | complete
                        all | 1 | 3 | 3 | 1 | complete
                        all | 2 | 3 | 3 | 1 | complete
                        all | 3 | 0 | 0 | - | not_yet
                        """);
    }

    @Test
    void own_windows_are_judged_to_the_millisecond() throws Exception {
        // Back shortly before 24 hours (still day 0), and at 24 hours (day 1); watched for 48 hours to the
        // millisecond, so that day 1 is over and day 2 has not begun.
        assertThat(table(
                        """
                        ada | 2026-03-02T18:00:00.500 2026-03-03T18:00:00.499 | Opened
                        bo  | 2026-03-02T18:00:00.500 2026-03-03T18:00:00.500 | Opened
                        cy  | 2026-03-02T18:00:00.500 2026-03-03T17:59:59.999 | Opened
                        """,
                        "retention",
                        "cohort n eligible returned state",
                        "every=day",
                        "window=24h",
                        "as-of=2026-03-04T18:00:00.500",
                        "until=2026-03-03",
                        "periods=2"))
                .isEqualTo("""
                        2026-03-02 | 0 | 3 | 3 | complete
                        2026-03-02 | 1 | 3 | 1 | complete
                        2026-03-02 | 2 | 0 | - | not_yet
                        all | 0 | 3 | 3 | complete
                        all | 1 | 3 | 1 | complete
                        all | 2 | 0 | - | not_yet
                        """);
    }

    @Test
    void days_of_23_hours_are_days() throws Exception {
        // 2026-03-29 has 23 hours in Berlin: 28th 23:30 to 30th 00:30 is two dates on, though 24 hours later.
        var told = Told.in("Europe/Berlin", DayOfWeek.MONDAY, "ada | 2026-03-28T23:30 2026-03-30T00:30 | Opened");
        assertThat(table(told, "retention", "n returned", "every=day", "until=2026-03-29"))
                .isEqualTo("0 | 1\n1 | 0\n2 | 1\n0 | 1\n1 | 0\n2 | 1\n");
        assertThat(table(
                        told,
                        "retention",
                        "n returned state",
                        "every=day",
                        "until=2026-03-29",
                        "window=24h",
                        "periods=1"))
                .isEqualTo("0 | 1 | complete\n1 | 1 | in_progress\n0 | 1 | complete\n1 | - | not_yet\n");
    }

    @Test
    void the_pooled_row_of_the_published_example_is_60_percent() throws Exception {
        // 1000 enter in week 0, 500 of them return in week 1; 500 enter in week 1, 400 of them return in week 2.
        // Pooled: 900 / 1500; weighting the shares by size once more would say 56 %.
        var lines = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            lines.append("a")
                    .append(i)
                    .append(i < 500 ? " | 2026-03-02 2026-03-09 | Opened\n" : " | 2026-03-02 | Opened\n");
        }
        for (int i = 0; i < 500; i++) {
            lines.append("b")
                    .append(i)
                    .append(i < 400 ? " | 2026-03-09 2026-03-16 | Opened\n" : " | 2026-03-09 | Opened\n");
        }
        assertThat(table(
                        lines.toString(), "retention", "cohort n size returned value", "periods=1", "as-of=2026-03-23"))
                .isEqualTo("""
                        2026-03-02 | 0 | 1000 | 1000 | 1
                        2026-03-02 | 1 | 1000 | 500 | 0.5
                        2026-03-09 | 0 | 500 | 500 | 1
                        2026-03-09 | 1 | 500 | 400 | 0.8
                        all | 0 | 1500 | 1500 | 1
                        all | 1 | 1500 | 900 | 0.6
                        """);
    }

    @Test
    void the_interval_is_wilsons() throws Exception {
        // 1 of 3, by hand: (1/3 + z²/6 ± z √(2/27 + z²/36)) / (1 + z²/3) with z² = 3.8415.
        assertThat(table(WEEKS, "retention", "n value low high", "periods=1", "until=2026-03-03"))
                .contains("1 | 0.3333 | 0.0615 | 0.7923");
    }

    @Test
    void groups_follow_each_entry() throws Exception {
        assertThat(table(
                        """
                        ada | 2026-03-02 | Order Completed | {"plan":"free"}
                        ada | 2026-03-09 | Order Completed | {"plan":"pro"}
                        ada | 2026-03-16 | Opened
                        """,
                        "retention",
                        "group cohort n size returned",
                        "start=Order Completed",
                        "entry=recurring",
                        "periods=1",
                        "by=property:plan"))
                .isEqualTo("""
                        free | 2026-03-02 | 0 | 1 | 1
                        free | 2026-03-02 | 1 | 1 | 1
                        free | all | 0 | 1 | 1
                        free | all | 1 | 1 | 1
                        pro | 2026-03-09 | 0 | 1 | 1
                        pro | 2026-03-09 | 1 | 1 | 1
                        pro | all | 0 | 1 | 1
                        pro | all | 1 | 0 | -
                        """);
    }
}
