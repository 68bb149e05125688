package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.app.MainTest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.app.MainTest.Ran;

/// The catalogue of events as it is typed.
class EventsTest {
    @TempDir
    Path folder;

    private String workspace = "";

    @BeforeEach
    void import_some() throws IOException {
        workspace = folder.resolve("shop").toString();
        String file = Files.writeString(folder.resolve("events.csv"), """
                who,when,what,page
                ada,2026-01-05 10:00,Opened,/a
                ada,2026-01-06 10:00,Opened,/b
                bo,2026-01-07 10:00,opened,/a
                bo,2026-01-08 10:00,Email Sent,
                bo,2026-01-99 10:00,Opened,
                """).toString();
        run(
                "import",
                file,
                "-w",
                workspace,
                "--user",
                "who",
                "--time",
                "when",
                "--event",
                "what",
                "--property",
                "page");
    }

    /// What a command line on the workspace printed; it must have worked.
    private String out(String... arguments) {
        Ran ran = ran(arguments);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran.out();
    }

    private Ran ran(String... arguments) {
        return run(
                Stream.concat(Stream.of(arguments), Stream.of("-w", workspace)).toArray(String[]::new));
    }

    @Test
    void where_the_screen_is_too_narrow_words_go_over_several_lines() {
        out(
                "events",
                "rename",
                "opened",
                "A name that is much longer than all the room there is on the screen for names");
        assertThat(out("events").lines().skip(2).limit(2))
                .containsExactly(
                        "A name that is much        1       1  2026-01-07 10:00  2026-01-07 10:00  yes                opened",
                        "longer than all the");
    }

    @Test
    void a_workspace_without_events_says_how_to_bring_some_in() {
        String empty = folder.resolve("empty").toString();
        run("init", "--workspace", empty);
        String said = "There are no events yet. Bring some in with: perennial import FILE --workspace " + empty + "\n";
        assertThat(run("events", "-w", empty).out()).isEqualTo(said);
        assertThat(run("ask", "active-users", "-w", empty)).isEqualTo(new Ran(0, said, ""));
        assertThat(run("ask", "kpi", "active-users", "-w", empty)).isEqualTo(new Ran(0, said, ""));
        assertThat(run("ask", "active-users", "-w", empty, "--csv").err()).isEqualTo("There are no events yet.\n");
    }

    @Test
    void events_are_listed_for_reading_and_for_programs() {
        assertThat(out("events")).isEqualTo("""
                event       events  people  first             last              activity  roles
                Opened           2       1  2026-01-05 10:00  2026-01-06 10:00  yes
                Email Sent       1       1  2026-01-08 10:00  2026-01-08 10:00            passive
                opened           1       1  2026-01-07 10:00  2026-01-07 10:00  yes
                """);
        assertThat(out("events", "--csv").lines().skip(1).findFirst())
                .contains("Opened,2,1,2026-01-05T10:00:00Z,2026-01-06T10:00:00Z,true,,false,,");
        assertThat(out("events", "--json"))
                .startsWith(
                        "{\"events\":[{\"event\":\"Opened\",\"events\":2,\"people\":1,\"first\":\"2026-01-05T10:00:00Z\"");
    }

    @Test
    void names_are_merged_hidden_marked_and_given_roles() {
        assertThat(out("events", "rename", "opened", "Opened"))
                .isEqualTo("\"opened\" is called \"Opened\" from now on.\n");
        assertThat(out("events", "hide", "Email Sent")).startsWith("\"Email Sent\" is hidden from lists.");
        assertThat(out("events", "role", "Opened", "view")).isEqualTo("The roles of \"Opened\": view.\n");
        assertThat(out("events")).isEqualTo("""
                event   events  people  first             last              activity  roles  sent as
                Opened       3       2  2026-01-05 10:00  2026-01-07 10:00  yes       view   opened

                1 hidden; --all lists them too.
                """);
        assertThat(out("events", "mark", "Opened", "passive"))
                .isEqualTo("\"Opened\" is no activity of the customer from now on.\n");
        assertThat(out("events", "show", "Email Sent")).isEqualTo("\"Email Sent\" is listed.\n");
        assertThat(out("events", "restore", "opened")).isEqualTo("\"opened\" is called that again.\n");
        assertThat(out("events", "role", "Opened", "view", "--remove"))
                .isEqualTo("The roles of \"Opened\": passive.\n");
        assertThat(out("events").lines()).hasSize(4);
    }

