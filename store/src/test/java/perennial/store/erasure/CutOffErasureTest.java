package perennial.store.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.customer.Owner;
import perennial.core.workspace.Settings;
import perennial.store.ChildProcess;
import perennial.store.Inventory;
import perennial.store.Workspace;
import perennial.store.erasure.Erasure.Found;
import perennial.store.imports.EventImport;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.Progress;
import perennial.store.imports.Reason;

/// Deleting and erasing that are killed at any moment: wholly done or not at all, and who was hidden stays hidden.
class CutOffErasureTest {
    private static final int EVENTS = 9_000;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-11T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private ImportPlan plan;
    private Path whole;
    private Found before;

    /// A third of the events is Ada's, half of these under a device of hers; half of all are `Opened`.
    @BeforeEach
    void import_many() throws Exception {
        var lines = new StringBuilder("""
            {"type":"identify","messageId":"i","timestamp":"2026-01-01","anonymousId":"ada-on-the-road","userId":"ada-lovelace","traits":{"plan":"pro"}}
            """);
        for (int i = 0; i < EVENTS; i++) {
            String who = switch (i % 6) {
                case 0 -> "\"userId\":\"ada-lovelace\"";
                case 3 -> "\"anonymousId\":\"ada-on-the-road\"";
                default -> "\"userId\":\"somebody-" + i % 700 + "\"";
            };
            lines.append("{\"type\":\"track\",\"messageId\":\"" + i + "\",\"timestamp\":\"2026-01-0" + (1 + i % 9)
                    + "\"," + who + ",\"event\":\"" + (i % 4 < 2 ? "Opened" : "Closed") + "\"}\n");
        }
        plan = ImportPlan.segment(List.of(Files.writeString(folder.resolve("events.ndjson"), lines)));
        whole = folder.resolve("whole");
        try (var workspace = Workspace.create(whole, Settings.standard("shop"), CLOCK)) {
            EventImport.run(workspace, plan, Progress.NONE);
            before = new Erasure(workspace, ErasingProcess.SOMEBODY).found();
            assertThat(before.events()).isEqualTo(EVENTS / 3);
        }
    }

    /// A copy of a workspace that nobody has open.
    private Path copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> files = Files.walk(whole)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(whole.relativize(file)));
            }
        }
        return copy;
    }

    @Test
    void a_deletion_killed_at_any_moment_is_done_with_its_record_or_not_at_all() throws Exception {
        var random = new Random(17);
        for (int i = 0; i < 4; i++) {
            Path place = copy("deleted" + i);
            try (var child = new ChildProcess(ErasingProcess.class, folder, place, "delete")) {
                child.awaits("open");
                child.goOn();
                child.runsOn(random.nextInt(500));
            }
            try (var workspace = Workspace.open(place, CLOCK)) {
                long left = Inventory.of(workspace).events();
                assertThat(left).isIn((long) EVENTS, EVENTS / 2L);
                assertThat(Deletion.all(workspace)).hasSize(left == EVENTS ? 0 : 1);
                ErasingProcess.deletion().run(workspace);
                assertThat(Inventory.of(workspace).events()).isEqualTo(EVENTS / 2);
            }
        }
    }

    @Test
    void an_erasure_killed_at_any_moment_has_hidden_all_or_nothing() throws Exception {
        var random = new Random(19);
        for (int i = 0; i < 3; i++) {
            Path place = copy("hiding" + i);
            try (var child = new ChildProcess(ErasingProcess.class, folder, place, "erase")) {
                child.awaits("open");
                child.goOn();
                child.runsOn(random.nextInt(500));
            }
            try (var workspace = Workspace.open(place, CLOCK)) {
                var erasure = new Erasure(workspace, ErasingProcess.SOMEBODY);
                if (erasure.found().events() > 0) {
                    assertThat(erasure.found()).isEqualTo(before);
                    assertThat(Inventory.of(workspace).events()).isEqualTo(EVENTS);
                    erasure.hide();
                }
                assertHiddenForGood(workspace);
            }
        }
    }

    @Test
    void who_is_hidden_stays_hidden_where_the_file_was_not_replaced_any_more() throws Exception {
        var random = new Random(23);
        for (int i = 0; i < 4; i++) {
            Path place = copy("replacing" + i);
            try (var child = new ChildProcess(ErasingProcess.class, folder, place, "erase")) {
                child.awaits("open");
                child.goOn();
                child.awaits("hidden");
                child.runsOn(random.nextInt(300));
            }
            try (var workspace = Workspace.open(place, CLOCK)) {
                assertHiddenForGood(workspace);
            }
        }
    }

    /// That nothing is stored of Ada, nothing comes back with the old file, and done again the bytes are gone as well.
    private void assertHiddenForGood(Workspace workspace) {
        var erasure = new Erasure(workspace, ErasingProcess.SOMEBODY);
        assertThat(erasure.found()).isEqualTo(new Found(new TreeSet<>(List.of(ErasingProcess.SOMEBODY)), 0, 0, 0));
        assertThat(Inventory.of(workspace).events()).isEqualTo(EVENTS - EVENTS / 3);
        assertThat(EventImport.run(workspace, plan, Progress.NONE).refusedBy())
                .isEqualTo(Map.of(Reason.ERASED, EVENTS / 3 + 1L));
        var proof = erasure.removeBytes(before.ids());
        assertThat(before.ids()).extracting(Owner::id).containsExactlyInAnyOrder("ada-lovelace", "ada-on-the-road");
        assertThat(proof.found()).isEmpty();
        assertThat(Inventory.of(workspace).events()).isEqualTo(EVENTS - EVENTS / 3);
    }
}
