package perennial.store.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.customer.Owner;
import perennial.core.question.Unit;
import perennial.core.workspace.Settings;
import perennial.store.Inventory;
import perennial.store.Workspace;
import perennial.store.erasure.Erasure.Found;
import perennial.store.imports.EventImport;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.ImportSummary;
import perennial.store.imports.Progress;
import perennial.store.imports.Reason;
import perennial.store.view.Views;

/// Ada has two ids and two devices; Bo once used one of them; both are of Acme.
class ErasureTest {
    private static final String HISTORY = """
            {"type":"track","messageId":"1","timestamp":"2026-01-05T10:00:00Z","anonymousId":"device-one","event":"Opened"}
            {"type":"identify","messageId":"2","timestamp":"2026-01-05T11:00:00Z","anonymousId":"device-one","userId":"ada-lovelace","traits":{"plan":"pro"}}
            {"type":"alias","messageId":"3","timestamp":"2026-01-05T12:00:00Z","previousId":"ada-byron","userId":"ada-lovelace"}
            {"type":"track","messageId":"4","timestamp":"2026-01-06T10:00:00Z","userId":"ada-byron","anonymousId":"device-two","event":"Opened"}
            {"type":"track","messageId":"5","timestamp":"2026-01-07T10:00:00Z","userId":"bo-diddley","anonymousId":"device-two","event":"Opened"}
            {"type":"track","messageId":"6","timestamp":"2026-01-08T10:00:00Z","userId":"bo-diddley","event":"Invited","properties":{"by":"cyrus-king"}}
            {"type":"group","messageId":"7","timestamp":"2026-01-04T10:00:00Z","userId":"bo-diddley","groupId":"acme-works","traits":{"seats":7}}
            {"type":"track","messageId":"8","timestamp":"when ada-lovelace came","userId":"ada-lovelace","event":"Opened"}
            """;

    @TempDir
    private Path folder;

    private Workspace workspace;
    private ImportPlan plan;

    @BeforeEach
    void import_some() throws Exception {
        workspace = open();
        plan = ImportPlan.segment(List.of(Files.writeString(folder.resolve("events.ndjson"), HISTORY)));
        EventImport.run(workspace, plan, Progress.NONE);
    }

