package perennial.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private static final Assignment SPRING = new Assignment(
            "spring",
            List.of(new Arm("discount", 0.6, false), new Arm("training", 0.3, false), new Arm("holdout", 0.1, true)));

    /// `printf 'spring\nada\n2' | sha256sum`, the first 16 digits as a number by 2^64.
    @Test
    void whoever_can_hash_can_draw_again() {
        assertThat(SPRING.drawn("ada", 2)).isCloseTo(0.5962568286509866, within(1e-15));
        assertThat(SPRING.of("ada", 2).name()).isEqualTo("discount");
    }

    @Test
    void the_same_life_always_falls_into_the_same_arm_and_another_life_is_drawn_anew() {
        assertThat(IntStream.range(0, 50).mapToObj(i -> SPRING.of("bo", 1)).distinct())
                .hasSize(1);
        assertThat(IntStream.rangeClosed(1, 50)
                        .mapToObj(life -> SPRING.of("bo", life))
                        .distinct())
                .hasSize(3);
    }

    @Test
    void arms_are_as_large_as_planned_and_do_not_depend_on_another_experiment() {
        var autumn = new Assignment("autumn", SPRING.arms());
        Map<String, Long> drawn = IntStream.range(0, 100_000)
                .mapToObj(i -> SPRING.of("customer-" + i, 1).name())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<Long> counts =
                SPRING.arms().stream().map(arm -> drawn.get(arm.name())).toList();
        List<Double> shares = SPRING.arms().stream().map(Arm::share).toList();
        assertThat(SplitCheck.of(counts, shares).finding()).isEqualTo(SplitCheck.Finding.SOUND);

        List<Integer> heldOutInSpring = IntStream.range(0, 100_000)
                .filter(i -> SPRING.of("customer-" + i, 1).isHoldout())
                .boxed()
                .toList();
        long alsoInAutumn = heldOutInSpring.stream()
                .filter(i -> autumn.of("customer-" + i, 1).isHoldout())
                .count();
        assertThat((double) alsoInAutumn / heldOutInSpring.size()).isCloseTo(0.1, within(0.01));
    }

    @Test
    void arms_that_cannot_be_drawn_are_refused() {
        assertThatThrownBy(() -> new Assignment("s", List.of(new Arm("a", 0.5, false), new Arm("h", 0.1, true))))
                .hasMessage("The shares of the arms add up to 1, were 0.6");
        assertThatThrownBy(() -> new Assignment("s", List.of(new Arm("a", 1, false))))
                .hasMessage("An experiment has one holdout");
    }
}
