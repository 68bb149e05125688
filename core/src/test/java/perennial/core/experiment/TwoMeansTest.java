package perennial.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.core.random.ForAll;

class TwoMeansTest {
    private static Moments amounts(double... amounts) {
        Moments all = Moments.NONE;
        for (double amount : amounts) {
            all = all.and(amount, 0);
        }
        return all;
    }

    /// Student's sleep data, the first table of Welch's test in many books: R's `t.test(extra ~ group)` prints
    /// t = -1.8608, df = 17.776, -3.3654832 to 0.2054832.
    @Test
    void matches_welch_on_students_sleep_data() {
        var drugs = new TwoMeans(
                amounts(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0),
                amounts(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4));
        Estimate difference = drugs.difference(Level.STANDARD);
        assertThat(difference.value()).isCloseTo(-1.58, within(1e-12));
        assertThat(difference.low()).isCloseTo(-3.3654832, within(1e-7));
        assertThat(difference.high()).isCloseTo(0.2054832, within(1e-7));
        assertThat(drugs.adjusted(Level.STANDARD)).isEqualTo(difference);
        assertThat(drugs.explained()).isZero();
    }

    /// By hand: amounts follow those before with slope 2 in both arms, and the arm has 5 more; its customers
    /// were worth 1 more before, so that the bare difference is 7.
    @Test
    void what_was_before_is_taken_off() {
        Moments treated = Moments.NONE.and(7, 1).and(9, 2).and(11, 3);
        Moments holdout = Moments.NONE.and(0, 0).and(2, 1).and(4, 2);
        var means = new TwoMeans(treated, holdout);
        assertThat(means.difference(Level.STANDARD).value()).isEqualTo(7);
        assertThat(means.adjusted(Level.STANDARD).value()).isCloseTo(5, within(1e-12));
        assertThat(means.adjusted(Level.STANDARD).high()).isCloseTo(5, within(1e-6));
        assertThat(means.explained()).isCloseTo(1, within(1e-12));
    }

    @Test
    void parts_add_up_to_the_whole() {
        ForAll.forAll(50, random -> random, random -> {
            Moments whole = Moments.NONE;
            Moments one = Moments.NONE;
            Moments other = Moments.NONE;
            for (int i = 0; i < 20; i++) {
                // Whole cents: sums of them are exact.
                double amount = random.nextInt(10_000);
                double before = random.nextInt(10_000);
                whole = whole.and(amount, before);
                if (random.nextBoolean()) {
                    one = one.and(amount, before);
                } else {
                    other = other.and(amount, before);
                }
            }
            assertThat(one.plus(other)).isEqualTo(whole);
        });
    }

    @Test
    void the_adjusted_interval_covers_the_truth_and_is_narrower() {
        Random random = new Random(3);
        int covered = 0;
        double explained = 0;
        int rounds = 1_000;
        for (int round = 0; round < rounds; round++) {
            var means = new TwoMeans(arm(random, 360, 2), arm(random, 40, 0));
            Estimate adjusted = means.adjusted(Level.STANDARD);
            covered += adjusted.excludes(2) ? 0 : 1;
            explained += means.explained() / rounds;
        }
        assertThat((double) covered / rounds).isBetween(0.93, 0.97);
        // Half of the variance stands before: 1 of 1 + 1.
        assertThat(explained).isBetween(0.4, 0.6);
    }

    /// Of the treated 10, 20, 30 (variance 100); of the held out nobody paid: 20 ± t · sqrt(100 / 3 + 100 / 4).
    @Test
    void an_arm_in_which_nobody_paid_is_taken_to_vary_like_the_other() {
        Moments paid = Moments.NONE.and(10, 0).and(20, 0).and(30, 0);
        Moments nobody = Moments.NONE.and(0, 0).and(0, 0).and(0, 0).and(0, 0);
        double both = 100.0 / 3 + 100.0 / 4;
        double degrees = both * both / (Math.pow(100.0 / 3, 2) / 2 + Math.pow(100.0 / 4, 2) / 3);

        Estimate difference = new TwoMeans(paid, nobody).difference(Level.STANDARD);

        assertThat(difference.value()).isEqualTo(20);
        assertThat(difference.high() - difference.value())
                .isCloseTo(Level.STANDARD.t(degrees) * Math.sqrt(both), within(1e-9));
        assertThat(new TwoMeans(paid, nobody).standardError()).isCloseTo(Math.sqrt(both), within(1e-9));
        assertThat(new TwoMeans(nobody, paid).difference(Level.STANDARD).high() + 20)
                .isCloseTo(Level.STANDARD.t(degrees) * Math.sqrt(both), within(1e-9));
    }

    private static Moments arm(Random random, int customers, double effect) {
        Moments all = Moments.NONE;
        for (int i = 0; i < customers; i++) {
            double before = random.nextGaussian();
            all = all.and(before + random.nextGaussian() + effect, before);
        }
        return all;
    }
}