    private Workspace open() {
        var clock = Clock.fixed(Instant.parse("2026-01-11T12:00:00Z"), ZoneOffset.UTC);
        return Workspace.openOrCreate(folder.resolve("shop"), Settings.standard("shop"), clock);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static String words(Found found) {
        return found.ids().stream().map(Owner::id).collect(Collectors.joining(" ")) + ": " + found.events() + " "
                + found.links() + " " + found.traits();
    }

    private Proof before(Erasure erasure) {
        List<String> ids = erasure.found().ids().stream().map(Owner::id).toList();
        return Proof.of(
                Proof.inFiles(folder.resolve("shop/views"), ids),
                workspace.read("looking", connection -> Proof.inTexts(connection, ids)));
    }

    @Test
    void a_person_goes_with_every_linked_id_and_nobody_else_does() {
        try (var views = new Views(workspace)) {
            views.history(Unit.USER);
            views.history(Unit.CUSTOMER);
        }
        var erasure = new Erasure(workspace, new Owner(Owner.Kind.VISITOR, "device-one"));
        assertThat(words(erasure.found())).isEqualTo("ada-byron ada-lovelace device-one device-two: 2 2 1");
        assertThat(before(erasure).found().keySet())
                .contains("events.user_id", "links.to_id", "traits.id", "rejects.value", "person/1/ids");
        Found gone = erasure.hide();
        assertThat(words(gone)).isEqualTo("ada-byron ada-lovelace device-one device-two: 2 2 1");
        Proof proof = erasure.removeBytes(gone.ids());
        assertThat(proof.found()).isEmpty();
        assertThat(proof.files()).isEqualTo(1);
        assertThat(proof.texts()).isGreaterThan(20);
        Inventory left = Inventory.of(workspace);
        assertThat(List.of(left.events(), left.links(), left.traits())).isEqualTo(List.of(2L, 1L, 1L));
    }

    @Test
    void an_old_file_does_not_bring_the_person_back_until_the_erasure_is_forgotten() {
        var erasure = new Erasure(workspace, new Owner(Owner.Kind.USER, "ada-lovelace"));
        erasure.removeBytes(erasure.hide().ids());
        ImportSummary again = EventImport.run(workspace, plan, Progress.NONE);
        assertThat(again.refusedBy()).isEqualTo(Map.of(Reason.ERASED, 4L, Reason.BAD_TIME, 1L));
        assertThat(again.stored()).isZero();
        assertThat(words(erasure.found())).isEqualTo("ada-lovelace: 0 0 0");
        assertThat(erasure.forget()).isTrue();
        assertThat(erasure.forget()).isFalse();
        assertThat(EventImport.run(workspace, plan, Progress.NONE).refusedBy()).isEqualTo(Map.of(Reason.BAD_TIME, 1L));
        assertThat(words(erasure.found())).isEqualTo("ada-byron ada-lovelace device-one device-two: 2 2 1");
    }

    @Test
    void an_account_goes_with_its_events_and_its_users_stay() {
        var erasure = new Erasure(workspace, new Owner(Owner.Kind.ACCOUNT, "acme-works"));
        assertThat(words(erasure.found())).isEqualTo("acme-works: 2 1 1");
        assertThat(erasure.removeBytes(erasure.hide().ids()).found()).isEmpty();
        assertThat(Inventory.of(workspace).events()).isEqualTo(2);
    }

    @Test
    void what_others_wrote_about_somebody_is_told() {
        var erasure = new Erasure(workspace, new Owner(Owner.Kind.USER, "cyrus-king"));
        Found gone = erasure.hide();
        assertThat(words(gone)).isEqualTo("cyrus-king: 0 0 0");
        assertThat(erasure.removeBytes(gone.ids()).found()).containsEntry("events.properties", 1L);
    }

    @Test
    void a_short_id_counts_where_it_is_all_of_a_text_or_in_quotes() throws Exception {
        String others = """
                {"type":"track","messageId":"9","timestamp":"2026-01-09T10:00:00Z","userId":"bo-diddley","event":"Invited","properties":{"by":"cy"}}
                {"type":"track","messageId":"10","timestamp":"2026-01-09T11:00:00Z","userId":"bo-diddley","event":"Fancy","properties":{"ride":"cycle"}}
                """;
        EventImport.run(
                workspace,
                ImportPlan.segment(List.of(Files.writeString(folder.resolve("others.ndjson"), others))),
                Progress.NONE);
        var erasure = new Erasure(workspace, new Owner(Owner.Kind.USER, "cy"));
        assertThat(erasure.removeBytes(erasure.hide().ids()).found()).isEqualTo(Map.of("events.properties", 1L));
        Path bytes = Files.createDirectory(folder.resolve("bytes"));
        Files.writeString(bytes.resolve("log"), "{\"by\":\"ada\"} adage \"cy\"");
        assertThat(Proof.inFiles(bytes, List.of("ada", "cy")).found()).isEqualTo(Map.of("log", 1L));
    }

    @Test
    void the_answers_are_those_of_a_history_without_the_person() {
        new Erasure(workspace, new Owner(Owner.Kind.USER, "ada-lovelace")).hide();
        try (var views = new Views(workspace)) {
            assertThat(views.history(Unit.VISITOR).shards().getFirst().size()).isEqualTo(1);
        }
    }

    @Test
    void a_rewriting_that_was_cut_off_leaves_the_old_file_whole() throws Exception {
        var erasure = new Erasure(workspace, new Owner(Owner.Kind.USER, "ada-lovelace"));
        Found gone = erasure.hide();
        Files.createDirectories(folder.resolve("shop/tmp"));
        workspace.close();
        Files.writeString(folder.resolve("shop/tmp/rewritten.duckdb"), "half of ada-lovelace");
        workspace = open();
        assertThat(Inventory.of(workspace).events()).isEqualTo(2);
        assertThat(new Erasure(workspace, new Owner(Owner.Kind.USER, "ada-lovelace"))
                        .removeBytes(gone.ids())
                        .found())
                .isEmpty();
    }

    @Test
    void bytes_are_found_across_everything() throws Exception {
        Path file = Files.writeString(folder.resolve("bytes"), "aaab aab aabaab" + "x".repeat(70_000) + "aab");
        assertThat(Proof.times(file, "aab".getBytes())).isEqualTo(5);
        assertThat(Proof.times(file, "abaa".getBytes())).isEqualTo(1);
        assertThat(Proof.times(file, "zebra".getBytes())).isZero();
    }
}
