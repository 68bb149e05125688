package perennial.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.app.show.Program;
import perennial.app.show.Screen;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.answer.State;
import perennial.core.question.Asked;

class ReportTest {
    @Test
    void the_newest_complete_month_is_compared_with_the_one_before() {
        assertThat(Finding.active(months(State.COMPLETE, 1000, 1250)))
                .isEqualTo("In February 2026 1,250 were active, 25.0 % more than the month before.");
        assertThat(Finding.active(months(State.COMPLETE, 1000, 900)))
                .isEqualTo("In February 2026 900 were active, 10.0 % fewer than the month before.");
        assertThat(Finding.active(months(State.COMPLETE, 900, 900)))
                .isEqualTo("In February 2026 900 were active, as many as the month before.");
        assertThat(Finding.active(months(State.COMPLETE, 0, 900))).isEqualTo("In February 2026 900 were active.");
    }

    @Test
    void traffic_tells_the_channels_of_the_newest_month_and_a_funnel_how_far_they_come() {
        assertThat(Finding.traffic(answer(
                        channel("2026-01-01", "direct", 9, 10),
                        channel("2026-02-01", "direct", 30, 40),
                        channel("2026-02-01", "email", 10, 40))))
                .isEqualTo("Of 40 sessions in February 2026: direct 75.0 %, email 25.0 %.");
        assertThat(Finding.funnel(answer(step("Viewed", 40, State.COMPLETE), step("Bought", 10, State.COMPLETE))))
                .isEqualTo("Of 40 with \"Viewed\" 25.0 % came to \"Bought\".");
        assertThat(Finding.funnel(answer(step("Viewed", 40, State.IN_PROGRESS))))
                .isEqualTo("No attempt is over yet.");
    }

    @Test
    void what_is_not_over_says_nothing() {
        assertThat(Finding.active(months(State.IN_PROGRESS, 1000, 1250)))
                .isEqualTo("There is no complete month yet to say anything about.");
        assertThat(Finding.reactivation(answer())).isEqualTo("There is no complete month yet to say anything about.");
    }

    @Test
    void lifecycle_tells_where_the_active_came_from() {
        Row row = Row.of(new Counts(20, 60, 20, 7))
                .key("period", "2026-02-01")
                .count("new", 0)
                .count("returning", 1)
                .count("reactivated", 2)
                .count("dormant", 3)
                .count("active", 0, 1, 2)
                .state(State.COMPLETE);
        assertThat(Finding.lifecycle(answer(row)))
                .isEqualTo(
                        "Of those active in February 2026, 20.0 % were new, 60.0 % had been there the month before and"
                                + " 20.0 % came back after a pause; 7 of the month before stayed away.");
    }

    @Test
    void retention_is_told_of_the_pooled_cohort() {
        assertThat(Finding.retention(answer(
                        retained("2026-01-01", 1, 10),
                        retained("all", 1, 40),
                        retained("all", 2, 30),
                        retained("all", 3, 25))))
                .isEqualTo("Of all who came, so many were active again: 40.0 % in month 1, 25.0 % in month 3.");
    }

    @Test
    void silence_is_told_in_days_and_a_short_history_admits_that_it_is_short() {
        Row half = quantile("0.5", 2);
        Row most = quantile("0.95", 19);
        assertThat(Finding.inactivity(answer(half, most, quantile("suggested", 75))))
                .isEqualTo(
                        "Half of all pauses are over by day 2, 95 % by day 19. After 75 silent days fewer than 5 % come"
                                + " back within a year.");
        Row unknown = Row.of(new Counts())
                .key("quantile", "suggested")
                .missing("days")
                .state(State.NOT_YET);
        assertThat(Finding.inactivity(answer(half, most, unknown)))
                .isEqualTo("Half of all pauses are over by day 2, 95 % by day 19. The history is too short to say from"
                        + " when on silence means goodbye.");
    }

    @Test
    void every_part_names_the_command_that_asks_the_same() {
        var asked = new ArrayList<String>();
        var out = new StringWriter();
        var report = new Report("my demo", Program.PERENNIAL, new Screen(100, false), (kind, options) -> {
            asked.add(kind.name());
            return answer();
        });
        report.print(new PrintWriter(out, true));
        assertThat(asked).contains("lifecycle", "retention", "inactivity", "reactivation", "churn", "winback");
        Stream<String> commands = out.toString().lines().filter(line -> line.startsWith("  perennial ask"));
        assertThat(commands)
                .hasSize(asked.size() - 1)
                .contains(
                        "  perennial ask funnel --workspace 'my demo' --from 2025-03-01 --step 'Page Viewed' --step 'Signed Up'"
                                + " --step 'Subscription Started' --unit visitor --within 60d",
                        "  perennial ask retention --workspace 'my demo' --entry first-ever --every month --from 2025-03-01");
    }

    private static Asked months(State second, long... active) {
        var counts = new Counts(active);
        return answer(
                Row.of(counts).key("period", "2026-01-01").count("customers", 0).state(second),
                Row.of(counts).key("period", "2026-02-01").count("customers", 1).state(second));
    }

    private static Row retained(String cohort, int n, long percent) {
        return Row.of(new Counts()).key("cohort", cohort).index("n", n).share(new Share(percent, 100), State.COMPLETE);
    }

    private static Row channel(String period, String channel, long sessions, long all) {
        return Row.of(new Counts(sessions))
                .key("period", period)
                .key("channel", channel)
                .count("sessions", 0)
                .proportion("share", new Share(sessions, all))
                .state(State.COMPLETE);
    }

    private static Row step(String event, long customers, State state) {
        return Row.of(new Counts(customers))
                .key("event", event)
                .count("customers", 0)
                .value(new Share(customers, 40), state)
                .state(state);
    }

    private static Row quantile(String quantile, int days) {
        return Row.of(new Counts())
                .key("quantile", quantile)
                .index("days", days)
                .state(State.COMPLETE);
    }

    private static Asked answer(Row... rows) {
        return new Asked(
                "question",
                new LinkedHashMap<>(),
                List.of(),
                List.of(),
                ZoneOffset.UTC,
                Instant.parse("2026-03-16T00:00:00Z"),
                List.of(rows));
    }
}
