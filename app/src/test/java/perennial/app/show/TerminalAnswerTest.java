package perennial.app.show;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.app.show.HandMade.active;
import static perennial.app.show.HandMade.answer;
import static perennial.app.show.HandMade.back;
import static perennial.app.show.HandMade.backBy;
import static perennial.app.show.HandMade.flows;
import static perennial.app.show.HandMade.retained;
import static perennial.core.answer.State.COMPLETE;
import static perennial.core.answer.State.IN_PROGRESS;
import static perennial.core.answer.State.NOT_YET;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.question.Asked;

class TerminalAnswerTest {
    private static final Screen PLAIN = new Screen(80, false);

    private static final Asked ACTIVE = answer(
            "active-users",
            active("2026-01-01", 1200, COMPLETE),
            active("2026-02-01", 900, COMPLETE),
            active("2026-03-01", 305, IN_PROGRESS));
    private static final Asked RETENTION = answer(
            "retention",
            retained("2026-01-01", 0, 200, 200, COMPLETE),
            retained("2026-01-01", 1, 200, 50, COMPLETE),
            retained("2026-01-01", 2, 200, 11, IN_PROGRESS),
            retained("2026-02-01", 0, 1000, 1000, COMPLETE),
            retained("2026-02-01", 1, 1000, 300, IN_PROGRESS),
            retained("2026-02-01", 2, 1000, 0, NOT_YET),
            retained("all", 0, 1200, 1200, COMPLETE),
            retained("all", 1, 200, 50, COMPLETE),
            retained("all", 2, 0, 0, COMPLETE));
    private static final Asked LIFECYCLE = answer(
            "lifecycle",
            flows("2026-01-01", 100, 0, 0, 0, COMPLETE),
            flows("2026-02-01", 50, 60, 0, 40, COMPLETE),
            flows("2026-03-01", 20, 60, 30, 50, IN_PROGRESS),
            flows("2026-04-01", 0, 0, 0, 0, NOT_YET));
    private static final Asked REACTIVATION = answer(
            "reactivation",
            back("2026-01-01", 0, 0, COMPLETE),
            back("2026-02-01", 1400, 140, COMPLETE),
            back("2026-03-01", 1500, 7, IN_PROGRESS),
            back("2026-04-01", 0, 0, NOT_YET));

    @Test
    void a_curve_of_many_days_is_told_by_some_of_them_and_the_last_that_is_known() {
        Row[] days = IntStream.rangeClosed(0, 40)
                .mapToObj(day -> day <= 32 ? backBy(day, 400, 8 * day, COMPLETE) : backBy(day, 0, 0, NOT_YET))
                .toArray(Row[]::new);
        assertThat(new TerminalAnswer(answer("return-curve", days), PLAIN).picture())
                .extracting(line -> line.strip().split(" +")[0])
                .containsExactly("day", "0", "1", "2", "3", "4", "5", "6", "7", "14", "21", "30", "32", "", "Some");
        assertThat(new TerminalAnswer(answer("return-curve", backBy(0, 0, 0, NOT_YET)), PLAIN).picture())
                .containsExactly("Nothing to show: nobody left in this range and was watched since.");
    }

    @Test
    void counts_have_a_bar_each_and_what_runs_on_is_marked_and_the_rules_stand_below() {
        assertThat(shown(ACTIVE, PLAIN)).isEqualTo("""
                active-users, every month, unit user (as of 2026-03-16 00:00 Europe/Berlin)

                period      customers
                2026-01-01      1,200          ████████████████████████████████████████
                2026-02-01        900          ██████████████████████████████
                2026-03-01        305  so far  ░░░░░░░░░░░

                - Active means any event but the passive ones.
                - Periods are local calendar months.
                """);
    }

    @Test
    void shares_stand_with_their_interval_and_undefined_differs_from_not_yet() {
        assertThat(shown(REACTIVATION, PLAIN)).isEqualTo("""
                reactivation, every month, unit user (as of 2026-03-16 00:00 Europe/Berlin)

                period      inactive  reactivated              value
                2026-01-01         0            0       –
                2026-02-01     1,400          140  10.0 % (8.5–11.7)           █████████████████
                2026-03-01     1,500            7   0.5 %             so far   ░
                2026-04-01         ·            ·       ·             not yet

                - Active means any event but the passive ones.
                - Periods are local calendar months.
                """);
    }

    @Test
    void a_lifecycle_flows_away_from_its_axis() {
        assertThat(shown(LIFECYCLE, PLAIN)).isEqualTo("""
                lifecycle, every month, unit user (as of 2026-03-16 00:00 Europe/Berlin)

                period      new  returning  reactivated  dormant  active
                2026-01-01  100          0            0        0     100              │███████
                2026-02-01   50         60            0       40     110           ░░░│███▓▓▓▓▓
                2026-03-01   20         60           30       50     110  so far   ░░░│█▓▓▓▓▓▒▒
                2026-04-01    ·          ·            ·        ·       ·  not yet     │

                ░ dormant  │  █ new  ▓ returning  ▒ reactivated

                - Active means any event but the passive ones.
                - Periods are local calendar months.
                """);
    }

