package perennial.core.inactivity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import perennial.core.answer.State;

class GapsTest {
    private static Gaps gaps(int longest, int[][] completed, int[][] ongoing) {
        long[] done = new long[longest + 1];
        long[] open = new long[longest + 1];
        for (int[] each : completed) {
            done[each[0]] = each[1];
        }
        for (int[] each : ongoing) {
            open[each[0]] = each[1];
        }
        return new Gaps(done, open);
    }

    @Test
    void a_quantile_is_the_least_gap_that_so_many_do_not_exceed() {
        // Ten gaps: 1 1 1 1 1 2 2 3 7 30.
        Gaps ten = gaps(30, new int[][] {{1, 5}, {2, 2}, {3, 1}, {7, 1}, {30, 1}}, new int[][] {});
        assertThat(ten.quantile(0.5)).hasValue(1);
        assertThat(ten.quantile(0.75)).hasValue(3);
        assertThat(ten.quantile(0.9)).hasValue(7);
        assertThat(ten.quantile(0.95)).hasValue(30);
    }

    @Test
    void without_a_gap_nothing_is_known() {
        Gaps none = gaps(400, new int[][] {}, new int[][] {});
        assertThat(none.quantile(0.5)).isEmpty();
        assertThat(none.suggested()).isEmpty();
    }

    @Test
    void the_suggestion_is_where_fewer_than_one_in_twenty_come_back_within_a_year() {
        // 100 silences. 40 end after 1 day, 30 after 10, 27 after 20, 1 after 100; 2 go on, watched for 600 days.
        // Still silent after 1 day: 60, of whom 58 come back. After 10 days 30, 28. After 20 days 3, of whom one comes
        // back: one third. After 100 days 2, none of whom does.
        Gaps watched = gaps(600, new int[][] {{1, 40}, {10, 30}, {20, 27}, {100, 1}}, new int[][] {{600, 2}});
        assertThat(watched.suggested()).hasValue(100);
        assertThat(watched.stateOf(100)).isEqualTo(State.COMPLETE);
    }

    @Test
    void silences_that_go_on_leave_the_curve_when_they_were_last_seen() {
        // 10 end after 5 days; 90 go on, 80 of them watched for 4 days only. At day 5 there are 20 at risk, 10 of whom
        // come back: half, not one in ten.
        Gaps young = gaps(30, new int[][] {{5, 10}}, new int[][] {{4, 80}, {30, 10}});
        assertThat(young.suggested()).hasValue(5);
        assertThat(gaps(30, new int[][] {{5, 4}}, new int[][] {{30, 96}}).suggested())
                .hasValue(1);
    }

    @Test
    void a_suggestion_nobody_was_watched_long_enough_for_is_one_so_far() {
        Gaps young = gaps(30, new int[][] {{5, 10}}, new int[][] {{30, 10}});
        assertThat(young.suggested()).hasValue(5);
        assertThat(young.stateOf(5)).isEqualTo(State.IN_PROGRESS);
    }
}
