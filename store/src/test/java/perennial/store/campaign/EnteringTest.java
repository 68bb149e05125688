package perennial.store.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Reason;

/// A campaign for who leaves from its launch on. Every fifth of the thousand who left before is back on 20 March, and
/// leaves again on 1 April.
class EnteringTest extends Thousand {
    private static final String PLAN = """
            {"name":"goodbye","audience":"life ended in last 90 days","entering":true,"holdout":0.5,
             "treatments":[{"name":"letter","share":1,"offers":[]}]}
            """;

    private List<Decision> decisions() {
        return campaigns.messages("goodbye").stream().map(Message::decision).toList();
    }

    private Set<String> drawn() {
        return decisions().stream()
                .filter(each -> each.arm().isPresent())
                .map(each -> each.customer().id())
                .collect(Collectors.toSet());
    }

    @Test
    void who_was_in_the_audience_before_has_not_entered() {
        launch(PLAN);
        assertThat(decisions())
                .hasSize(1_000)
                .allSatisfy(each -> assertThat(each.why()).contains(Reason.ALREADY_IN));
        assertThat(campaigns.balance("goodbye").holds()).isTrue();
        clock.forward(Duration.ofDays(1));
        assertThat(campaigns.decide("goodbye", now())).isZero();
    }

    @Test
    void whoever_leaves_from_then_on_is_drawn_once_and_who_has_not_left_is_waited_for() {
        launch(PLAN);
        clock.forward(Duration.ofDays(25)); // the fifth is back, and in the audience by its life of January
        assertThat(campaigns.decide("goodbye", now())).isZero();
        clock.forward(Duration.ofDays(10));
        assertThat(campaigns.decide("goodbye", now())).isEqualTo(200);
        assertThat(campaigns.decide("goodbye", now())).isZero();
        assertThat(drawn()).hasSize(200).allMatch(id -> Integer.parseInt(id.substring(1)) % 5 == 0);
    }

    @Test
    void a_life_that_is_told_of_later_makes_nobody_be_decided_on_again() {
        launch(PLAN);
        clock.forward(Duration.ofDays(35));
        campaigns.decide("goodbye", now());
        insert("events", """
                (9001, 1, 'told', 'old1', NULL, 'c5', NULL, epoch_ms(TIMESTAMP '2025-03-01 12:00:00'), 0,
                 'Subscription Started', NULL, NULL, '{}'),
                (9002, 1, 'told', 'old2', NULL, 'c5', NULL, epoch_ms(TIMESTAMP '2025-04-01 12:00:00'), 0,
                 'Subscription Cancelled', NULL, NULL, '{}')
                """);
        assertThat(campaigns.decide("goodbye", now())).isZero();
    }

    /// c5 leaves on 1 April, changes its mind within the day and leaves for good later: that is one life.
    @Test
    void a_life_that_goes_on_after_all_is_decided_on_once() {
        launch(PLAN);
        clock.forward(Duration.ofDays(31).plusHours(13));
        assertThat(campaigns.decide("goodbye", now())).isEqualTo(200);
        insert("events", """
                (9001, 1, 'told', 'again', NULL, 'c5', NULL, epoch_ms(TIMESTAMP '2026-04-01 20:00:00'), 0,
                 'Subscription Started', NULL, NULL, '{}'),
                (9002, 1, 'told', 'gone', NULL, 'c5', NULL, epoch_ms(TIMESTAMP '2026-04-02 20:00:00'), 0,
                 'Subscription Cancelled', NULL, NULL, '{}')
                """);
        clock.forward(Duration.ofDays(2));
        assertThat(campaigns.decide("goodbye", now())).isZero();
        assertThat(decisions()).extracting(Decision::id).doesNotHaveDuplicates();
    }
}
