package perennial.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.core.answer.Share;

class DetectableTest {
    /// Customers in each of two equal arms, recomputed with statsmodels 0.15.
    @ParameterizedTest
    @CsvSource({
        "0.2, 0.25, 1090.99428307",
        "0.1, 0.11, 14748.0450208",
        "0.05, 0.06, 8154.98604399",
        "0.27, 0.25, 7546.69786458"
    })
    void matches_the_sample_sizes_of_equal_arms(double base, double treated, double customers) {
        assertThat(Detectable.once(base, 0.5, Level.STANDARD).customers(treated - base) / 2)
                .isCloseTo(customers, within(1e-6 * customers));
    }

    @ParameterizedTest
    @CsvSource({
        "0.04, 0.5, 0.01, 13485",
        "0.04, 0.1, 0.01, 34283",
        "0.04, 0.1, 0.004, 211301",
        "0.02, 0.1, 0.005, 70039"
    })
    void a_small_holdout_asks_for_more(double base, double holdout, double difference, long customers) {
        assertThat(Math.ceil(Detectable.once(base, holdout, Level.STANDARD).customers(difference)))
                .isEqualTo(customers);
    }

    @Test
    void the_smallest_rise_is_the_one_that_needs_so_many() {
        var detectable = Detectable.once(0.04, 0.1, Level.STANDARD);
        assertThat(detectable.smallestRise(34_283).orElseThrow()).isCloseTo(0.01, within(1e-5));
        assertThat(detectable.smallestRise(1)).isEmpty();
    }

    /// 200 customers a fifth of whom come anyway, half held out: the rise said beforehand is found in four of five
    /// experiments.
    @Test
    void four_in_five_experiments_show_it() {
        double rise =
                Detectable.once(0.2, 0.5, Level.STANDARD).smallestRise(600).orElseThrow();
        Random random = new Random(11);
        int shown = 0;
        for (int round = 0; round < 2_000; round++) {
            var shares = new TwoShares(
                    new Share(
                            random.doubles(300)
                                    .filter(drawn -> drawn < 0.2 + rise)
                                    .count(),
                            300),
                    new Share(random.doubles(300).filter(drawn -> drawn < 0.2).count(), 300));
            shown += shares.difference(Level.STANDARD).low() > 0 ? 1 : 0;
        }
        assertThat(shown / 2_000.0).isBetween(0.77, 0.83);
    }
}
