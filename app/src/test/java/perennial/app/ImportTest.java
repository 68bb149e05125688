package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.app.MainTest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.app.MainTest.Ran;
import perennial.core.event.Role;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;

/// Imports as they are typed.
class ImportTest {
    @TempDir
    Path folder;

    private String workspace = "";
    private String file = "";

    @BeforeEach
    void write_a_file() throws IOException {
        workspace = folder.resolve("shop").toString();
        file = Files.writeString(folder.resolve("orders.csv"), """
                        order,customer,date,total,country
                        o1,ada,2026-01-05 10:00:00,12.50,UK
                        o2,bo,2026-01-06 11:30:00,7,FR
                        o3,,2026-01-07 09:00:00,1,FR
                        o4,cy,2026-13-01,5,UK
                        o5,ada,2026-01-09 10:00:00,-3,UK
                        """).toString();
    }

    private Ran importOrders(String... more) {
        var arguments = new ArrayList<>(List.of(
                "import",
                file,
                "-w",
                workspace,
                "--user",
                "customer",
                "--time",
                "date",
                "--event-name",
                "Order Completed",
                "--value",
                "total",
                "--currency",
                "GBP",
                "--property",
                "order",
                "--trait",
                "country"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void a_file_is_imported_with_a_summary_that_accounts_for_every_row() {
        Ran ran = importOrders("--where", "total > 0");
        assertThat(ran).isEqualTo(new Ran(0, """
                        Import 1
                                   5  rows read
                                   2  events stored
                                   1  left out by --where
                                   1  refused: missing_id
                                   1  refused: bad_time
                        See each refused row with: perennial rejects --workspace %s --run 1
                        """.formatted(workspace), ""));
        assertThat(run("rejects", "-w", workspace))
                .isEqualTo(new Ran(
                        0,
                        "Import 1, 2 rows:\n" + file
                                + ":4 customer=\"\" missing_id: The row does not say whose event it is: \"customer\" is empty; fill"
                                + " the cell, or leave such rows out with --where \"customer exists\"\n" + file
                                + ":5 date=\"2026-13-01\" bad_time: \"2026-13-01\" cannot be read as any ISO 8601 or epoch time;"
                                + " expected e.g. 2026-03-01T09:00:00Z, or name another --time-format\n",
                        ""));
        assertThat(run("rejects", "-w", workspace, "--csv").out())
                .startsWith(
                        "run,file,line,field,value,reason,message\r\n1," + file + ",4,customer,,missing_id,\"The row")
                .contains("\r\n1," + file + ",5,date,2026-13-01,bad_time,\"");
        assertThat(run("rejects", "-w", workspace, "--run", "1", "--json").out())
                .startsWith(
                        "{\"rejects\":[{\"run\":1,\"file\":\"" + file
                                + "\",\"line\":4,\"field\":\"customer\",\"value\":\"\",\"reason\":\"missing_id\",\"message\":\"The row")
                .endsWith("\"}]}\n");
        assertThat(importOrders("--where", "total > 0").out())
                .contains("0  events stored", "2  duplicates, stored before");
        Ran unknown = run("rejects", "-w", workspace, "--run", "7");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).startsWith("--run: there is no import 7 in " + workspace);
    }

    @Test
    void an_imported_history_can_be_asked_at_once() {
        importOrders();
        assertThat(run("ask", "active-users", "-w", workspace, "--every", "month", "--csv")
                        .out())
                .isEqualTo("period,customers,state\r\n2026-01-01,2,in_progress\r\n");
    }

    @Test
    void a_file_with_a_header_alone_is_told() throws IOException {
        Files.writeString(Path.of(file), "order,customer,date,total,country\n");
        String hint = "There are no rows below the header. Is it the right file, and was it written to its end?\n";
        assertThat(importOrders().out()).contains("           0  rows read\n" + hint);
        assertThat(importOrders("--dry-run").out()).endsWith("Rows shown: 0.\n" + hint);
    }

    @Test
    void a_dry_run_shows_rows_and_makes_no_workspace() {
        Ran ran = importOrders("--dry-run", "--where", "order in (o1, o4)");
        assertThat(ran.code()).isZero();
        assertThat(ran.out().replaceAll("~[\\w-]{22}", "~H"))
                .isEqualTo(file
                        + ":2 {\"currency\":\"GBP\",\"event\":\"Order Completed\",\"messageId\":\"~H\",\"properties\":{\"order\":\"o1\"},"
                        + "\"source\":\"import\",\"time\":\"2026-01-05T10:00:00Z\",\"traits\":{\"country\":\"UK\"},\"user\":\"ada\","
                        + "\"value\":12.5}\n" + file
                        + ":5 refused, bad_time: \"2026-13-01\" cannot be read as any ISO 8601 or epoch time; expected e.g."
                        + " 2026-03-01T09:00:00Z, or name another --time-format\n"
                        + "A dry run: nothing was written. Rows shown: 1; left out before them by --where: 3.\n");
        assertThat(Path.of(workspace)).doesNotExist();
    }

    @Test
    void a_type_or_a_currency_there_is_not_is_told_with_those_there_are() {
        assertThat(importOrders("--property", "country:txt"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "--property: \"txt\" is no type of a property; choose one of text, number, boolean, json\n"));
        assertThat(importOrders("--trait", "planet:text").err())
                .startsWith("--trait: there is no column \"planet\" in " + file);
        assertThat(run(
                        "import",
                        file,
                        "-w",
                        workspace,
                        "--user",
                        "customer",
                        "--time",
                        "date",
                        "--event-name",
                        "Order",
                        "--currency",
                        "contry"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "--currency: \"contry\" is no code of three capital letters such as EUR, and there is no such column"
                                + " in " + file
                                + ". Did you mean \"country\"? The columns are: order, customer, date, total,"
                                + " country\n"));
        assertThat(Path.of(workspace)).doesNotExist();
    }

    @Test
    void an_id_with_a_line_break_takes_one_line_of_a_list() throws IOException {
        String odd = Files.writeString(folder.resolve("odd.csv"), """
                        who,at
                        "ada\nx",2026-01-05
                        bo\\n,2026-01-05
                        """).toString();
        run("import", odd, "-w", workspace, "--user", "who", "--time", "at", "--event-name", "Seen");
        String[] asked = {"ask", "active-users", "-w", workspace, "--who", "period=2026-01-05"};
        assertThat(run(asked).out()).isEqualTo("ada\\nx\nbo\\n\n");
        assertThat(run(Stream.of(asked, new String[] {"--json"})
                                .flatMap(Stream::of)
                                .toArray(String[]::new))
                        .out())
                .contains("{\"kind\":\"user\",\"id\":\"ada\\nx\"},{\"kind\":\"user\",\"id\":\"bo\\\\n\"}");
    }

    @Test
    void an_import_is_taken_back_by_its_number() {
        importOrders();
        assertThat(run("import", "--undo", "1", "-w", workspace).out())
                .startsWith("Took import 1 back: 3 events and what came with them.");
        assertThat(run("import", "--undo", "1", "-w", workspace))
                .isEqualTo(new Ran(1, "", "Import 1 is undone already; nothing was changed\n"));
        importOrders();
        importOrders(); // adds nothing
        assertThat(run("doctor", "-w", workspace).out()).contains("from 1 imports");
        run("import", "--undo", "2", "-w", workspace);
        assertThat(run("doctor", "-w", workspace).out()).contains("from 0 imports");
    }

    @Test
    void wrong_usage_ends_with_2_and_a_failed_run_with_1() {
        assertThat(run("import", "-w", workspace))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "There is no file to import; name at least one, or an import to take back with --undo\n"
                                + "\"perennial import --help\" shows what can be given.\n"));
        assertThat(importOrders("--message-id", "odrer"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "--message-id: there is no column \"odrer\" in " + file
                                        + ". Did you mean \"order\"? The columns are: order, customer, date, total, country\n"));
        assertThat(importOrders("--where", "total >>> 3")).isEqualTo(new Ran(2, "", """
                        --where: Expected a value at position 8:
                          total >>> 3
                                 ^
                        Write a condition such as "Quantity > 0, Country in (UK, FR)".
                        """));
        String missing = folder.resolve("missing.csv").toString();
        assertThat(run("import", missing, "-w", workspace))
                .isEqualTo(new Ran(1, "", "There is no file " + missing + "; check the name. Nothing was imported.\n"));
        assertThat(Path.of(workspace)).doesNotExist();
    }