    @Test
    void an_event_is_described_and_the_words_go_with_its_name() {
        assertThat(out("events", "describe", "opened", "The letter was opened"))
                .isEqualTo("\"opened\" is described.\n");
        out("events", "rename", "opened", "Read");
        assertThat(out("events", "--csv").lines().toList().getLast())
                .isEqualTo(
                        "Read,1,1,2026-01-07T10:00:00Z,2026-01-07T10:00:00Z,true,,false,opened,The letter was opened");
        assertThat(out("events", "describe", "Read", " ")).isEqualTo("\"Read\" is described no longer.\n");
        assertThat(ran("events", "describe", "Gone", "x").err()).isEqualTo("No event is called \"Gone\".\n");
    }

    @Test
    void the_properties_of_an_event_are_listed() {
        assertThat(out("events", "Opened")).isEqualTo("""
                property   share  types  different  examples
                page      100.0 %  text           2  /a, /b
                """.replace("   share", "    share"));
    }

    @Test
    void what_is_not_there_is_refused_with_what_was_probably_meant() {
        assertThat(ran("events", "Openned"))
                .isEqualTo(new Ran(2, "", "No event is called \"Openned\". Did you mean \"Opened\"?\n"));
        assertThat(ran("events", "hide", "Gone").err()).isEqualTo("No event is called \"Gone\".\n");
        assertThat(ran("events", "mark", "Opened", "loud").err())
                .isEqualTo("\"loud\" is neither active nor passive; say one of them\n");
        assertThat(ran("events", "role", "Opened", "hero").err())
                .isEqualTo(
                        "\"hero\" is no role; the roles are: life-start, life-end, passive, purchase, refund, sign-up,"
                                + " view\n");
        assertThat(run("events").err()).isEqualTo("--workspace: give the directory of the workspace\n");
    }

    @Test
    void imports_are_listed_with_what_became_of_their_rows() {
        assertThat(out("imports").lines().limit(2).map(line -> line.replaceAll("  files.*|  /.*", "")))
                .containsExactly(
                        "run  started           source  rows  stored  facts  duplicates  refused  filtered",
                        "  1  2026-03-01 12:00  import     5       4      0           0        1         0");
        assertThat(out("imports", "--json"))
                .contains("\"files\":[\"" + folder.resolve("events.csv") + "\"]")
                .contains("\"undone\":null");
        out("import", "--undo", "1");
        assertThat(out("imports", "--csv").lines().skip(1).findFirst().orElse(""))
                .startsWith("1,2026-03-01T12:00:00Z,import,5,4,0,0,1,0,2026-03-01T12:00:00Z,");
    }

    @Test
    void filters_leave_events_out_and_answers_say_so() {
        assertThat(out("filters", "list")).isEqualTo("There are no filters: every event counts.\n");
        assertThat(out("filters", "add", "home", "page = /a"))
                .isEqualTo("Filter \"home\" leaves out 2 events that no other filter does.\n");
        assertThat(out("filters", "list")).isEqualTo("""
                filter  condition  left out
                home    page = /a         2
                """);
        assertThat(out("filters", "list", "--csv")).startsWith("filter,condition,left_out");
        assertThat(out("events").lines().map(line -> line.split("  ")[0]))
                .containsExactly("event", "Email Sent", "Opened");
        assertThat(out("ask", "active-users", "--json"))
                .contains("\"Left out are the events of these filters: home.\"");
        assertThat(out("doctor")).contains("ok  filter     home leaves out 2 events: page = /a\n");
        assertThat(out("demo", "--no-serve")).endsWith("\nLeft out are the events of these filters: home.\n");
        assertThat(ran("filters", "remove", "hme").err())
                .isEqualTo("There is no filter \"hme\". Did you mean \"home\"?\n");
        assertThat(out("filters", "remove", "home")).isEqualTo("Filter \"home\" is removed; its events count again.\n");
        assertThat(out("ask", "active-users", "--json")).doesNotContain("Left out");
    }

