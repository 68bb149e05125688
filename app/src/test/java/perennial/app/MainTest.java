package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.app.show.Program;
import perennial.app.show.Screen;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.Option;
import perennial.core.question.QuestionKind;

class MainTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    /// What a command line printed, and the code it ended with.
    record Ran(int code, String out, String err) {}

    static Ran run(String... arguments) {
        return run(Program.PERENNIAL, arguments);
    }

    private static Ran run(Program program, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.run(
                arguments,
                new Surroundings(NOON, new Screen(100, false), false, program),
                new PrintWriter(out),
                new PrintWriter(err));
        return new Ran(code, out.toString(), err.toString());
    }

    @Test
    void without_a_command_it_shows_what_there_is() {
        assertThat(run()).isEqualTo(run("--help"));
        assertThat(run("--help").out()).contains("Usage: perennial", "  ask ", "  doctor ", "Exit codes:");
        assertThat(run("--help").code()).isZero();
    }

    @Test
    void every_question_of_the_catalogue_can_be_asked_with_every_option() {
        String list = run("ask").out();
        for (QuestionKind kind : Catalogue.all()) {
            assertThat(list).contains("  " + kind.name() + " ");
            String help = run("ask", kind.name(), "--help").out();
            for (Option option : kind.options()) {
                assertThat(help).contains("--" + option.name() + (option.isFlag() ? " " : "=" + option.values()));
            }
            for (Option option : QuestionKind.COMMON) {
                assertThat(help).contains("--" + option.name() + "=" + option.values());
            }
            assertThat(help).contains("--workspace=DIR", "--who=CELL", "--json", "--csv");
        }
    }

    @Test
    void a_misspelt_option_is_wrong_usage_and_is_told_in_a_sentence() {
        assertThat(run("ask", "retention", "--workspace", "x", "--evry", "week"))
                .isEqualTo(new Ran(2, "", """
                        Unknown options: '--evry', 'week'
                        Possible solutions: --every
                        "perennial ask retention --help" shows what can be given.
                        """));
    }

    @Test
    void a_workspace_that_is_not_there_is_a_failed_run_without_a_trace() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(run("ask", "retention", "--workspace", nowhere.toString()))
                .isEqualTo(new Ran(
                        1,
                        "",
                        "There is no workspace in " + nowhere + ". Make one with: perennial init --workspace " + nowhere
                                + "\n"));
        assertThat(run("ask", "retention", "--workspace", nowhere.toString(), "--debug")
                        .err())
                .contains("NoWorkspace", "at perennial.");
    }

    @Test
    void a_question_there_is_not_is_told_with_those_there_are() {
        String questions = " The questions are: "
                + Catalogue.all().stream().map(QuestionKind::name).collect(Collectors.joining(", "))
                + ", and kpi for figures of your own\n\"perennial ask --help\" shows what can be given.\n";
        assertThat(run("ask", "retenton", "--workspace", "x"))
                .isEqualTo(
                        new Ran(2, "", "There is no question \"retenton\". Did you mean \"retention\"?" + questions));
        assertThat(run("ask", "NOSUCH")).isEqualTo(new Ran(2, "", "There is no question \"NOSUCH\"." + questions));
    }

    @Test
    void a_command_there_is_not_is_told_with_those_there_are() {
        assertThat(run("askk", "retention")).isEqualTo(new Ran(2, "", """
                        There is no command "askk". Did you mean "ask"? The commands are: init, import, imports, \
                        rejects, events, filters, delete, export, backup, keep, erase, reconcile, ask, segment, kpi, campaign, channels, serve, keys, users, demo, doctor
                        "perennial --help" shows what can be given.
                        """));
        assertThat(run("channels", "lst").err()).startsWith("There is no command \"lst\". Did you mean \"list\"?");
    }

    @Test
    void a_number_that_is_none_is_told_with_its_option() {
        assertThat(run("import", "--undo", "x", "--workspace", "x")).isEqualTo(new Ran(2, "", """
                        --undo: "x" is not a whole number; give one such as 1
                        "perennial import --help" shows what can be given.
                        """));
    }

    @Test
    void a_command_it_advises_can_be_typed_as_the_program_was_called() {
        var program = new Program("../my tools/perennial");
        String nowhere = folder.resolve("no where").toString();
        assertThat(run(program, "rejects", "--workspace", nowhere).err())
                .endsWith("Make one with: '../my tools/perennial' init --workspace '" + nowhere + "'\n");
        var here = new Program("bin/perennial");
        assertThat(run(here, "ask", "retention", "--evry").err()).contains("\"bin/perennial ask retention --help\"");
        for (String command : List.of("", "ask", "import", "demo", "rejects", "init", "doctor")) {
            String help = run(here, (command + " --help").strip().split(" ")).out();
            assertThat(help).contains("Usage: bin/perennial " + command);
            assertThat(help.replace("bin/perennial", ""))
                    .doesNotContain("perennial ")
                    .doesNotContain("$");
        }
    }

    @Test
    void json_and_csv_exclude_each_other() {
        Ran ran = run("ask", "retention", "--workspace", "x", "--json", "--csv");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("Error: --json, --csv are mutually exclusive (specify only one)\n");
    }

    @Test
    void the_screen_is_what_the_environment_says() {
        assertThat(Main.screen(Map.of())).isEqualTo(new Screen(100, false));
        assertThat(Main.screen(Map.of("COLUMNS", "0"))).isEqualTo(new Screen(100, false));
        assertThat(Main.screen(Map.of("COLUMNS", "72", "PERENNIAL_TERMINAL", "yes", "TERM", "xterm")))
                .isEqualTo(new Screen(72, true));
        for (Map<String, String> dull : List.of(
                Map.of("PERENNIAL_TERMINAL", "yes", "TERM", "xterm", "NO_COLOR", "1"),
                Map.of("PERENNIAL_TERMINAL", "yes", "TERM", "dumb"),
                Map.of("TERM", "xterm"))) {
            assertThat(Main.screen(dull)).isEqualTo(new Screen(100, false));
        }
    }
}
