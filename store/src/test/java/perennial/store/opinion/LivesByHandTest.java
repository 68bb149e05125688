package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.store.opinion.EngineOn.table;

import org.junit.jupiter.api.Test;

/// Tables worked by hand: lives by contract and by usage, churn and win-back.
class LivesByHandTest {
    // ada: 5 January to 31 January (paid until then), back on 20 February.
    // bo: two contracts, the first ends in January, the second on 10 March; never back.
    // cy: cancels on 3 February, effective 1 March, withdraws on 20 February: no end.
    // dee: cancelled without a date on 2 March, back 23 hours later: one life.
    private static final String CONTRACTS = """
            ada | 2026-01-05 | Subscription Started
            ada | 2026-01-12 | Subscription Cancelled | {"ends_at":"2026-01-31"}
            ada | 2026-02-20 | Subscription Started
            bo  | 2026-01-06 | Subscription Started   | {"subscription":"s1"}
            bo  | 2026-01-07 | Subscription Started   | {"subscription":"s2"}
            bo  | 2026-01-20 | Subscription Cancelled | {"subscription":"s1"}
            bo  | 2026-03-01 | Subscription Cancelled | {"ends_at":"2026-03-10T08:00:00Z","subscription":"s2"}
            bo  | 2026-03-20 | Subscription Cancelled | {"subscription":"s2"}
            cy  | 2026-01-10 | Subscription Started
            cy  | 2026-02-03 | Subscription Cancelled | {"ends_at":"2026-03-01"}
            cy  | 2026-02-20 | Subscription Started
            dee | 2026-01-01T00:00 | Subscription Started
            dee | 2026-03-02T12:00 | Subscription Cancelled | {"ends_at":"soon"}
            dee | 2026-03-03T11:00 | Subscription Started
            """;

    @Test
    void contract_churn_compares_the_open_lives_at_start_and_end() throws Exception {
        // Open at 1 January: dee (from midnight on). At 1 February: bo, cy, dee. At 1 March: ada, bo, cy, dee.
        assertThat(table(
                        CONTRACTS,
                        "churn",
                        "period at_start churned value state",
                        "basis=contract",
                        "as-of=2026-04-01"))
                .isEqualTo("""
                        2026-01-01 | 1 | 0 | 0 | complete
                        2026-02-01 | 3 | 0 | 0 | complete
                        2026-03-01 | 4 | 1 | 0.25 | complete
                        """);
    }

    @Test
    void the_cohort_reading_waits_until_a_return_had_its_time() throws Exception {
        // Ends: ada on 31 January, back after 20 days; bo on 10 March, not back.
        assertThat(table(
                        CONTRACTS,
                        "winback",
                        "period ended mature won_back value state",
                        "within=30d",
                        "as-of=2026-04-05"))
                .isEqualTo("""
                        2026-01-01 | 1 | 1 | 1 | 1 | complete
                        2026-02-01 | 0 | 0 | 0 | - | complete
                        2026-03-01 | 1 | 0 | - | - | not_yet
                        2026-04-01 | 0 | 0 | - | - | not_yet
                        """);
        assertThat(table(
                        CONTRACTS,
                        "winback",
                        "period ended mature won_back value low state",
                        "within=30d",
                        "as-of=2026-04-15",
                        "from=2026-03-01"))
                .isEqualTo("""
                        2026-03-01 | 1 | 1 | 0 | 0 | - | in_progress
                        2026-04-01 | 0 | 0 | - | - | - | not_yet
                        """);
        assertThat(table(
                        CONTRACTS,
                        "winback",
                        "ended mature won_back",
                        "within=20d",
                        "as-of=2026-04-15",
                        "until=2026-01-31"))
                .isEqualTo("1 | 1 | 0\n"); // noon of the 20th is later than 20 days after the start of the 31st
    }

    @Test
    void the_period_reading_counts_who_was_away_at_the_start() throws Exception {
        assertThat(table(
                        CONTRACTS,
                        "winback",
                        "period lapsed returned value state",
                        "reading=period",
                        "as-of=2026-04-05"))
                .isEqualTo("""
                        2026-01-01 | 0 | 0 | - | complete
                        2026-02-01 | 1 | 1 | 1 | complete
                        2026-03-01 | 0 | 0 | - | complete
                        2026-04-01 | 1 | 0 | 0 | in_progress
                        """);
    }

    @Test
    void lapsed_for_more_than_730_days_is_gone() throws Exception {
        String lines = """
                ada | 2024-01-01 | Subscription Started
                ada | 2024-02-01T00:00 | Subscription Cancelled
                bo  | 2024-01-01 | Subscription Started
                bo  | 2024-01-31T23:00 | Subscription Cancelled
                """;
        // 731 days from 2024-02-01 to 2026-02-01: the year has a leap day. On 2026-01-31 it is 730 for ada.
        assertThat(table(
                        lines,
                        "winback",
                        "period lapsed",
                        "reading=period",
                        "every=day",
                        "from=2026-01-31",
                        "until=2026-02-02",
                        "as-of=2026-03-01"))
                .isEqualTo("2026-01-31 | 1\n2026-02-01 | 0\n");
    }

