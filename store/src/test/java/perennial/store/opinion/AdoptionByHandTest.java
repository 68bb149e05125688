package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.store.opinion.EngineOn.table;

import org.junit.jupiter.api.Test;

/// Tables worked by hand: who uses a feature, how much, and how soon.
class AdoptionByHandTest {
    // 2026-03-02 is a Monday. ada signs up on the 3rd, a day after she came, and exports 36 hours later; bo never signs
    // up and exports two days after he came; cy signs up after the first export, so that day does not count.
    private static final String MARCH = """
            ada | 2026-03-02T12:00                  | Opened
            ada | 2026-03-03T12:00                  | Signed Up
            ada | 2026-03-05T00:00 2026-03-05T09:00 | Exported
            ada | 2026-03-06T09:00 2026-03-10T09:00 | Exported
            bo  | 2026-03-02T12:00                  | Opened
            bo  | 2026-03-04T12:00                  | Exported | {"format":"pdf"}
            cy  | 2026-03-09T12:00                  | Opened
            cy  | 2026-03-09T18:00                  | Exported
            cy  | 2026-03-10T12:00                  | Signed Up
            dee | 2026-03-11T12:00                  | Opened
            eve | 2026-03-12T12:00                  | Email Sent
            """;

    private static final String COLUMNS = "period active adopters first_time value depth median_days state";

    @Test
    void adopters_are_counted_among_the_active_with_depth_and_time_to_first_use() throws Exception {
        // First week: ada on two days, bo on one: depth 1.5; 1.5 and 2 days to the first use: 1.75. Second week: ada
        // again, cy after a quarter of a day; of dee nothing but a visit. A mail sent to eve is no activity.
        assertThat(table(MARCH, "adoption", COLUMNS, "feature=Exported", "every=week"))
                .isEqualTo("""
                        2026-03-02 | 2 | 2 | 2 | 1 | 1.5 | 1.75 | complete
                        2026-03-09 | 3 | 2 | 1 | 0.6667 | 1 | 0.25 | in_progress
                        """);
    }

    @Test
    void without_adopters_depth_and_time_are_undefined_and_later_periods_unknown() throws Exception {
        assertThat(table(
                        MARCH,
                        "adoption",
                        COLUMNS,
                        "feature=Exported[format = pdf]",
                        "every=week",
                        "until=2026-03-17",
                        "as-of=2026-03-16"))
                .isEqualTo("""
                        2026-03-02 | 2 | 1 | 1 | 0.5 | 1 | 2 | complete
                        2026-03-09 | 3 | 0 | 0 | 0 | - | - | complete
                        2026-03-16 | - | - | - | - | - | - | not_yet
                        """);
    }

    @Test
    void who_used_it_before_the_range_is_no_first_timer_in_it() throws Exception {
        assertThat(table(MARCH, "adoption", COLUMNS, "feature=Exported", "every=week", "from=2026-03-09"))
                .isEqualTo("2026-03-09 | 3 | 2 | 1 | 0.6667 | 1 | 0.25 | in_progress\n");
    }

    @Test
    void a_passive_event_may_be_the_feature() throws Exception {
        assertThat(table(MARCH, "adoption", COLUMNS, "feature=Email Sent", "every=week", "from=2026-03-09"))
                .isEqualTo("2026-03-09 | 4 | 1 | 1 | 0.25 | 1 | 0 | in_progress\n");
    }
}
