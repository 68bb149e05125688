package perennial.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.core.answer.Share;

class ConfidenceSequenceTest {
    @ParameterizedTest
    @CsvSource({
        "100, 0.01, 2.46199695913",
        "100, 0.1, 0.365639487136",
        "1000, 0.01, 0.25875571877",
        "1000, 0.1, 0.0960640192887",
        "10000, 0.01, 0.0365639487136",
        "10000, 0.1, 0.0327301862423"
    })
    void matches_the_formula_of_arxiv_2103_06476(long n, double rho, double halfWidth) {
        assertThat(ConfidenceSequence.halfWidth(n, rho * rho, 0.05)).isCloseTo(halfWidth, within(1e-10));
    }

    /// Two public implementations agree on these to four places.
    @ParameterizedTest
    @CsvSource({"1000, 3.8551", "5000, 3.0836", "10000, 3.0352", "50000, 3.1530"})
    void tuned_for_ten_thousand_it_reaches_so_many_standard_errors(long customers, double errors) {
        assertThat(new ConfidenceSequence(10_000, Level.STANDARD).standardErrors(customers))
                .isCloseTo(errors, within(5e-5));
    }

    /// Two thousand campaigns without any effect, of 60 days with 20 customers a day and a tenth held out,
    /// looked at each day from the fifth on. An interval for one look would call a quarter of them a success
    /// or a failure.
    @Test
    void whoever_looks_every_day_is_seldom_misled() {
        Random random = new Random(7);
        int misled = 0;
        int misledByOneLook = 0;
        for (int campaign = 0; campaign < 2_000; campaign++) {
            long[] of = new long[2];
            long[] came = new long[2];
            boolean isMisled = false;
            boolean isMisledByOneLook = false;
            var sequence = new ConfidenceSequence(1_200, Level.STANDARD);
            for (int day = 1; day <= 60; day++) {
                for (int customer = 0; customer < 20; customer++) {
                    int arm = random.nextDouble() < 0.1 ? 1 : 0;
                    of[arm]++;
                    came[arm] += random.nextDouble() < 0.2 ? 1 : 0;
                }
                if (day >= 5) {
                    var shares = new TwoShares(new Share(came[0], of[0]), new Share(came[1], of[1]));
                    isMisled |= sequence.of(shares).excludes(0);
                    isMisledByOneLook |= shares.difference(Level.STANDARD).excludes(0);
                }
            }
            misled += isMisled ? 1 : 0;
            misledByOneLook += isMisledByOneLook ? 1 : 0;
        }
        assertThat(misled / 2_000.0).isLessThan(0.05);
        assertThat(misledByOneLook / 2_000.0).isGreaterThan(0.15);
    }
}