    @Test
    void events_are_deleted_only_when_meant() {
        assertThat(out("delete", "--events", "Opened | opened", "--until", "2026-01-07"))
                .isEqualTo("This would delete 2 events for good; nothing was changed. Add --yes to delete them.\n");
        assertThat(out("delete", "--list")).isEqualTo("Nothing was deleted so far.\n");
        assertThat(out("delete", "--events", "Opened | opened", "--until", "2026-01-07", "--yes"))
                .isEqualTo("Deleted 2 events.\n");
        assertThat(out("delete", "--list", "--csv"))
                .endsWith(",2,events Opened | opened until 2026-01-07T00:00:00Z\n".replace("\n", "\r\n"));
        assertThat(ran("delete").err())
                .startsWith("Which events? Give at least one of --events, --from, --until and --source\n");
        assertThat(ran("delete", "--from", "soon").err())
                .isEqualTo("--from: \"soon\" is not a date or time; write one such as 2026-03-01\n");
    }

    @Test
    void events_are_kept_for_a_stated_time() {
        String kept = "Events are kept for 53 days: those since 2026-01-07, counted back from today, 2026-03-01.\n";
        assertThat(out("keep")).isEqualTo("Events are kept for ever.\n");
        assertThat(out("keep", "--events-for", "53d"))
                .isEqualTo(
                        kept + "2 of 4 events are older; --apply --yes deletes them for good. Nothing was deleted.\n");
        assertThat(out("keep", "--apply")).endsWith("Nothing was deleted.\n");
        assertThat(out("keep", "--apply", "--yes"))
                .isEqualTo(kept + "Deleted 2 of 4 events, those before 2026-01-07.\n");
        assertThat(out("keep")).isEqualTo(kept + "None of 2 events is older.\n");
        assertThat(out("keep", "--events-for", "30d"))
                .endsWith("All 2 events are older; --apply --yes deletes them for good. Nothing was deleted.\n");
        assertThat(ran("keep", "--events-for", "soon").err())
                .isEqualTo("--events-for: \"soon\" is no time; give days such as 400d, or forever\n");
    }

    @Test
    void somebody_is_erased_with_proof() throws IOException {
        assertThat(out("erase", "--user", "ada"))
                .isEqualTo("This would erase user ada: 2 events, 0 links, 0 traits. Add --yes to erase it for good.\n");
        assertThat(out("erase", "--user", "ada", "--yes"))
                .startsWith(
                        "Erased user ada: 2 events, 0 links, 0 traits.\nWrote the database anew, then searched 1 files and ")
                .endsWith(" columns of texts: no id was found.\n");
        assertThat(out("events", "--csv").lines()).hasSize(3);
        String again = Files.writeString(folder.resolve("again.csv"), "who,when,what\nada,2026-01-05 10:00,Opened\n")
                .toString();
        assertThat(out("import", again, "--user", "who", "--time", "when", "--event", "what"))
                .endsWith("           1  of erased people, not kept\n");
        assertThat(out("rejects", "--run", "2"))
                .isEqualTo("No refused row of import 2 is kept.\n"
                        + "1 rows of erased people were refused; nothing of them is kept.\n");
        assertThat(out("rejects")).endsWith("\n1 rows of erased people were refused; nothing of them is kept.\n");
        assertThat(out("erase", "--user", "ada", "--forget")).isEqualTo("Rows of this id are stored again.\n");
        assertThat(ran("erase").code()).isEqualTo(2);
    }

    @Test
    void what_is_exported_is_imported_again() {
        String file = folder.resolve("all.ndjson").toString();
        assertThat(out("export", "--all", "--out", file)).isEqualTo("Wrote 4 events to " + file + ".\n");
        assertThat(out("import", file)).contains("4  duplicates, stored before");
        assertThat(out("export", "--segment", "did opened", "--out", file, "--force"))
                .isEqualTo("Wrote 2 events to " + file + ".\n");
        assertThat(out("export", "--segment", "did opened and did Opened", "--format", "csv", "--out", file, "--force"))
                .isEqualTo("Wrote 0 events to " + file + ".\n");
        assertThat(ran("export", "--segment", "did", "--out", file).code()).isEqualTo(2);
        assertThat(ran("export", "--out", file).code()).isEqualTo(2);
        assertThat(ran("export", "--all", "--out", file))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "--out: " + file + " is there already; name another file, or add --force to write it anew\n"));
        assertThat(out("export", "--all", "--out", file, "--force")).startsWith("Wrote 4 events");
        String nowhere = folder.resolve("none/all.ndjson").toString();
        assertThat(ran("export", "--all", "--out", nowhere).err())
                .isEqualTo("Reading or writing failed while writing " + nowhere + ": no such file\n");
    }
}
