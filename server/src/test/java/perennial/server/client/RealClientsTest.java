package perennial.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import perennial.server.TestServer;

/// Clients tell the time by the machine's clock, so the server does too.
class RealClientsTest {
    @TempDir
    Path folder;

    /// The second time with one call more, which costs nothing else and is kept to look at.
    @ParameterizedTest
    @EnumSource
    void a_story_told_twice_is_stored_once_beside_a_call_that_cannot_be_stored(Client client) throws Exception {
        try (var server = new TestServer(folder, Clock.systemUTC())) {
            client.tell(server.address(""), server.writeKey());
            assertThat(Stored.story(server)).isEqualTo(client.story());
            assertThat(server.rows("FROM refused_calls")).isEmpty();
            client.tell(server.address(""), server.writeKey(), "faulty");
            assertThat(Stored.story(server)).isEqualTo(client.story());
            assertThat(server.rows("SELECT source, field FROM refused_calls")).hasSize(1);
            assertThat(server.rows("SELECT source, count FROM quality WHERE kind = 'refused'"))
                    .containsExactly("web 1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_story_whose_first_answers_are_lost_is_stored_once(Client client) throws Exception {
        assertToldDespite(client, new Hindrance.Plan(503, 2, true));
    }

    /// PostHog's client for browsers loses what is answered with 429, so the server answers it with 503.
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "POSTHOG_JS")
    void a_story_that_is_put_off_at_first_is_stored(Client client) throws Exception {
        assertToldDespite(client, new Hindrance.Plan(429, 1, false));
    }

    /// Others take the status as final, or do so once there is nothing left to split.
    @ParameterizedTest
    @EnumSource(names = {"POSTHOG", "AMPLITUDE"})
    void a_story_that_is_too_large_at_first_arrives_in_pieces(Client client) throws Exception {
        assertToldDespite(client, new Hindrance.Plan(413, 1, false));
    }

    private void assertToldDespite(Client client, Hindrance.Plan plan) throws Exception {
        try (var server = new TestServer(folder, Clock.systemUTC());
                var hindrance = new Hindrance(server, plan)) {
            client.tell(hindrance.address(), server.writeKey());
            assertThat(hindrance.spoilt()).isGreaterThanOrEqualTo(plan.times());
            assertThat(Stored.story(server)).isEqualTo(client.story());
        }
    }

    /// Mixpanel's client for servers does not say when it sends.
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MIXPANEL")
    void times_of_a_clock_that_is_slow_are_put_right(Client client) throws Exception {
        Duration slow = Duration.ofHours(2);
        try (var server = new TestServer(folder, Clock.offset(Clock.systemUTC(), slow))) {
            client.tell(server.address(""), server.writeKey());
            assertThat(server.rows("SELECT epoch_ms(time_ms)::DATE || ' ' || hour(epoch_ms(time_ms)) FROM events"
                            + " WHERE name = 'Letter Written'"))
                    .containsExactly("2026-01-05 12");
        }
    }
}