    @Test
    void cohorts_make_a_triangle_with_the_pooled_one_last() {
        assertThat(shown(RETENTION, PLAIN)).isEqualTo("""
                retention, every month, unit user (as of 2026-03-16 00:00 Europe/Berlin)

                cohort       size    0    1    2
                2026-01-01    200 100   25    6*
                2026-02-01  1,000 100   30*   ·
                ────────────────────────────────
                all         1,200 100   25    –
                * so far

                - Active means any event but the passive ones.
                - Periods are local calendar months.
                """);
    }

    @Test
    void a_narrow_screen_shows_fewer_columns_of_the_triangle_and_says_so() {
        assertThat(shown(RETENTION, new Screen(30, false))).isEqualTo("""
                retention, every month, unit
                  user (as of 2026-03-16 00:00
                  Europe/Berlin)

                cohort       size    0    1
                2026-01-01    200 100   25
                2026-02-01  1,000 100   30*
                ───────────────────────────
                all         1,200 100   25
                * so far
                The first 2 of 3 columns; a
                wider terminal or --csv shows
                the others.

                - Active means any event but
                  the passive ones.
                - Periods are local calendar
                  months.
                """);
    }

    @Test
    void colours_change_nothing_but_the_colour() {
        for (Asked asked : List.of(ACTIVE, REACTIVATION, LIFECYCLE, RETENTION)) {
            String coloured = shown(asked, new Screen(80, true));
            assertThat(coloured).contains("\u001b[");
            assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll(" +\n", "\n"))
                    .isEqualTo(shown(asked, PLAIN));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 33, 40, 57, 79, 80, 100, 133, 200})
    void no_line_is_wider_than_the_screen(int width) {
        for (Asked asked : List.of(ACTIVE, REACTIVATION, LIFECYCLE, RETENTION)) {
            assertThat(shown(asked, new Screen(width, false)).lines())
                    .allSatisfy(line -> assertThat(Text.width(line)).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void a_name_cannot_write_outside_its_cell_and_wide_letters_keep_the_columns_straight() {
        Asked asked = answer(
                "active-users",
                active("2026-01-01", 7, COMPLETE).withFirst("group", new Cell.Key("東京")),
                active("2026-01-01", 5, COMPLETE).withFirst("group", new Cell.Key("evil\u001b[2J\n")));
        assertThat(shown(asked, new Screen(40, false))).isEqualTo("""
                active-users, every month, unit user (as
                  of 2026-03-16 00:00 Europe/Berlin)

                group      period      customers
                東京       2026-01-01          7
                evil\ufffd[2J\ufffd  2026-01-01          5

                - Active means any event but the passive
                  ones.
                - Periods are local calendar months.
                """);
    }

    @Test
    void groups_of_cohorts_make_a_triangle_each() {
        Asked asked = answer(
                "retention",
                retained("2026-01-01", 0, 4, 4, COMPLETE).withFirst("group", new Cell.Key("ads")),
                retained("2026-01-01", 1, 1000, 999, COMPLETE).withFirst("group", new Cell.Key("ads")),
                retained("2026-01-01", 0, 4, 4, COMPLETE).withFirst("group", new Cell.Key("friends")),
                retained("2026-01-01", 1, 1000, 1, COMPLETE).withFirst("group", new Cell.Key("friends")));
        assertThat(new TerminalAnswer(asked, PLAIN).picture())
                .containsExactly(
                        "group ads",
                        "cohort       size    0    1",
                        "2026-01-01  1,000 100   99",
                        "",
                        "group friends",
                        "cohort       size    0    1",
                        "2026-01-01  1,000 100   <1");
    }

    @Test
    void a_cohort_that_nobody_entered_is_undefined_all_along_its_line() {
        Asked asked = answer(
                "retention",
                retained("2026-01-01", 0, 4, 4, COMPLETE),
                retained("2026-01-01", 1, 4, 0, NOT_YET),
                retained("2026-02-01", 0, 0, 0, COMPLETE),
                retained("2026-02-01", 1, 0, 0, NOT_YET));
        assertThat(new TerminalAnswer(asked, PLAIN).picture())
                .containsExactly(
                        "cohort      size    0    1", "2026-01-01     4 100    ·", "2026-02-01     0   –    –");
    }

    @Test
    void the_group_without_a_value_is_told_from_a_value_that_reads_like_it() {
        Asked asked = answer(
                "active-users",
                active("2026-01-01", 7, COMPLETE).withFirst("group", new Cell.Key("(none)")),
                active("2026-01-01", 5, COMPLETE).withFirst("group", new Cell.NoKey()));
        assertThat(shown(asked, new Screen(40, false)))
                .contains("\"(none)\"  2026-01-01          7", "\n(none)    2026-01-01          5");
    }

    @Test
    void an_answer_without_rows_says_so() {
        assertThat(new TerminalAnswer(answer("active-users"), PLAIN).picture())
                .containsExactly("Nothing to show: no rows in this range.");
    }

    private static String shown(Asked asked, Screen screen) {
        return new TerminalAnswer(asked, screen).text();
    }
}
