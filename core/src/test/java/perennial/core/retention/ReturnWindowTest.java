package perennial.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnWindowTest {
    @Test
    void brackets_may_overlap() {
        assertThat(ReturnWindow.rule("bracket:0-1, 1-3").upTo(9))
                .containsExactly(new ReturnWindow(0, 1), new ReturnWindow(1, 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bracket:0-1,0-3 | two brackets begin with period 0, so that their rows would look alike; let each begin"
                        + " with another, or ask twice",
                "bracket:1-1000000 | period 1000000 is beyond the last that can be asked, 999999",
                "bracket:99999999999-999999999999 | period 99999999999 is beyond the last that can be asked, 999999",
                "bracket:3-1 | bracket 3-1 must run from a period of 0 or more to one not before it",
                "bracket:3 | \"3\" is no bracket; write first and last period, such as bracket:0-6,7-13",
                "never | \"never\" is no rule; choose on, on-or-after or brackets such as bracket:0-6,7-13",
            })
    void a_rule_that_cannot_be_is_told(String rule, String message) {
        assertThatThrownBy(() -> ReturnWindow.rule(rule)).hasMessage(message);
    }
}
