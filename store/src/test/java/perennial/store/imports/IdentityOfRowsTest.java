package perennial.store.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.store.StoreFailure;
import perennial.store.imports.Imported.MappingOf;

/// Each row counts once: by its message id within its source, or by its content and place among its likes in its file.
class IdentityOfRowsTest {
    private static final String HEADER = "id,who,at,what,n\n";
    private static final Mapping WITH_ID =
            new MappingOf().messageId("id").properties("n:text").mapping();
    private static final Mapping WITHOUT_ID =
            new MappingOf().properties("n:text").mapping();

    @TempDir
    Path folder;

    private Imported imported;

    @BeforeEach
    void open() {
        imported = new Imported(folder);
    }

    @AfterEach
    void close() {
        imported.close();
    }

    @Test
    void an_id_counts_once_whatever_the_import_and_the_time() {
        imported.csv(HEADER + "m1,u,2026-03-01,Saw,1\nm2,u,2026-03-01,Saw,1\n", WITH_ID);
        ImportSummary second =
                imported.csv(HEADER + "m1,u,2026-03-01,Saw,1\nm3,u,2026-03-01,Saw,1\nm3,u,2026-03-01,Saw,1\n", WITH_ID);
        assertThat(second.stored()).isEqualTo(1);
        assertThat(second.duplicates()).isEqualTo(2);
        assertThat(imported.events("message_id")).containsExactly("m1", "m2", "m3");
    }

    @Test
    void an_id_with_other_content_is_a_conflict_and_the_first_copy_stays() {
        imported.csv(HEADER + "m1,u,2026-03-01,Saw,1\n", WITH_ID);
        ImportSummary second = imported.csv(
                HEADER + "m1,u,2026-03-01,Saw,2\nm2,u,2026-03-01,Saw,1\nm2,u,2026-03-02,Saw,1\nm1,u,2026-03-01,Saw,1\n",
                WITH_ID);
        assertThat(second.stored()).isEqualTo(1);
        assertThat(second.conflicts()).isEqualTo(2);
        assertThat(second.duplicates()).isEqualTo(1);
        assertThat(imported.refused(second))
                .containsExactly("2 id m1 conflicting_duplicate", "4 id m2 conflicting_duplicate");
        assertThat(EventImport.rejects(imported.workspace(), 2).getFirst().message())
                .isEqualTo(
                        "Message id \"m1\" of source \"import\" was used before with other content; the first copy stays. If"
                                + " this is another event, give it an id of its own; if it comes from another system, import it with"
                                + " another --source");
        assertThat(imported.events("message_id, properties")).containsExactly("m1|{\"n\":\"1\"}", "m2|{\"n\":\"1\"}");
    }

    @Test
    void another_source_has_ids_of_its_own() {
        Path file = imported.file("a.csv", HEADER + "m1,u,2026-03-01,Saw,1\n,u,2026-03-01,Saw,1\n");
        imported.run(ImportPlan.of(List.of(file), WITH_ID).withSource("web"));
        ImportSummary second =
                imported.run(ImportPlan.of(List.of(file), WITH_ID).withSource("shop"));
        assertThat(second.stored()).isEqualTo(2);
        assertThat(imported.events("source")).containsExactly("web", "web", "shop", "shop");
    }

    @Test
    void identical_rows_of_one_file_are_distinct_and_the_same_file_again_adds_nothing() {
        String text = HEADER + ",u,2026-03-01,Saw,1\n,u,2026-03-01,Saw,1\n,u,2026-03-01,Saw,2\n,u,2026-03-01,Saw,1\n";
        assertThat(imported.csv(text, WITHOUT_ID).stored()).isEqualTo(4);
        ImportSummary second = imported.csv(text, WITHOUT_ID);
        assertThat(second.stored()).isZero();
        assertThat(second.duplicates()).isEqualTo(4);
        ImportSummary longer = imported.csv(text + ",u,2026-03-01,Saw,1\n", WITHOUT_ID);
        assertThat(longer.stored()).isEqualTo(1);
        assertThat(longer.duplicates()).isEqualTo(4);
    }

    @Test
    void the_same_file_twice_in_one_import_counts_once() {
        Path file = imported.file("a.csv", HEADER + ",u,2026-03-01,Saw,1\n,u,2026-03-01,Saw,1\n");
        Path copy = imported.file("b.csv", HEADER + ",u,2026-03-01,Saw,1\n,u,2026-03-01,Saw,1\n");
        ImportSummary summary = imported.run(ImportPlan.of(List.of(file, copy), WITHOUT_ID));
        assertThat(summary.stored()).isEqualTo(2);
        assertThat(summary.duplicates()).isEqualTo(2);
    }

