package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.store.opinion.EngineOn.table;

import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import perennial.core.customer.Owner;

/// Tables worked by hand: where sessions begin and end, and which were a glance only.
class SessionsByHandTest {
    // Monday 2026-03-02. x: one session of two views, 30 minutes to the millisecond apart, and a millisecond later than
    // that another of one view alone. Mails to ada are no doing of hers; her order makes a session of one event no
    // bounce.
    // bo: two events within 9.999 s, at night over the end of the week; one of 10 s.
    private static final String WEEK = """
            ~x  | 2026-03-02T10:00:00 2026-03-02T10:30:00 2026-03-02T11:00:00.001 | Page Viewed
            ada | 2026-03-03T10:00    | Order Completed | 5
            ada | 2026-03-03T10:29    | Email Sent
            ada | 2026-03-03T10:31    | Opened
            bo  | 2026-03-08T23:59:55 | Page Viewed
            bo  | 2026-03-09T00:00:04.999 | Opened
            bo  | 2026-03-10T08:00:00 2026-03-10T08:00:10 | Opened
            """;

    @Test
    void a_silence_longer_than_the_limit_parts_sessions_and_one_just_as_long_does_not() throws Exception {
        // Week of the 2nd: x 1800 s and 0 s, ada 0 s and 0 s, bo 9.999 s. Week of the 9th: bo 10 s.
        assertThat(table(
                        WEEK,
                        "sessions",
                        "period sessions customers per_customer actions_per_session mean_seconds median_seconds bounces"
                                + " bounce_rate single_event_rate state"))
                .isEqualTo("""
                        2026-03-02 | 5 | 3 | 1.6667 | 1.4 | 361.9998 | 0 | 3 | 0.6 | 0.6 | complete
                        2026-03-09 | 1 | 1 | 1 | 2 | 10 | 10 | 0 | 0 | 0 | in_progress
                        """);
    }

    @Test
    void the_limit_is_given() throws Exception {
        // Two hours: one session of x over an hour and a millisecond, one of ada over 31 minutes.
        assertThat(table(WEEK, "sessions", "sessions median_seconds bounces single_event_rate", "idle=2h"))
                .isEqualTo("3 | 1860 | 1 | 0\n1 | 10 | 0 | 0\n");
        assertThat(table(WEEK, "sessions", "sessions bounces", "idle=9s")).isEqualTo("6 | 5\n3 | 3\n");
    }

    @Test
    void a_session_is_over_after_24_hours() throws Exception {
        // An event every 20 hours: the second is still in the session of the first; with the third another begins.
        String steady = "ada | 2026-03-02T00:00 2026-03-02T20:00 2026-03-03T16:00 2026-03-04T12:00 | Opened\n";
        assertThat(table(steady, "sessions", "period sessions median_seconds", "idle=20h", "every=day"))
                .isEqualTo("2026-03-02 | 1 | 72000\n2026-03-03 | 1 | 72000\n2026-03-04 | 0 | -\n");
        String exactly = "ada | 2026-03-02T00:00 2026-03-02T20:00 2026-03-03T00:00 | Opened\n";
        assertThat(table(exactly, "sessions", "sessions", "idle=20h", "every=day"))
                .isEqualTo("1\n1\n");
        String justUnder = "ada | 2026-03-02T00:00 2026-03-02T20:00 2026-03-02T23:59:59.999 | Opened\n";
        assertThat(table(justUnder, "sessions", "sessions", "idle=20h", "every=week"))
                .isEqualTo("1\n");
    }

    @Test
    void a_visitor_who_became_known_goes_on_with_its_session() throws Exception {
        String signUp = """
                ~x     | 2026-03-02T10:00 | Page Viewed
                ~x=ada | 2026-03-02T10:05 | Signed Up
                ada    | 2026-03-02T10:10 | Opened
                """;
        assertThat(table(signUp, "sessions", "sessions customers actions_per_session mean_seconds"))
                .isEqualTo("1 | 1 | 3 | 600\n");
    }

    @Test
    void groups_follow_the_first_event_of_each_session() throws Exception {
        String pages = """
                ~x | 2026-03-02T10:00 | Page Viewed | {"page":"home"}
                ~x | 2026-03-02T10:01 | Page Viewed | {"page":"pricing"}
                ~x | 2026-03-03T10:00 | Page Viewed | {"page":"pricing"}
                ~y | 2026-03-03T10:00 | Page Viewed | {"page":"home"}
                """;
        assertThat(table(pages, "sessions", "group sessions customers", "by=property:page"))
                .isEqualTo("home | 2 | 2\npricing | 1 | 1\n");
    }

    @Test
    void the_people_behind_a_count_are_named() throws Exception {
        try (var on = new EngineOn(Told.in("UTC", DayOfWeek.MONDAY, WEEK), 0)) {
            assertThat(ids(on, "period=2026-03-02,bounces")).containsExactlyInAnyOrder("ada", "bo", "x");
            assertThat(ids(on, "period=2026-03-09,sessions")).containsExactly("bo");
        }
    }

    private static List<String> ids(EngineOn on, String cell) {
        return on.both().who("sessions", OpinionOn.options(), cell).owners().stream()
                .map(Owner::id)
                .toList();
    }
}
