package perennial.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.core.answer.Share;
import perennial.core.random.ForAll;

class TwoSharesTest {
    private static TwoShares shares(long hits, long of, long held, long ofHeld) {
        return new TwoShares(new Share(hits, of), new Share(held, ofHeld));
    }

    /// Call-backs by name, of two pairs of groups; intervals recomputed with statsmodels 0.15.
    @Test
    void matches_bertrand_mullainathan_2004_with_newcombe_intervals() {
        TwoShares names = shares(235, 2435, 157, 2435);
        check(names.difference(Level.STANDARD), 0.0320328542094, 0.0167819687497, 0.0473825502727);
        check(names.lift(Level.STANDARD), 0.496815286624, 0.232789651942, 0.817387093364);
        assertThat(names.p()).isCloseTo(3.98388683759e-05, within(1e-15));

        TwoShares quality = shares(214, 2446, 178, 2424);
        check(quality.difference(Level.STANDARD), 0.0140574359971, -0.00124376472324, 0.0293888618232);
        check(quality.lift(Level.STANDARD), 0.191433847511, -0.015448710014, 0.441788383635);
        assertThat(quality.p()).isCloseTo(0.0713984353728, within(1e-12));
    }

    private static void check(Estimate found, double value, double low, double high) {
        assertThat(found.value()).isCloseTo(value, within(1e-12));
        assertThat(found.low()).isCloseTo(low, within(1e-12));
        assertThat(found.high()).isCloseTo(high, within(1e-11));
    }

    @Test
    void nobody_in_the_holdout_bounds_no_lift() {
        assertThat(shares(3, 100, 0, 10).lift(Level.STANDARD).high()).isInfinite();
        assertThat(shares(3, 100, 0, 10).lift(Level.STANDARD).value()).isInfinite();
        assertThat(shares(0, 100, 0, 10).lift(Level.STANDARD)).isEqualTo(new Estimate(0, -1, Double.POSITIVE_INFINITY));
        assertThat(shares(0, 100, 0, 10).p()).isEqualTo(1);
        assertThat(shares(0, 100, 4, 10).lift(Level.STANDARD).value()).isEqualTo(-1);
    }

    @Test
    void exchanging_the_arms_changes_the_sign_alone() {
        ForAll.forAll(200, TwoSharesTest::some, there -> {
            TwoShares back = new TwoShares(there.holdout(), there.treated());
            Estimate one = there.difference(Level.STANDARD);
            Estimate other = back.difference(Level.STANDARD).times(-1);
            assertThat(one.low()).isCloseTo(other.low(), within(1e-12));
            assertThat(one.high()).isCloseTo(other.high(), within(1e-12));
            assertThat(one.low()).isGreaterThanOrEqualTo(-1);
            assertThat(one.high()).isLessThanOrEqualTo(1);
            assertThat(there.p()).isEqualTo(back.p());
        });
    }

    private static TwoShares some(Random random) {
        long of = 1 + random.nextInt(500);
        long held = 1 + random.nextInt(500);
        return shares(random.nextLong(of + 1), of, random.nextLong(held + 1), held);
    }

    @Test
    void the_interval_covers_the_truth_as_often_as_it_says() {
        Random random = new Random(1);
        int covered = 0;
        int rounds = 4_000;
        for (int round = 0; round < rounds; round++) {
            long came = hits(random, 900, 0.05);
            long held = hits(random, 100, 0.04);
            Estimate difference = shares(came, 900, held, 100).difference(Level.STANDARD);
            covered += difference.excludes(0.01) ? 0 : 1;
        }
        assertThat((double) covered / rounds).isBetween(0.94, 0.98);
    }

    private static long hits(Random random, int of, double share) {
        return random.doubles(of).filter(drawn -> drawn < share).count();
    }
}
