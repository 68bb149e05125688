package perennial.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KaplanMeierTest {
    private static KaplanMeier curve(int longest, int[] ended, int[] censored) {
        long[] ends = new long[longest + 1];
        long[] losses = new long[longest + 1];
        for (int day : ended) {
            ends[day]++;
        }
        for (int day : censored) {
            losses[day]++;
        }
        return KaplanMeier.of(ends, losses);
    }

    @Test
    void matches_the_maintained_group_of_the_leukemia_trial_miller_1997() {
        // Weeks in remission of 11 patients; the estimates are those of R's survfit.
        KaplanMeier maintained = curve(161, new int[] {9, 13, 18, 23, 31, 34, 48}, new int[] {13, 28, 45, 161});
        int[] weeks = {9, 13, 18, 23, 31, 34, 48};
        long[] atRisk = {11, 10, 8, 7, 5, 4, 2};
        double[] lasting = {
            0.90909090909, 0.81818181818, 0.71590909091, 0.61363636364, 0.49090909091, 0.36818181818, 0.18409090909
        };
        for (int i = 0; i < weeks.length; i++) {
            assertThat(maintained.atRisk(weeks[i])).isEqualTo(atRisk[i]);
            assertThat(maintained.lasting(weeks[i])).isCloseTo(lasting[i], within(1e-10));
        }
        assertThat(maintained.lasting(8)).isEqualTo(1);
        assertThat(maintained.lasting(161)).isCloseTo(0.18409090909, within(1e-10));
    }

    @Test
    void ends_come_before_losses_of_the_same_day() {
        KaplanMeier tie = curve(3, new int[] {2}, new int[] {2});
        assertThat(tie.atRisk(2)).isEqualTo(2);
        assertThat(tie.lasting(2)).isEqualTo(0.5);
        assertThat(tie.atRisk(3)).isZero();
        assertThat(tie.lasting(3)).isEqualTo(0.5);
    }

    @Test
    void before_the_first_end_and_after_the_last_there_is_no_interval() {
        KaplanMeier all = curve(4, new int[] {1, 3}, new int[] {});
        assertThat(all.interval(0)).isEmpty();
        assertThat(all.interval(1)).isPresent();
        assertThat(all.lasting(3)).isZero();
        assertThat(all.interval(3)).isEmpty();
        assertThat(all.interval(4)).isEmpty();
    }

    @Test
    void the_interval_holds_the_estimate_and_never_leaves_zero_to_one() {
        KaplanMeier few = curve(9, new int[] {1, 2, 3, 5, 8}, new int[] {2, 4, 9});
        for (int day = 1; day <= 9; day++) {
            double lasting = few.lasting(day);
            assertThat(few.interval(day)).hasValueSatisfying(interval -> {
                assertThat(interval.low()).isBetween(0.0, lasting);
                assertThat(interval.high()).isBetween(lasting, 1.0);
            });
        }
    }

    @Test
    void with_nobody_everybody_lasts() {
        assertThat(curve(2, new int[] {}, new int[] {}).lasting(2)).isEqualTo(1);
    }
}