    @Test
    void the_size_of_the_chunks_changes_nothing() {
        var random = new Random(20260301);
        var text = new StringBuilder("id,who,at,what,n,plan\n");
        for (int i = 0; i < 30_000; i++) {
            String id = random.nextInt(3) == 0 ? "m" + random.nextInt(4_000) : "";
            text.append(id + ",u" + random.nextInt(50) + ",2026-03-0" + (1 + random.nextInt(9)) + ",Saw,"
                    + random.nextInt(3) + "," + List.of("free", "pro", "").get(random.nextInt(3)) + "\n");
        }
        Path file = imported.file("a.csv", text.toString());
        Path other = imported.file("b.csv", text.substring(0, text.length() / 2) + "\n");
        ImportPlan plan = ImportPlan.of(
                List.of(file, other, file),
                new MappingOf().messageId("id").properties("n").traits("plan").mapping());
        ImportSummary whole = imported.run(plan);
        assertThat(whole.stored()).isGreaterThan(20_000);
        assertThat(whole.duplicates()).isGreaterThan(20_000);
        assertThat(whole.conflicts()).isGreaterThan(1_000);
        Path elsewhere = folder.resolve("chunks");
        try (var chunked = new Imported(folder.resolve("chunks"))) {
            assertThat(elsewhere).isDirectory();
            ImportSummary parts = EventImport.run(chunked.workspace(), plan, Progress.NONE, 1_000);
            assertThat(parts).isEqualTo(whole);
            for (String table : List.of("events", "links", "traits")) {
                assertThat(chunked.rows("SELECT * FROM " + table + " ORDER BY seq"))
                        .isEqualTo(imported.rows("SELECT * FROM " + table + " ORDER BY seq"));
            }
            assertThat(chunked.rows("SELECT * FROM rejects ORDER BY ALL"))
                    .isEqualTo(imported.rows("SELECT * FROM rejects ORDER BY ALL"));
        }
    }

    @Test
    void an_undone_import_is_gone_and_can_be_made_again() {
        String first = HEADER + "m1,u,2026-03-01,Saw,1\n";
        imported.csv(first, WITH_ID);
        List<String> before = imported.rows("SELECT * FROM events ORDER BY seq");
        ImportSummary second = imported.csv(HEADER + "m2,u,2026-03-01,Saw,1\n,u,2026-03-01,Saw,1\n", WITH_ID);
        assertThat(EventImport.undo(imported.workspace(), second.run())).isEqualTo(2);
        assertThat(imported.rows("SELECT * FROM events ORDER BY seq")).isEqualTo(before);
        assertThat(imported.rows("SELECT run, undone_ms FROM imports ORDER BY run"))
                .containsExactly("1|-", "2|" + Imported.NOON.millis());
        assertThat(imported.rows("SELECT number FROM generation")).containsExactly("2");
        ImportSummary third = imported.csv(HEADER + "m2,u,2026-03-01,Saw,1\n", WITH_ID);
        assertThat(third.run()).isEqualTo(3);
        assertThat(third.stored()).isEqualTo(1);
    }

    @Test
    void an_import_is_undone_once_and_only_if_there_is_one() {
        ImportSummary summary = imported.csv(HEADER + "m1,u,2026-03-01,Saw,1\n", WITH_ID);
        EventImport.undo(imported.workspace(), summary.run());
        assertThatThrownBy(() -> EventImport.undo(imported.workspace(), 1))
                .isInstanceOf(StoreFailure.class)
                .hasMessage("Import 1 is undone already; nothing was changed");
        assertThatThrownBy(() -> EventImport.undo(imported.workspace(), 7))
                .hasMessage("There is no import 7 in this workspace; nothing was changed");
        assertThat(imported.rows("SELECT number FROM generation")).containsExactly("2");
    }

    @Test
    void a_dry_run_shows_rows_as_they_would_be_stored_and_writes_nothing() {
        Path file =
                imported.file("a.csv", HEADER + "m1,u,2026-03-01,Saw,1\nm2,,2026-03-01,Saw,1\nm3,u,2026-03-01,Saw,\n");
        Preview preview = EventImport.preview(
                imported.workspace().settings(), ImportPlan.of(List.of(file), WITH_ID), 10, Progress.NONE);
        assertThat(preview.lines())
                .containsExactly(
                        new Preview.Line(
                                file.toString(),
                                2,
                                "{\"event\":\"Saw\",\"messageId\":\"m1\",\"properties\":{\"n\":\"1\"},\"source\":\"import\","
                                        + "\"time\":\"2026-03-01T00:00:00Z\",\"user\":\"u\"}"),
                        new Preview.Line(
                                file.toString(),
                                4,
                                "{\"event\":\"Saw\",\"messageId\":\"m3\",\"source\":\"import\","
                                        + "\"time\":\"2026-03-01T00:00:00Z\",\"user\":\"u\"}"));
        assertThat(preview.refused()).extracting(Reject::reason).containsExactly("missing_id");
        assertThat(imported.rows("SELECT count(*) FROM imports")).containsExactly("0");
    }
}
