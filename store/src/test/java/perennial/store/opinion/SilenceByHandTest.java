package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.store.opinion.EngineOn.table;

import org.junit.jupiter.api.Test;

/// Tables worked by hand: who falls silent, who comes back, who leaves by silence.
class SilenceByHandTest {

    @Test
    void reactivation_counts_the_inactive_at_the_start_who_act_in_the_period() throws Exception {
        // Window 10 days. At 1 March: ada (last 2026-02-18) is inactive, bo (19 February) is not: [19, 1).
        // At 1 April: ada (3 March) and cy are inactive, bo (22 March) is not.
        String lines = """
                ada | 2026-02-18 2026-03-03            | Opened
                bo  | 2026-02-19 2026-03-22 2026-04-02 | Opened
                cy  | 2026-02-01                       | Opened
                """;
        assertThat(table(lines, "reactivation", "period inactive reactivated value state", "inactive-after=10d"))
                .isEqualTo("""
                        2026-02-01 | 0 | 0 | - | complete
                        2026-03-01 | 2 | 1 | 0.5 | complete
                        2026-04-01 | 2 | 0 | 0 | in_progress
                        """);
    }

    @Test
    void usage_churn_counts_the_present_at_the_start_who_are_silent_at_the_end() throws Exception {
        // Window 10 days. Present at 1 March: ada (20 February), bo (19 February). At 1 April only bo (22 March).
        // April so far ends on the 3rd: bo (2 April) is still there.
        String lines = """
                ada | 2026-02-20 2026-03-03            | Opened
                bo  | 2026-02-19 2026-03-22 2026-04-02 | Opened
                cy  | 2026-02-18                       | Opened
                """;
        assertThat(table(lines, "churn", "period at_start churned value low state", "inactive-after=10d"))
                .isEqualTo("""
                        2026-02-01 | 0 | 0 | - | - | complete
                        2026-03-01 | 2 | 1 | 0.5 | 0.0945 | complete
                        2026-04-01 | 1 | 0 | 0 | - | in_progress
                        """);
        // From midday of the 3rd the day itself is not over: E is the 3rd.
        assertThat(table(
                        lines,
                        "churn",
                        "period at_start churned",
                        "inactive-after=1d",
                        "from=2026-04-01",
                        "as-of=2026-04-03T12:00"))
                .isEqualTo("2026-04-01 | 0 | 0\n");
    }

    @Test
    void quantiles_are_the_least_gap_that_covers_the_share() throws Exception {
        // Gaps: ada 1, 2, 3; bo 10. Half of the four are at most 2; three quarters at most 3; nine tenths need the 10.
        String lines = """
                ada | 2026-03-01 2026-03-02 2026-03-04 2026-03-07 | Opened
                bo  | 2026-03-01 2026-03-11                       | Opened
                cy  | 2026-03-05                                  | Opened
                """;
        assertThat(table(lines, "inactivity", "quantile days state")).startsWith("""
                        0.5 | 2 | complete
                        0.75 | 3 | complete
                        0.9 | 10 | complete
                        0.95 | 10 | complete
                        0.99 | 10 | complete
                        """);
    }

    @Test
    void the_suggested_window_weighs_silences_that_may_still_end() throws Exception {
        // One gap of 5 days, one of 20; 30 owners silent for 10 days, 40 more for 25 (as of the 26th day after).
        // At risk at 5: 2 gaps + 72 silences (ada and bo were active on the last day, so theirs is 0): 72.
        // The chance to come back: after d < 5, 1 - 71/72 * 41/42... at 20: 1 gap + 40 silences = 41 at risk.
        // d < 5: 1 - (1 - 1/72)(1 - 1/41) = 0.0379 < 0.05, so one day is already enough.
        var many = new StringBuilder("ada | 2026-02-21 2026-02-26 | Opened\nbo | 2026-02-06 2026-02-26 | Opened\n");
        for (int i = 0; i < 30; i++) {
            many.append("c").append(i).append(" | 2026-02-16 | Opened\n");
        }
        for (int i = 0; i < 40; i++) {
            many.append("d").append(i).append(" | 2026-02-01 | Opened\n");
        }
        assertThat(table(many.toString(), "inactivity", "quantile days state"))
                .endsWith("suggested | 1 | in_progress\n");

        // With 14 silences of 25 days in all: before day 5 the chance is 1 - 15/16 * 14/15 = 1/8; from day 5 on 1/15;
        // from day 20 on nothing is left: 20.
        var few = new StringBuilder("ada | 2026-02-21 2026-02-26 | Opened\nbo | 2026-02-06 2026-02-26 | Opened\n");
        for (int i = 0; i < 14; i++) {
            few.append("d").append(i).append(" | 2026-02-01 | Opened\n");
        }
        assertThat(table(few.toString(), "inactivity", "quantile days state"))
                .endsWith("suggested | 20 | in_progress\n");
    }

    @Test
    void the_suggestion_is_complete_once_somebody_was_silent_for_a_year_more() throws Exception {
        var lines = new StringBuilder("ada | 2024-01-01 2024-01-06 | Opened\n");
        for (int i = 0; i < 30; i++) {
            lines.append("d").append(i).append(" | 2024-01-01 | Opened\n");
        }
        // Chance before day 5: 1/32 = 0.031; so 1 day, known once silences of 366 days are seen.
        assertThat(table(lines.toString(), "inactivity", "quantile days state", "as-of=2025-01-01"))
                .endsWith("suggested | 1 | in_progress\n");
        assertThat(table(lines.toString(), "inactivity", "quantile days state", "as-of=2025-01-02"))
                .endsWith("suggested | 1 | complete\n");
    }

    @Test
    void at_risk_is_who_is_silent_for_long_by_the_own_rhythm() throws Exception {
        // ada comes every 2 days and has been silent for 24; she spent 20 - 5 since 1 April 2025, the 100 are older.
        // bo comes daily, silent for 8. fay's gaps are 1, 4, 2 and 3: 2.5 in the middle, silent for 20: 8 times as
        // well. hal came last on 2 March and is silent for 29; gil came last the day before: on none of the last 30
        // dates, so gil has left. cy comes every 10 days and is silent for 9; dee has two gaps only; eve is silent
        // for 55 days.
        assertThat(table(
                        """
                        ada | 2025-03-31                                             | Order Completed | 100
                        ada | 2026-03-01 2026-03-03                                  | Opened
                        ada | 2026-03-05                                             | Order Completed | 20
                        ada | 2026-03-07                                             | Order Refunded  | 5
                        bo  | 2026-03-20 2026-03-21 2026-03-22 2026-03-23            | Opened
                        cy  | 2026-02-20 2026-03-02 2026-03-12 2026-03-22            | Opened
                        dee | 2026-03-01 2026-03-02 2026-03-03                       | Opened
                        eve | 2026-02-01 2026-02-02 2026-02-03 2026-02-04            | Opened
                        fay | 2026-03-01 2026-03-02 2026-03-06 2026-03-08 2026-03-11 | Opened
                        gil | 2026-02-22 2026-02-24 2026-02-27 2026-03-01            | Opened
                        hal | 2026-02-22 2026-02-24 2026-02-27 2026-03-02            | Opened
                        """,
                        "at-risk",
                        "customer silent_days usual_gap rhythm value_last_year state",
                        "as-of=2026-04-01"))
                .isEqualTo("""
                        ada | 24 | 2 | 12 | 15 | complete
                        hal | 29 | 3 | 9.6667 | 0 | complete
                        bo | 8 | 1 | 8 | 0 | complete
                        fay | 20 | 2.5 | 8 | 0 | complete
                        """);
    }
}
