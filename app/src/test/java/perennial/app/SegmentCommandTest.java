package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.app.MainTest.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.app.MainTest.Ran;

/// Segments as they are typed. ada ordered twice and is on plan pro, bo once and has no plan.
class SegmentCommandTest {
    @TempDir
    private Path folder;

    private String workspace = "";

    @BeforeEach
    void import_two_customers() throws Exception {
        Path file = folder.resolve("events.ndjson");
        Files.writeString(file, """
                {"type":"track","userId":"ada","event":"Order Completed","timestamp":"2026-01-05T10:00:00Z","messageId":"1"}
                {"type":"track","userId":"ada","event":"Order Completed","timestamp":"2026-02-05T10:00:00Z","messageId":"2"}
                {"type":"track","userId":"bo","event":"Order Completed","timestamp":"2026-01-06T10:00:00Z","messageId":"3"}
                {"type":"identify","userId":"ada","traits":{"plan":"pro"},"timestamp":"2026-01-05T10:00:00Z","messageId":"4"}
                """);
        workspace = folder.resolve("shop").toString();
        assertThat(run("import", file.toString(), "-w", workspace).code()).isZero();
    }

    @Test
    void a_segment_is_saved_in_versions_shown_and_deleted() {
        assertThat(segment("save", "fans", "did \"Order Completed\" at least 2 times")
                        .out())
                .isEqualTo("Saved \"fans\" as version 1: did \"Order Completed\" at least 2 times\n");
        assertThat(segment("save", "fans", "plan = pro").out()).startsWith("Saved \"fans\" as version 2");
        assertThat(segment("save", "fans", "plan = pro").out())
                .isEqualTo("\"fans\" is that already, as version 2: plan = pro\n");
        assertThat(segment("show", "fans").out()).isEqualTo("plan = pro\n");
        assertThat(segment("show", "fans", "--json").out())
                .isEqualTo("{\"trait\":{\"name\":\"plan\",\"operator\":\"=\",\"values\":[\"pro\"]}}\n");
        assertThat(segment("show", "fans", "--versions", "--csv").out())
                .isEqualToNormalizingNewlines(
                        "name,version,segment,state\n"
                                + "fans,1,\"did \"\"Order Completed\"\" at least 2 times\",complete\nfans,2,plan = pro,complete\n");
        assertThat(segment("list").out()).contains("fans", "plan = pro", "champions", "built in");
        assertThat(segment("save", "big fans", "segment fans").code()).isZero();
        assertThat(segment("delete", "fans").err())
                .isEqualToIgnoringNewLines("\"fans\" is part of big fans; change or delete those first");
        assertThat(segment("delete", "big fans").out()).isEqualTo("Deleted \"big fans\".\n");
        assertThat(segment("delete", "fans").code()).isZero();
        assertThat(segment("show", "fans").code()).isEqualTo(2);
    }

    @Test
    void the_json_that_is_shown_can_be_saved() {
        String json = "{\"did\":{\"events\":\"Order Completed\",\"in\":{},\"times\":{\"atLeast\":2}}}";
        assertThat(segment("save", "twice", json).out()).contains("did \"Order Completed\" at least 2 times");
        assertThat(segment("show", "twice", "--json").out()).isEqualTo(json + "\n");
    }

    @Test
    void a_segment_is_counted_for_each_unit_and_written_down() {
        assertThat(segment("size", "plan = pro", "--csv").out())
                .isEqualToNormalizingNewlines("unit,members,of,share,state\nvisitor,1,2,0.5,complete\n"
                        + "user,1,2,0.5,complete\ncustomer,1,2,0.5,complete\n");
        assertThat(segment("size", "plan = pro", "--as-of", "2026-01-06", "--csv")
                        .out())
                .contains("user,1,1,1.0,complete");
        assertThat(segment("export", "plan = pro").out()).isEqualTo("ada\n");
        assertThat(segment("export", "did \"*\"", "--trait", "plan", "--csv").out())
                .isEqualToNormalizingNewlines("kind,id,plan\nuser,ada,pro\nuser,bo,\n");
        assertThat(segment("export", "did \"*\"", "--trait", "plan", "--json").out())
                .isEqualTo("{\"members\":[{\"kind\":\"user\",\"id\":\"ada\",\"plan\":\"pro\"},"
                        + "{\"kind\":\"user\",\"id\":\"bo\",\"plan\":null}]}\n");
    }

    @Test
    void names_that_nobody_has_are_told_beside_the_segment() {
        String note = "Nobody has a trait \"plann\"; those there are: plan.\n";
        assertThat(segment("size", "plann = pro", "--csv").err()).isEqualTo(note);
        assertThat(segment("save", "fans", "plann = pro"))
                .isEqualTo(new Ran(0, "Saved \"fans\" as version 1: plann = pro\n", note));
        assertThat(segment("show", "fans").err()).isEqualTo(note);
    }

    @Test
    void only_what_is_there_can_be_deleted() {
        assertThat(segment("delete", "none").err()).startsWith("There is no segment \"none\"; those there are: ");
    }

    @Test
    void an_answer_says_which_segment_it_counts_and_when_it_was_judged() {
        segment("save", "fans", "plan = pro");
        assertThat(ask("active-users", "--every", "month", "--segment", "fans").out())
                .contains("segment fans, segment-at now")
                .contains(
                        "Only who is in the segment \"fans\" (version 1): plan = pro counts, judged as of the as-of instant.");
        assertThat(ask("retention", "--segment", "plan = pro or did Ordered").out())
                .contains("judged at each entry event by")
                .contains("No event is called \"Ordered\"");
    }

    @Test
    void what_cannot_be_judged_is_refused_with_a_sentence() {
        assertThat(ask("retention", "--segment", "champions").err())
                .startsWith(
                        "--segment-at: the segment \"champions\" (built in): rfm recency = 5 and rfm frequency in (4, 5)"
                                + " compares customers with each other, which can be done as of one instant only, not at each"
                                + " entry; give --segment-at now or a date");
        assertThat(ask("churn", "--segment", "didd Opened").err())
                .startsWith("--segment: Expected the name of a trait, or one of not did first inactive in life won rfm"
                        + " segment (did you mean \"did\"?) at position 1:");
        assertThat(ask("churn", "--segment-at", "now").err())
                .startsWith("--segment-at: it says when --segment is judged; give a segment, or leave it out");
        assertThat(ask("churn", "--segment", "in a life", "--segment-at", "2030-01-01")
                        .err())
                .startsWith("--segment-at: \"2030-01-01\" is after the as-of instant");
    }

    private MainTest.Ran ask(String... arguments) {
        return with("ask", arguments);
    }

    private MainTest.Ran segment(String... arguments) {
        return with("segment", arguments);
    }

    private MainTest.Ran with(String command, String... arguments) {
        var all = new ArrayList<>(List.of(command));
        all.addAll(List.of(arguments));
        all.addAll(List.of("-w", workspace));
        return run(all.toArray(String[]::new));
    }
}
