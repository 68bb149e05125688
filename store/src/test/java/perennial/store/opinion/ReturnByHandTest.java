package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.store.opinion.EngineOn.table;

import org.junit.jupiter.api.Test;

/// Tables worked by hand: how soon those who left come back, and why they left.
class ReturnByHandTest {
    // All leave at noon. ada is back after 2 days, bo after 4. On 10 February at noon, the last day that is over is the
    // 9th: cy has been away for 8 days and dee for 3. eve left on the 8th and is back on the 10th, which is not over:
    // all we know is one day away. fay left on the 10th: nothing is known.
    private static final String FEBRUARY = """
            ada | 2026-01-01       | Subscription Started
            bo  | 2026-01-01       | Subscription Started
            cy  | 2026-01-01       | Subscription Started
            dee | 2026-01-01       | Subscription Started
            eve | 2026-01-01       | Subscription Started
            fay | 2026-01-01       | Subscription Started
            ada | 2026-02-01       | Subscription Cancelled | {"reason":"price"}
            bo  | 2026-02-01       | Subscription Cancelled | {"reason":"price"}
            cy  | 2026-02-01       | Subscription Cancelled | {"reason":"moved"}
            dee | 2026-02-06       | Subscription Cancelled
            eve | 2026-02-08       | Subscription Cancelled | {"reason":"moved"}
            fay | 2026-02-10T01:00 | Subscription Cancelled
            ada | 2026-02-03       | Subscription Started
            bo  | 2026-02-05       | Subscription Started
            eve | 2026-02-10T06:00 | Subscription Started
            """;

    @Test
    void the_return_curve_counts_each_for_as_long_as_it_was_watched() throws Exception {
        // Day 2: one of four, so 1/4. Day 4: one of two, so 1 - 3/4 x 1/2 = 5/8.
        assertThat(table(
                        FEBRUARY,
                        "return-curve",
                        "day at_risk returned value low high state",
                        "within=9d",
                        "as-of=2026-02-10T12:00"))
                .isEqualTo("""
                        0 | 5 | 0 | 0 | - | - | complete
                        1 | 5 | 0 | 0 | - | - | complete
                        2 | 4 | 1 | 0.25 | 0.0395 | 0.8721 | complete
                        3 | 3 | 0 | 0.25 | 0.0395 | 0.8721 | complete
                        4 | 2 | 1 | 0.625 | 0.192 | 0.989 | complete
                        5 | 1 | 0 | 0.625 | 0.192 | 0.989 | complete
                        6 | 1 | 0 | 0.625 | 0.192 | 0.989 | complete
                        7 | 1 | 0 | 0.625 | 0.192 | 0.989 | complete
                        8 | 1 | 0 | 0.625 | 0.192 | 0.989 | complete
                        9 | - | - | - | - | - | not_yet
                        """);
    }

    @Test
    void the_range_chooses_the_ends() throws Exception {
        // dee, eve and fay. On the 12th, eve has been seen to come back after two days, and fay for one day only.
        assertThat(table(
                        FEBRUARY,
                        "return-curve",
                        "day at_risk returned value",
                        "within=3d",
                        "from=2026-02-02",
                        "as-of=2026-02-12"))
                .isEqualTo("0 | 3 | 0 | 0\n1 | 3 | 0 | 0\n2 | 2 | 1 | 0.5\n3 | 1 | 0 | 0.5\n");
    }

    @Test
    void reasons_stand_by_how_many_gave_them_with_their_share_and_their_way_back() throws Exception {
        // Two each for price, moved and no reason: by name, those without one last. Of the windows of five days, those
        // of
        // 1 February are over: ada and bo are back in time, cy is not.
        assertThat(table(
                        FEBRUARY,
                        "cancel-reasons",
                        "period reason ended share mature won_back value low state",
                        "within=5d",
                        "as-of=2026-02-10T12:00"))
                .isEqualTo("""
                        2026-02-01 | moved | 2 | 0.3333 | 1 | 0 | 0 | - | in_progress
                        2026-02-01 | price | 2 | 0.3333 | 2 | 2 | 1 | - | in_progress
                        2026-02-01 | - | 2 | 0.3333 | 0 | - | - | - | not_yet
                        """);
        assertThat(table(
                        FEBRUARY,
                        "cancel-reasons",
                        "period reason ended share mature won_back value state",
                        "every=week",
                        "within=3d",
                        "until=2026-02-09",
                        "as-of=2026-02-12"))
                .isEqualTo("""
                        2026-01-26 | price | 2 | 0.6667 | 2 | 1 | 0.5 | complete
                        2026-01-26 | moved | 1 | 0.3333 | 1 | 0 | 0 | complete
                        2026-02-02 | moved | 1 | 0.5 | 1 | 1 | 1 | complete
                        2026-02-02 | - | 1 | 0.5 | 1 | 0 | 0 | complete
                        """);
    }
}
