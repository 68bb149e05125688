package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.store.opinion.EngineOn.table;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

/// A table worked by hand: which channel a session came by is told by its first event.
class TrafficByHandTest {
    // x: a click on an ad, and a day later by itself. ada: from the search to sign-up in one session, later by a mail.
    // y: an ad paid for among friends, its tags in large letters. z: from somebody's page, then from the search.
    private static final String MARCH = """
            ~x  | 2026-03-02T10:00 | Page Viewed | {"gclid":"k1","referrer":"https://www.google.com/"}
            ~x  | 2026-03-02T10:01 | Page Viewed | {"referrer":"https://acme.example/"}
            ~x  | 2026-03-03T10:00 | Page Viewed
            ~a  | 2026-03-04T10:00 | Page Viewed | {"referrer":"https://duckduckgo.com/"}
            ~a=ada | 2026-03-04T10:02 | Signed Up
            ada | 2026-03-20T08:00 | Opened | {"utm_medium":"email","utm_source":"news"}
            ~y  | 2026-03-05T10:00 | Page Viewed | {"utm_medium":"CPC","utm_source":"Instagram"}
            ~z  | 2026-03-06T10:00 | Page Viewed | {"referrer":"https://garden.example/roses"}
            ~z  | 2026-03-07T10:00 | Page Viewed | {"referrer":"https://www.bing.com/"}
            """;

    @Test
    void the_first_event_of_a_session_tells_its_channel() throws Exception {
        assertThat(table(MARCH, "traffic", "period channel sessions customers share state"))
                .isEqualTo("""
                        2026-03-01 | organic search | 2 | 2 | 0.2857 | in_progress
                        2026-03-01 | direct | 1 | 1 | 0.1429 | in_progress
                        2026-03-01 | email | 1 | 1 | 0.1429 | in_progress
                        2026-03-01 | paid search | 1 | 1 | 0.1429 | in_progress
                        2026-03-01 | paid social | 1 | 1 | 0.1429 | in_progress
                        2026-03-01 | referral | 1 | 1 | 0.1429 | in_progress
                        """);
    }

    @Test
    void the_engine_says_the_same_in_the_same_order() throws Exception {
        try (var on = new EngineOn(Told.in("UTC", DayOfWeek.MONDAY, MARCH), 0)) {
            assertThat(on.engine("traffic")).isEqualTo(on.both().opinion("traffic", OpinionOn.options()));
            assertThat(on.both()
                            .who("traffic", OpinionOn.options(), "period=2026-03-01,channel=organic search,customers")
                            .owners())
                    .hasSize(2);
        }
    }
}