    @Test
    void the_ratio_reading_sets_returns_against_ends() throws Exception {
        assertThat(table(
                        CONTRACTS, "winback", "period ended returned value state", "reading=ratio", "as-of=2026-04-05"))
                .isEqualTo("""
                        2026-01-01 | 1 | 0 | 0 | complete
                        2026-02-01 | 0 | 1 | - | complete
                        2026-03-01 | 1 | 0 | 0 | complete
                        2026-04-01 | 0 | 0 | - | in_progress
                        """);
    }

    @Test
    void an_end_without_a_subscription_ends_all_and_one_of_nothing_is_ignored() throws Exception {
        String lines = """
                ada | 2026-01-02 | Subscription Started   | {"subscription":"s1"}
                ada | 2026-01-03 | Subscription Started   | {"subscription":"s2"}
                ada | 2026-01-09 | Subscription Cancelled | {"subscription":"s9"}
                ada | 2026-02-09 | Subscription Cancelled
                bo  | 2026-02-10 | Subscription Cancelled
                """;
        assertThat(table(lines, "winback", "period ended", "reading=ratio", "as-of=2026-03-01"))
                .isEqualTo("2026-01-01 | 0\n2026-02-01 | 1\n");
    }

    @Test
    void an_end_never_lies_before_its_own_event_nor_in_the_future() throws Exception {
        String lines = """
                ada | 2026-01-02 | Subscription Started
                ada | 2026-02-09 | Subscription Cancelled | {"ends_at":"2026-01-20"}
                bo  | 2026-01-02 | Subscription Started
                bo  | 2026-02-10 | Subscription Cancelled | {"ends_at":"2026-03-15"}
                """;
        assertThat(table(lines, "winback", "period ended", "reading=ratio", "as-of=2026-03-01"))
                .isEqualTo("2026-01-01 | 0\n2026-02-01 | 1\n");
    }

    @Test
    void a_contract_ended_at_the_instant_it_began_has_ended_and_was_never_open() throws Exception {
        String lines = """
                ada | 2026-01-15T00:00 | Subscription Started
                ada | 2026-01-15T00:00 | Subscription Cancelled
                """;
        assertThat(table(lines, "winback", "period ended", "reading=ratio", "as-of=2026-02-01"))
                .isEqualTo("2026-01-01 | 1\n");
        assertThat(table(lines, "churn", "period at_start", "basis=contract", "every=day", "as-of=2026-01-16"))
                .isEqualTo("2026-01-15 | 0\n");
    }

    @Test
    void lives_by_usage_end_w_plus_1_days_after_the_last_active_date() throws Exception {
        // Window 10: ada is silent from the 1st to 12 January, so her first life ends on the 12th, the day she is back.
        // bo: 1 to 11 January is no break. cy: ends on 31 January + 11 = 11 February.
        String lines = """
                ada | 2026-01-01 2026-01-12T15:00 | Opened
                bo  | 2026-01-01 2026-01-11       | Opened
                cy  | 2026-01-31                  | Opened
                """;
        assertThat(table(
                        lines,
                        "winback",
                        "period ended mature won_back",
                        "basis=usage",
                        "inactive-after=10d",
                        "within=1d",
                        "every=day",
                        "from=2026-01-12",
                        "until=2026-01-13",
                        "as-of=2026-03-01"))
                .isEqualTo("2026-01-12 | 1 | 1 | 1\n");
        assertThat(table(
                        lines,
                        "winback",
                        "period ended returned",
                        "basis=usage",
                        "reading=ratio",
                        "inactive-after=10d",
                        "as-of=2026-02-11"))
                .isEqualTo("2026-01-01 | 3 | 1\n2026-02-01 | 1 | 0\n");
    }

    @Test
    void groups_follow_the_event_that_began_or_ended_the_life() throws Exception {
        String lines = """
                ada | 2026-01-02 | Subscription Started   | {"plan":"free"}
                ada | 2026-02-09 | Subscription Cancelled | {"plan":"pro"}
                ada | 2026-02-20 | Subscription Started   | {"plan":"max"}
                """;
        assertThat(table(
                        lines,
                        "churn",
                        "group period at_start churned",
                        "basis=contract",
                        "as-of=2026-03-01",
                        "from=2026-02-01",
                        "by=property:plan"))
                .contains("free | 2026-02-01 | 1 | 0");
        assertThat(table(
                        lines,
                        "winback",
                        "group period ended returned",
                        "reading=ratio",
                        "as-of=2026-03-01",
                        "from=2026-02-01",
                        "by=property:plan"))
                .contains("pro | 2026-02-01 | 1 | 1");
    }
}