    @Test
    void a_workspace_is_made_with_its_settings_and_an_import_keeps_them() {
        assertThat(run(
                        "init",
                        "-w",
                        workspace,
                        "--zone",
                        "Europe/Berlin",
                        "--week-start",
                        "sunday",
                        "--currency",
                        "eur",
                        "--life-start",
                        "Joined",
                        "--life-start",
                        "Rejoined",
                        "--life-end",
                        "Left"))
                .isEqualTo(new Ran(
                        0, "Made workspace shop in " + workspace + ": Europe/Berlin, weeks from sunday, EUR.\n", ""));
        importOrders();
        try (var opened = Workspace.open(Path.of(workspace), Clock.systemUTC())) {
            Settings settings = opened.settings();
            assertThat(settings.zone().getId()).isEqualTo("Europe/Berlin");
            assertThat(settings.names(Role.LIFE_START)).containsExactly("Joined", "Rejoined");
            assertThat(settings.names(Role.LIFE_END)).containsExactly("Left");
        }
    }

    @Test
    void settings_that_cannot_be_are_wrong_usage() {
        assertThat(run("init", "-w", workspace, "--zone", "Mars/Base").err())
                .startsWith("--zone: \"Mars/Base\" is no time zone; give a region such as Europe/Berlin, or UTC\n");
        assertThat(run("init", "-w", workspace, "--week-start", "someday").code())
                .isEqualTo(2);
        assertThat(run("init", "-w", workspace, "--currency", "cowries").code()).isEqualTo(2);
        assertThat(run("init", "-w", workspace, "--life-end", "Subscription Started")
                        .err())
                .startsWith(
                        "Event \"Subscription Started\" is named as start and as end of a life; it can be one of them\n");
        assertThat(Path.of(workspace)).doesNotExist();
    }

    @Test
    void the_export_of_another_tool_needs_no_columns_and_takes_none() throws IOException {
        String export =
                Files.writeString(folder.resolve("mixpanel.ndjson"), """
                        {"event":"$mp_web_page_view","properties":{"time":1772355600,"distinct_id":"ada","$insert_id":"m1"}}
                        """).toString();
        assertThat(run("import", export, "-w", workspace).err())
                .contains(export + " looks like an export of Mixpanel: import it with --from mixpanel");
        assertThat(run("import", export, "-w", workspace, "--from", "mixpanel", "--user", "distinct_id")
                        .err())
                .contains("--from says where everything stands in the files; leave out --user");
        assertThat(run("import", export, "-w", workspace, "--from", "mixpanel")).isEqualTo(new Ran(0, """
                        Import 1
                                   1  rows read
                                   1  events stored
                        """, ""));
    }
}
