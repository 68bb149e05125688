package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.app.MainTest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reconciling as it is typed.
class ReconcileTest {
    @TempDir
    Path folder;

    private String workspace = "";

    @BeforeEach
    void import_two_weeks() throws IOException {
        workspace = folder.resolve("shop").toString();
        String events = Files.writeString(folder.resolve("events.csv"), """
                        who,device,at,what
                        ada,,2026-03-01T09:00:00Z,Opened
                        bo,,2026-03-01T10:00:00Z,Opened
                        ,x,2026-03-01T11:00:00Z,Opened
                        ada,,2026-03-02T09:00:00Z,Opened
                        ,x,2026-03-02T11:00:00Z,Opened
                        ,y,2026-03-02T11:00:00Z,Opened
                        """).toString();
        run(
                "import",
                events,
                "-w",
                workspace,
                "--user",
                "who",
                "--visitor",
                "device",
                "--time",
                "at",
                "--event",
                "what");
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("theirs.csv"), text).toString();
    }

    @Test
    void numbers_stand_side_by_side_with_the_reading_that_explains_them() throws IOException {
        String theirs = file("Day,Label,Users\n2026-03-01,all,3\n2026-03-02T00:00:00Z,all,\"4\"\n");
        assertThat(run("reconcile", "-w", workspace, "--against", theirs, "--csv")
                        .out())
                .isEqualToNormalizingNewlines("""
                        period,theirs,ours,difference,explained,unexplained,state
                        2026-03-01,3.0,2.0,1.0,1.0,0.0,complete
                        2026-03-02,4.0,1.0,3.0,2.0,1.0,complete
                        """);
        assertThat(run("reconcile", "-w", workspace, "--against", theirs).out().replaceAll("\\s+", " "))
                .contains(
                        "- Best explained: they count each visitor as one. That explains 75 %; 1 of it remains unexplained.");
    }

    @Test
    void cells_may_be_parted_as_in_imports() throws IOException {
        for (String sign : new String[] {";", "\t"}) {
            String theirs = file("Day,Users\n2026-03-01,2\n2026-03-02,1\n".replace(",", sign));
            assertThat(run("reconcile", "-w", workspace, "--against", theirs).out())
                    .contains("Compared: 2 of their 2 numbers", "- All of them agree.");
        }
    }

    @Test
    void periods_before_all_our_events_are_told_and_not_compared() throws IOException {
        String theirs = file("Day,Users\n2026-02-27,9\n2026-02-28,9\n2026-03-01,2\n2026-03-03,9\n");
        assertThat(run("reconcile", "-w", workspace, "--against", theirs).out().replaceAll("\\s+", " "))
                .contains(
                        "- Compared: 1 of their 4 numbers; the others are of periods without a complete number of ours."
                                + " - Our events begin on 2026-03-01; 2 of their numbers are of periods before."
                                + " - Our events end on 2026-03-02; 1 of their numbers are of periods after."
                                + " - All of them agree.");
    }

    @Test
    void what_explains_less_than_half_is_no_explanation() throws IOException {
        String theirs = file("Day,Users\n2026-03-01,5\n2026-03-02,6\n");
        String told = run("reconcile", "-w", workspace, "--against", theirs).out();
        assertThat(told.replaceAll("\\s+", " "))
                .contains(
                        "- None of the readings tried explains half of it. Nearest: they count each visitor as one (37 %).");
        assertThat(told).doesNotContain("unexplained", "Best explained");
    }

    @Test
    void filters_are_named_and_tried_as_a_cause() throws IOException {
        run("filters", "add", "tests", "test exists", "-w", workspace);
        run("filters", "add", "machines", "robot exists", "-w", workspace);
        String theirs = file("Day,Users\n2026-03-01,30\n2026-03-02,30\n");
        assertThat(run("reconcile", "-w", workspace, "--against", theirs).out().replaceAll("\\s+", " "))
                .contains("- If they count what our filters leave out (machines, tests): ")
                .endsWith("- Left out are the events of these filters: machines, tests. ");
    }

    @Test
    void what_is_no_such_file_is_said() throws IOException {
        String theirs = file("Day,Users\n2026-03-01,3\nlater,4\n");
        assertThat(run("reconcile", "-w", workspace, "--against", theirs).err())
                .startsWith(theirs + ":3: \"later\" in column \"Day\" is no date; mend it or leave the row out");
        assertThat(run("reconcile", "-w", workspace, "--against", theirs, "--value", "Visits")
                        .err())
                .startsWith("--value: there is no column \"Visits\" in " + theirs + ". The columns are: Day, Users");
        String good = file("Day,Users\n2026-03-01,3\n");
        assertThat(run("reconcile", "-w", workspace, "--against", good, "--every", "hour")
                        .err())
                .contains("their numbers are of days or longer; choose day, week or month");
        assertThat(run("reconcile", "-w", workspace, "--against", theirs, "--metric", "revenue")
                        .err())
                .startsWith(
                        "--metric: \"revenue\" cannot be reconciled; choose one of active-users, events, retention");
    }
}
