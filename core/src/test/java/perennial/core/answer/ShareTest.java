package perennial.core.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            HITS | OF  |  LOW   |  HIGH
             81  | 263 | 0.2553 | 0.3662
             15  | 148 | 0.0624 | 0.1605
              0  |  20 | 0.0000 | 0.1611
              1  |  29 | 0.0061 | 0.1718
            """)
    void matches_newcombe_1998_table_1_score_method(long hits, long of, double low, double high) {
        assertThat(new Share(hits, of).low()).isCloseTo(low, within(0.00005));
        assertThat(new Share(hits, of).high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void an_interval_holds_its_value_and_mirrors_the_complement() {
        for (long hits = 0; hits <= 40; hits++) {
            var share = new Share(hits, 40);
            var rest = new Share(40 - hits, 40);
            assertThat(share.value()).isBetween(share.low(), share.high());
            assertThat(share.low()).isCloseTo(1 - rest.high(), within(1e-12));
        }
    }

    @Test
    void without_a_trial_it_is_undefined() {
        assertThat(new Share(0, 0).isDefined()).isFalse();
    }

    @Test
    void more_hits_than_trials_are_refused() {
        assertThatThrownBy(() -> new Share(3, 2)).hasMessage("A share needs 0 <= hits <= of, was 3 of 2");
    }
}
