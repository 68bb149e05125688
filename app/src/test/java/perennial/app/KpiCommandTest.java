package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.app.MainTest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.app.MainTest.Ran;

/// Worked by hand. January: ada, bo and cy were active, ada and bo bought. February, so far: ada alone, who did not.
class KpiCommandTest {
    @TempDir
    Path folder;

    private String workspace = "";

    @BeforeEach
    void importThree() throws IOException {
        workspace = folder.resolve("shop").toString();
        String file = Files.writeString(folder.resolve("events.csv"), """
                        who,at,what,land
                        ada,2026-01-03,Order Completed,DE
                        bo,2026-01-04,Order Completed,FR
                        cy,2026-01-05,Opened,DE
                        ada,2026-02-06,Opened,DE
                        """).toString();
        assertThat(run(
                                "import", file, "-w", workspace, "--user", "who", "--time", "at", "--event", "what",
                                "--trait", "land")
                        .code())
                .isZero();
    }

    private Ran save(String name, String formula, String unit) {
        return run("kpi", "save", name, formula, "--unit", unit, "-w", workspace);
    }

    @Test
    void a_saved_kpi_is_answered_like_a_question() {
        save("buyers", "active-users(event = \"Order Completed\")", "number");
        assertThat(save("buying share", "buyers / active-users", "percent"))
                .isEqualTo(new Ran(0, "Saved \"buying share\" as version 1: \"buyers\" / active-users\n", ""));
        assertThat(run("ask", "kpi", "buying share", "-w", workspace, "--csv").out())
                .isEqualTo("period,numerator,denominator,value,state\r\n"
                        + "2026-01-01,2.0,3.0,0.6666666666666667,complete\r\n"
                        + "2026-02-01,0.0,1.0,0.0,in_progress\r\n");
        assertThat(run("ask", "kpi", "buying share", "-w", workspace).out())
                .contains("2026-01-01          2            3  66.7 %", "\"buyers\" / active-users");
        assertThat(run("ask", "kpi", "buying share", "-w", workspace, "--who", "period=2026-01-01,numerator")
                        .out())
                .isEqualTo("ada\nbo\n");
    }

    @Test
    void a_formula_is_asked_of_a_segment_and_by_group() {
        String formula = "active-users(event = \"Order Completed\") / active-users where land = DE";
        assertThat(run("ask", "kpi", formula, "-w", workspace, "--csv", "--until", "2026-02-01")
                        .out())
                .isEqualTo("period,numerator,denominator,value,state\r\n2026-01-01,1.0,2.0,0.5,complete\r\n");
        assertThat(run("ask", "kpi", "active-users", "-w", workspace, "--csv", "--by", "land", "--until", "2026-02-01")
                        .out())
                .isEqualTo("group,period,value,state\r\nDE,2026-01-01,2.0,complete\r\nFR,2026-01-01,1.0,complete\r\n");
    }

    @Test
    void what_is_saved_already_is_not_saved_again() {
        save("buyers", "active-users", "number");
        assertThat(save("buyers", "active-users", "number").out())
                .isEqualTo("\"buyers\" is that already, as version 1: active-users\n");
        assertThat(save("buyers", "active-users", "percent").out()).contains("version 2");
    }

    @Test
    void a_new_version_goes_before_the_old_and_what_is_used_is_kept() {
        save("buyers", "active-users(event = \"Order Completed\")", "number");
        save("share", "buyers / active-users", "percent");
        assertThat(save("buyers", "active-users(event = Opened)", "number").out())
                .contains("version 2");
        assertThat(run("kpi", "delete", "buyers", "-w", workspace))
                .isEqualTo(new Ran(2, "", "\"buyers\" is used by share; change or delete those first\n"));
        assertThat(run("kpi", "delete", "share", "-w", workspace).out()).isEqualTo("Deleted \"share\".\n");
        assertThat(run("kpi", "list", "-w", workspace, "--csv").out())
                .isEqualTo("kpi,version,unit,formula\r\nbuyers,2,number,active-users(event = Opened)\r\n");
        assertThat(run("kpi", "show", "share", "-w", workspace))
                .isEqualTo(new Ran(2, "", "There is no KPI or question \"share\"; saved KPIs: buyers\n"));
    }

    @Test
    void what_cannot_be_is_told_with_the_fix() {
        assertThat(save("share", "active-users", "apples"))
                .isEqualTo(new Ran(
                        2, "", "--unit: \"apples\" is no unit of a KPI; choose one of number, percent, money, days\n"));
        assertThat(run("ask", "kpi", "retention / active-users", "-w", workspace)
                        .err())
                .isEqualTo("retention has a row for each cohort and n, but active-users one for each period; only rows"
                        + " of the same kind can be calculated with:\n  retention / active-users\n              ^\n");
        assertThat(save("share", "active-users(every = day) / active-users(every = month)", "percent")
                        .err())
                .startsWith("The periods of active-users(every = day) are each a day,");
        assertThat(run("ask", "kpi", "funnel / active-users", "-w", workspace).err())
                .isEqualTo("step of funnel: a funnel has 2 to 20 steps, this one 0; give each its own --step, in order;"
                        + " in a formula write funnel(step = SELECTION, step = SELECTION):\n"
                        + "  funnel / active-users\n  ^\n");
        assertThat(run(
                                "ask",
                                "kpi",
                                "funnel(step = \"Order Completed\", step = Opened).customers",
                                "-w",
                                workspace,
                                "--csv")
                        .out())
                .startsWith("step,event,value,state\r\n1,Order Completed,");
    }
}
