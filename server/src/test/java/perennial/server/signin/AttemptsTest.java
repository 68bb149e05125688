package perennial.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import perennial.store.HandClock;

class AttemptsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final HandClock clock = new HandClock(NOON);
    private final Attempts attempts = new Attempts(clock, 3);

    @Test
    void each_thing_may_be_tried_so_often_within_a_quarter_of_an_hour() {
        for (int i = 0; i < 3; i++) {
            assertThat(attempts.tryFor("ada")).isEmpty();
            clock.forward(Duration.ofMinutes(1));
        }
        assertThat(attempts.tryFor("ada")).contains(NOON.plus(Duration.ofMinutes(15)));
        assertThat(attempts.tryFor("bo")).isEmpty();
        clock.forward(Duration.ofMinutes(12));
        assertThat(attempts.tryFor("ada")).isEmpty();
        assertThat(attempts.tryFor("ada")).contains(NOON.plus(Duration.ofMinutes(16)));
    }

    @Test
    void what_succeeds_does_not_count() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.tryFor("10.0.0.1")).isEmpty();
            attempts.takeBack("10.0.0.1");
        }
        for (int i = 0; i < 3; i++) {
            assertThat(attempts.tryFor("ada")).isEmpty();
        }
        attempts.forgive("ada");
        assertThat(attempts.tryFor("ada")).isEmpty();
    }

    @Test
    void who_tries_many_things_makes_it_forget_the_oldest_only() {
        for (int i = 0; i < 3; i++) {
            attempts.tryFor("ada");
        }
        for (int i = 0; i < 19_999; i++) {
            attempts.tryFor("user" + i);
        }
        assertThat(attempts.tryFor("ada")).isPresent();
        for (int i = 0; i < 20_000; i++) {
            attempts.tryFor("another" + i);
        }
        assertThat(attempts.tryFor("ada")).isEmpty();
    }
}
