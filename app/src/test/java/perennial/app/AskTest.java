package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static perennial.app.MainTest.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.app.MainTest.Ran;
import perennial.app.show.Screen;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.catalogue.Catalogue;
import perennial.core.history.Group;
import perennial.core.history.Shard;
import perennial.core.question.CountQuestion;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;
import perennial.core.question.Unit;
import perennial.core.selection.Selection;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;

/// Questions put to a real workspace, as they are typed. By hand: ada is active in January, February and March, bo in
/// January and March, cy from February 27 on; 100 visitors who never sign up look in on January 5.
class AskTest {
    @TempDir
    private static Path folder;

    private static String workspace;

    @BeforeAll
    static void store_three_customers() throws SQLException {
        workspace = folder.resolve("three").toString();
        try (Workspace made = Workspace.create(Path.of(workspace), Settings.standard("three"), Clock.systemUTC());
                var connection = made.connection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO events (seq, run, source, message_id, user_id, time_ms, received_ms, name)"
                                + " VALUES (?, 1, 'test', ?, ?, ?, ?, 'Visited')");
                Statement visitors = connection.createStatement()) {
            visitors.execute("INSERT INTO events (seq, run, source, message_id, visitor_id, time_ms, received_ms, name)"
                    + " SELECT 100 + n, 1, 'test', 'v' || n, 'v' || n, epoch_ms(TIMESTAMP '2026-01-05 11:00'), 0, 'Visited'"
                    + " FROM range(100) t(n)");
            int seq = 0;
            for (String event : List.of(
                    "ada 2026-01-05",
                    "bo 2026-01-20",
                    "ada 2026-02-10",
                    "cy 2026-02-27",
                    "ada 2026-03-02",
                    "cy 2026-03-03",
                    "bo 2026-03-15")) {
                long time = Instant.parse(event.split(" ")[1] + "T10:00:00Z").toEpochMilli();
                insert.setLong(1, ++seq);
                insert.setString(2, "m" + seq);
                insert.setString(3, event.split(" ")[0]);
                insert.setLong(4, time);
                insert.setLong(5, time);
                insert.execute();
            }
        }
    }

    @Test
    void a_question_is_answered_with_a_table() {
        assertThat(run("ask", "lifecycle", "--workspace", workspace, "--every", "month"))
                .isEqualTo(new Ran(0, """
                        lifecycle, unit user, event *, every month (as of 2026-03-16 00:00 UTC)

                        period      new  returning  reactivated  dormant  active
                        2026-01-01    2          0            0        0       2                  │████████████████
                        2026-02-01    1          1            0        1       2          ░░░░░░░░│████████▓▓▓▓▓▓▓▓
                        2026-03-01    0          2            1        0       3  so far          │▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒

                        ░ dormant  │  █ new  ▓ returning  ▒ reactivated

                        - Active: did any activity of its own.
                        - New: the first time ever, in the whole history. Returning: also active the month before.
                        - Reactivated: active before, but not the month before. Dormant: active the month before, not in
                          this one.
                        """, ""));
    }

    @Test
    void json_and_csv_have_the_same_rows() {
        assertThat(run("ask", "active-users", "-w", workspace, "--every", "month", "--csv"))
                .isEqualTo(new Ran(
                        0,
                        "period,customers,state\r\n2026-01-01,2,complete\r\n2026-02-01,2,complete\r\n"
                                + "2026-03-01,3,in_progress\r\n",
                        ""));
        assertThat(run("ask", "active-users", "-w", workspace, "--every", "month", "--json")
                        .out())
                .startsWith("{\"question\":\"active-users\",\"parameters\":{\"unit\":\"user\",")
                .endsWith("\"zone\":\"UTC\",\"asOf\":\"2026-03-16T00:00:00Z\",\"rows\":["
                        + "{\"period\":\"2026-01-01\",\"customers\":2,\"state\":\"complete\"},"
                        + "{\"period\":\"2026-02-01\",\"customers\":2,\"state\":\"complete\"},"
                        + "{\"period\":\"2026-03-01\",\"customers\":3,\"state\":\"in_progress\"}]}\n");
    }

    @Test
    void a_visitor_who_never_signs_up_counts_among_visitors_alone() {
        assertThat(run("ask", "active-users", "-w", workspace, "--every", "year", "--csv")
                        .out())
                .isEqualTo("period,customers,state\r\n2026-01-01,3,in_progress\r\n");
        assertThat(run("ask", "active-users", "-w", workspace, "--every", "year", "--unit", "visitor", "--csv")
                        .out())
                .isEqualTo("period,customers,state\r\n2026-01-01,103,in_progress\r\n");
    }

    @Test
    void any_cell_names_its_people() {
        assertThat(run("ask", "lifecycle", "-w", workspace, "--every", "month", "--who", "period=2026-03-01,returning"))
                .isEqualTo(new Ran(0, "ada\ncy\n", "2 behind \"returning\":\n"));
    }

    @Test
    void a_setting_that_cannot_be_used_is_wrong_usage_and_names_option_value_and_fix() {
        assertThat(run("ask", "retention", "-w", workspace, "--unit", "planet"))
                .isEqualTo(new Ran(2, "", "--unit: \"planet\" is no unit; choose one of visitor, user, customer\n"));
        assertThat(run("ask", "retention", "-w", workspace, "--periods", "1000000000"))
                .isEqualTo(new Ran(
                        2, "", "--periods: 1000000000 periods do not fit into a table of at most 2000000 cells\n"));
        assertThat(run("ask", "lifecycle", "-w", workspace, "--who", "period=2025-03-01"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "--who: no row for period=2025-03-01; name one row by its keys: the first row is"
                                + " period=2026-01-05\n"));
    }

    /// What a question cannot be asked without.
    private static final Map<String, List<String>> NEEDED = Map.of(
            "adoption", List.of("--feature", "Visited"),
            "funnel", List.of("--step", "Visited", "--step", "Visited", "--include-young"));

    private static Ran ask(QuestionKind kind, String... more) {
        var arguments = new ArrayList<>(List.of("ask", kind.name(), "-w", workspace));
        arguments.addAll(NEEDED.getOrDefault(kind.name(), List.of()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void what_a_question_cannot_be_asked_without_is_marked_as_required() {
        for (QuestionKind kind : Catalogue.all()) {
            for (Option option : kind.options()) {
                assertThat(option.isRequired())
                        .as(kind.name() + " --" + option.name())
                        .isEqualTo(NEEDED.getOrDefault(kind.name(), List.of()).contains("--" + option.name())
                                && !option.isFlag());
            }
            boolean isMarked = run("ask", kind.name(), "--help").out().contains("Required.");
            assertThat(isMarked)
                    .isEqualTo(run("ask", kind.name(), "-w", workspace).code() == 2);
        }
    }

    @Test
    void a_question_without_what_it_needs_says_what_to_give() {
        assertThat(run("ask", "adoption", "-w", workspace))
                .isEqualTo(new Ran(
                        2, "", "--feature: say which events are a use of it, such as --feature \"Report Exported\"\n"));
    }

    @Test
    void an_instant_before_all_that_counts_is_told() {
        for (QuestionKind kind : Catalogue.all()) {
            assertThat(ask(kind, "--as-of", "2020-01-01", "--known-at", "2021-01-01"))
                    .satisfies(ran -> assertThat(ran.code()).isZero())
                    .satisfies(ran -> assertThat(ran.out().replaceAll("\n +", " "))
                            .endsWith("- Nothing counts of what happened before 2020-01-01T00:00 and was received by"
                                    + " 2021-01-01; the first event happened at 2026-01-05T10:00.\n"));
        }
        assertThat(run("ask", "active-users", "-w", workspace, "--known-at", "2027-01-01")
                        .out())
                .doesNotContain("Nothing counts");
    }

    @Test
    void what_may_surprise_goes_to_standard_error_where_rows_stand_alone() {
        String note = "No event is called \"Visited, plan = a\"; those there are: Visited. A condition stands in"
                + " brackets: \"Visited[plan = a]\".";
        String[] asked = {"ask", "active-users", "-w", workspace, "--every", "year", "--event", "Visited, plan = a"};
        assertThat(run(with(asked, "--csv")))
                .isEqualTo(new Ran(0, "period,customers,state\r\n2026-01-01,0,in_progress\r\n", note + "\n"));
        assertThat(run(asked).out().replaceAll("\n +", " ")).endsWith("- " + note + "\n");
        assertThat(run(with(asked, "--json")))
                .satisfies(ran -> assertThat(ran.err()).isEmpty())
                .satisfies(ran -> assertThat(ran.out()).contains(note.replace("\"", "\\\"") + "\"],\"zone\""));
        assertThat(run(with(asked, "--who", "period=2026-01-01")).err()).endsWith("customers\":\n" + note + "\n");
    }

    @Test
    void a_range_beyond_the_data_is_told_with_where_they_are() {
        String note = "The events run from 2026-01-05 to 2026-03-15.";
        assertThat(run("ask", "active-users", "-w", workspace, "--from", "2050-01-01", "--as-of", "2026-04-01")
                        .out())
                .contains("Nothing to show: no rows in this range.\n")
                .endsWith("- " + note + "\n");
        assertThat(run("ask", "retention", "-w", workspace, "--from", "1990-01-01", "--until", "1990-01-01", "--csv")
                        .err())
                .isEqualTo(note + "\n");
    }

    @Test
    void an_option_that_means_nothing_beside_another_is_refused_and_not_shown() {
        for (String question : List.of("churn", "winback", "return-curve")) {
            assertThat(run("ask", question, "-w", workspace, "--basis", "contract", "--inactive-after", "30d"))
                    .isEqualTo(new Ran(
                            2, "", "--inactive-after: it means something only with --basis usage; leave it out\n"));
            assertThat(run("ask", question, "-w", workspace, "--basis", "contract")
                            .out())
                    .doesNotContain("inactive-after");
            assertThat(run("ask", question, "-w", workspace, "--basis", "usage").out())
                    .contains("inactive-after 30d");
        }
        for (String reading : List.of("period", "ratio")) {
            assertThat(run("ask", "winback", "-w", workspace, "--reading", reading, "--within", "90d"))
                    .isEqualTo(
                            new Ran(2, "", "--within: it means something only with --reading cohort; leave it out\n"));
            assertThat(run("ask", "winback", "-w", workspace, "--reading", reading)
                            .out())
                    .doesNotContain("within");
        }
    }

    @Test
    void every_question_answers_in_every_format() {
        for (QuestionKind kind : Catalogue.all()) {
            for (List<String> format : List.of(List.<String>of(), List.of("--json"), List.of("--csv"))) {
                Ran ran = ask(kind, format.toArray(String[]::new));
                assertThat(ran.err()).isEmpty();
                assertThat(ran.code()).isZero();
                assertThat(ran.out()).isNotEmpty();
            }
        }
    }

    /// A question made up for this: by step, how many did it.
    private record Steps(List<Selection> steps, int first, int end) implements CountQuestion {
        static final QuestionKind KIND = new QuestionKind(
                "steps",
                "How many did each step.",
                Unit.USER,
                List.of(new Option("step", "SELECTION", "", "An event.").repeatable(), Scope.EVENT),
                (options, history) -> new Steps(
                        options.readAll("step", Selection::parse),
                        history.calendar().dayOf(history.firstTime().orElseThrow()),
                        history.calendar().dayOf(history.asOf())));

        @Override
        public int boxes() {
            return steps.size();
        }

        @Override
        public void count(Shard shard, Tallies tallies) {
            for (int step = 0; step < steps.size(); step++) {
                tallies.of(Group.NONE).add(step, shard.active(steps.get(step), first, end));
            }
        }

        @Override
        public List<Row> rows(Counts counts) {
            List<Row> rows = new ArrayList<>();
            for (int step = 0; step < steps.size(); step++) {
                rows.add(Row.of(counts)
                        .index("step", step + 1)
                        .key("event", steps.get(step).toString())
                        .count("customers", step)
                        .state(State.COMPLETE));
            }
            return rows;
        }

        @Override
        public List<String> rules() {
            return List.of();
        }
    }

    private static Ran askSteps(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = AskCommand.question(Steps.KIND, new Surroundings(Clock.systemUTC(), new Screen(100, false)))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    @Test
    void an_option_may_be_repeated_and_a_row_keyed_by_something_other_than_a_period() {
        String[] asked = {"-w", workspace, "--step", "Visited", "--step", "Left", "--step", "*"};
        assertThat(askSteps(asked)).isEqualTo(new Ran(0, """
                steps, unit user, step Visited, step Left, step *, event * (as of 2026-03-16 00:00 UTC)

                step  event    customers
                   1  Visited          3  ████████████████████████████████████████
                   2  Left             0
                   3  *                3  ████████████████████████████████████████

                - No event is called "Left"; those there are: Visited.
                """, ""));
        assertThat(askSteps(with(asked, "--json")).out())
                .contains("\"parameters\":{\"unit\":\"user\",\"step\":[\"Visited\",\"Left\",\"*\"],\"event\":\"*\"}")
                .contains("{\"step\":1,\"event\":\"Visited\",\"customers\":3,\"state\":\"complete\"}");
        assertThat(askSteps(with(asked, "--who", "step=1")).out()).isEqualTo("ada\nbo\ncy\n");
        assertThat(askSteps("--help").out()).contains("--step=SELECTION", "An event. May be given more than once.");
    }

    private static String[] with(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }

    @Test
    void other_options_are_given_once() {
        Ran ran = askSteps("-w", workspace, "--event", "A", "--event", "B");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("option '--event' (SELECTION) should be specified only once");
        assertThatThrownBy(() -> {
                    try (Engine engine = Engine.of(Workspace.open(Path.of(workspace), Clock.systemUTC()))) {
                        engine.answers()
                                .ask(Steps.KIND, Options.NONE.with("event", "A").with("event", "B"));
                    }
                })
                .hasMessage("--event: it is given 2 times; give it once");
    }

    @Test
    void the_doctor_says_what_the_workspace_holds() {
        Ran ran = run("doctor", "-w", workspace);
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines().skip(2))
                .containsExactly(
                        "ok  workspace  three in " + workspace + ": UTC, weeks from monday, USD",
                        "ok  holds      107 events, 0 links, 0 traits from 0 imports; 0 refused rows",
                        "ok  events     from 2026-01-05T10:00:00Z to 2026-03-15T10:00:00Z",
                        "ok  views      103 visitors ready to be asked",
                        "ok  views      3 users ready to be asked",
                        "ok  views      3 customers ready to be asked");
    }
}
