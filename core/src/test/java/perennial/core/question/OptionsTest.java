package perennial.core.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Option WITHIN = new Option("within", "DAYS", "90d", "Days.");
    private static final Option OFF = new Option("rolling", "DAYS", "", "Days.");

    @Test
    void what_is_given_comes_before_the_default() {
        Options nothing = Options.NONE.orDefaults(List.of(WITHIN, OFF));
        assertThat(nothing.days("within")).contains(90);
        assertThat(nothing.isGiven("within")).isFalse();
        assertThat(nothing.days("rolling")).isEmpty();
        Options given = nothing.with("within", "30");
        assertThat(given.days("within")).contains(30);
        assertThat(given.isGiven("within")).isTrue();
    }

    @Test
    void values_of_a_repeatable_option_keep_their_order() {
        Options steps = Options.NONE.with("step", "B").with("step", "A").with("step", "B");
        assertThat(steps.texts("step")).containsExactly("B", "A", "B");
        assertThat(steps.readAll("step", String::length)).containsExactly(1, 1, 1);
        assertThat(steps).isEqualTo(new Options(Map.of("step", List.of("B", "A", "B")), Map.of()));
    }

    @Test
    void a_fault_names_option_value_and_limit() {
        for (String days : List.of("0d", "30x", "100001d", "9999999999d", "-1d")) {
            assertThatThrownBy(() -> Options.of(Map.of("within", days)).days("within"))
                    .isInstanceOf(BadOption.class)
                    .hasMessage(
                            "--within: \"" + days + "\" is no number of days from 1 to 100000; write one such as 30d");
        }
        assertThat(Options.of(Map.of("within", "100000d")).days("within")).contains(100_000);
        assertThatThrownBy(() ->
                        Options.NONE.with("unit", "user").with("unit", "moon").readAll("unit", Unit::of))
                .hasMessage("--unit: \"moon\" is no unit; choose one of visitor, user, customer");
    }
}
