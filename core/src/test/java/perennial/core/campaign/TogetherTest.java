package perennial.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import perennial.core.experiment.Estimate;

class TogetherTest {
    private static final long LATER = Duration.ofDays(100).toMillis();

    private static Plan plan(String name) {
        return new Plan(
                name,
                new Objective.Return(),
                "lapsed",
                false,
                Exclusions.NONE,
                0.5,
                List.of(new Treatment("letter", 1, List.of())),
                BigDecimal.ONE,
                BigDecimal.ONE,
                30,
                30,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Plan.CSV);
    }

    /// So many of a thousand treated and of so many held out came back and paid 40.
    private static Effect effect(String name, int treated, int held, int heldOut, long asOf) {
        List<Outcome> outcomes = new ArrayList<>();
        add(outcomes, "letter", 1_000, treated);
        add(outcomes, Plan.HOLDOUT, heldOut, held);
        return Effect.of(plan(name), outcomes, asOf);
    }

    private static void add(List<Outcome> outcomes, String arm, int customers, int back) {
        for (int i = 0; i < customers; i++) {
            boolean isBack = i < back;
            outcomes.add(new Outcome(
                    arm,
                    0,
                    true,
                    BigDecimal.ONE,
                    BigDecimal.ZERO,
                    isBack ? OptionalLong.of(1) : OptionalLong.empty(),
                    isBack,
                    isBack ? new BigDecimal(40) : BigDecimal.ZERO,
                    BigDecimal.ZERO));
        }
    }

    @Test
    void campaigns_that_show_nothing_count_and_those_that_cannot_be_read_are_named() {
        Together year = Together.of(List.of(
                effect("spring", 300, 100, 1_000, LATER),
                effect("summer", 100, 101, 1_000, LATER),
                effect("autumn", 100, 20, 1_000, 1),
                effect("winter", 300, 100, 700, LATER)));
        assertThat(year.read()).containsExactly("spring", "summer");
        assertThat(year.early()).containsExactly("autumn");
        assertThat(year.broken()).containsExactly("winter");
        assertThat(year.returns().orElseThrow().value()).isCloseTo(200 - 1, within(1e-9));
    }

    @Test
    void two_campaigns_alike_bring_twice_as_much_and_are_surer_than_twice_one() {
        Estimate one =
                Together.of(List.of(effect("a", 300, 100, 1_000, LATER))).net().orElseThrow();
        Estimate two = Together.of(List.of(effect("a", 300, 100, 1_000, LATER), effect("b", 300, 100, 1_000, LATER)))
                .net()
                .orElseThrow();
        assertThat(two.value()).isCloseTo(2 * one.value(), within(1e-6));
        assertThat(two.high() - two.value()).isCloseTo(Math.sqrt(2) * (one.high() - one.value()), within(1e-6));
        assertThat(two.value() - two.low()).isCloseTo(Math.sqrt(2) * (one.value() - one.low()), within(1e-6));
    }

    @Test
    void nothing_read_brought_nothing_that_is_known() {
        Together none = Together.of(List.of(effect("autumn", 100, 20, 1_000, 1)));
        assertThat(none.returns()).isEmpty();
        assertThat(none.net()).isEmpty();
    }
}
