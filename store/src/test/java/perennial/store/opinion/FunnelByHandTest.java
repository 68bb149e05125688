package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.store.opinion.EngineOn.table;

import org.junit.jupiter.api.Test;

/// Tables worked by hand: who comes how far on a path of steps.
class FunnelByHandTest {
    private static final String COUNTS = "step event customers value from_previous mean_seconds median_seconds state";

    // Everything at noon; the window is 7 days. As of 1 April.
    // ada: two steps after two days; the third, on the 9th, is too late for the attempt of the 1st.
    // bo: the attempt of the 1st has no third step in time, that of the 4th has it at the very end of its window.
    // cy: the first step alone. dee: never the first. eve: began four days ago, so she may still go on.
    private static final String PATHS = """
            ada | 2026-03-01                       | Opened
            ada | 2026-03-03                       | Searched
            ada | 2026-03-09                       | Bought
            bo  | 2026-03-01 2026-03-04            | Opened
            bo  | 2026-03-05                       | Searched
            bo  | 2026-03-11                       | Bought
            cy  | 2026-03-02                       | Opened
            dee | 2026-03-02                       | Searched
            dee | 2026-03-03                       | Bought
            eve | 2026-03-28                       | Opened
            eve | 2026-03-31                       | Searched
            """;

    @Test
    void everybody_counts_with_the_attempt_that_came_furthest() throws Exception {
        // Step 2 takes ada two days and bo one (from the 4th); step 3 takes bo seven.
        assertThat(table(PATHS, "funnel", COUNTS, "step=Opened\nSearched\nBought", "as-of=2026-04-01"))
                .isEqualTo("""
                        1 | Opened | 3 | 1 | - | 0 | 0 | complete
                        2 | Searched | 2 | 0.6667 | 0.6667 | 129600 | 129600 | complete
                        3 | Bought | 1 | 0.3333 | 0.5 | 604800 | 604800 | complete
                        1 | Opened | 1 | 1 | - | 0 | 0 | in_progress
                        2 | Searched | 1 | 1 | 1 | 259200 | 259200 | in_progress
                        3 | Bought | 0 | 0 | 0 | - | - | in_progress
                        """);
    }

    @Test
    void young_attempts_make_all_of_it_so_far() throws Exception {
        String[] options = {"step=Opened\nSearched\nBought", "as-of=2026-04-01", "include-young=true"};
        assertThat(table(PATHS, "funnel", COUNTS + " low", options)).isEqualTo("""
                1 | Opened | 4 | 1 | - | 0 | 0 | in_progress | -
                2 | Searched | 3 | 0.75 | 0.75 | 172800 | 172800 | in_progress | -
                3 | Bought | 1 | 0.25 | 0.3333 | 604800 | 604800 | in_progress | -
                """);
    }

    @Test
    void the_range_is_of_the_first_step() throws Exception {
        // Without the attempts before the 4th, bo remains; the later steps may lie beyond the range.
        assertThat(table(
                        PATHS,
                        "funnel",
                        "step customers mean_seconds",
                        "step=Opened\nSearched\nBought",
                        "from=2026-03-03",
                        "until=2026-03-05",
                        "as-of=2026-04-01"))
                .isEqualTo("""
                        1 | 1 | 0
                        2 | 1 | 86400
                        3 | 1 | 604800
                        """);
    }

    @Test
    void of_equal_attempts_the_earliest_counts() throws Exception {
        // Both attempts have two steps; the first took three days, the second one.
        assertThat(table("""
                        ada | 2026-03-01 2026-03-03 | Opened
                        ada | 2026-03-04            | Searched
                        """, "funnel", "step mean_seconds", "step=Opened\nSearched", "as-of=2026-04-01"))
                .isEqualTo("1 | 0\n2 | 259200\n");
    }

    @Test
    void an_event_is_one_step_and_equal_times_keep_the_order_of_arrival() throws Exception {
        // ada opens twice, bo once. cy's search arrived before the opening of the same instant, dee's after it.
        String lines = """
                ada | 2026-03-01 2026-03-02 | Opened
                bo  | 2026-03-01            | Opened
                cy  | 2026-03-01            | Searched
                cy  | 2026-03-01            | Opened
                dee | 2026-03-01            | Opened
                dee | 2026-03-01            | Searched
                """;
        assertThat(table(lines, "funnel", "step customers", "step=Opened\nOpened", "as-of=2026-04-01"))
                .isEqualTo("1 | 4\n2 | 1\n");
        assertThat(table(lines, "funnel", "step customers", "step=Opened\nSearched", "as-of=2026-04-01"))
                .isEqualTo("1 | 4\n2 | 1\n");
    }

    @Test
    void in_strict_order_no_other_activity_lies_between() throws Exception {
        // ada looks around in between; bo opens again and then goes straight on; cy was sent a mail, which is not her
        // activity.
        assertThat(table(
                        """
                        ada | 2026-03-01T09:00                  | Opened
                        ada | 2026-03-01T09:01                  | Looked
                        ada | 2026-03-01T09:02                  | Searched
                        bo  | 2026-03-01T09:00 2026-03-01T09:05 | Opened
                        bo  | 2026-03-01T09:06                  | Searched
                        cy  | 2026-03-01T09:00                  | Opened
                        cy  | 2026-03-01T09:01                  | Email Sent
                        cy  | 2026-03-01T09:03                  | Searched
                        """,
                        "funnel",
                        "step customers mean_seconds",
                        "step=Opened\nSearched",
                        "order=strict",
                        "as-of=2026-04-01"))
                .isEqualTo("1 | 3 | 0\n2 | 2 | 120\n");
    }

    @Test
    void in_any_order_steps_are_counted_whichever_they_are() throws Exception {
        // Any activity and an opening: ada's opening must be the opening and her search the other, whichever is first.
        // bo did one thing once. cy opened twice, a day apart.
        String lines = """
                ada | 2026-03-01 | Searched
                ada | 2026-03-02 | Opened
                bo  | 2026-03-01 | Opened
                cy  | 2026-03-01 2026-03-02 | Opened
                dee | 2026-03-01 2026-03-02 | Searched
                """;
        assertThat(table(
                        lines,
                        "funnel",
                        "step event customers value mean_seconds",
                        "step=Opened\n*",
                        "order=any",
                        "as-of=2026-04-01"))
                .isEqualTo("""
                        1 | any 1 of 2 | 4 | 1 | 0
                        2 | any 2 of 2 | 2 | 0.5 | 86400
                        """);
        assertThat(table(
                        lines,
                        "funnel",
                        "step customers",
                        "step=*\nOpened",
                        "order=any",
                        "within=23h",
                        "as-of=2026-04-01"))
                .isEqualTo("1 | 4\n2 | 0\n");
    }
}
