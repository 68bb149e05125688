package perennial.store.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.store.ChildProcess;
import perennial.store.StoreFailure;

/// Imports that end before their time: killed, out of disk, or turned away because another process owns the workspace.
class CutOffTest {
    private static final int ROWS = 20_000;
    private static final int BATCHES = ROWS / 4_096 + 1;

    @TempDir
    Path folder;

    private ChildProcess importing(Path directory, Path file) throws IOException {
        return new ChildProcess(ImportingProcess.class, folder, directory, file);
    }

    private Path file() throws IOException {
        var random = new Random(7);
        var text = new StringBuilder("id,who,at,what,n,plan\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(random.nextInt(4) == 0 ? "m" + random.nextInt(ROWS) : "")
                    .append(",u" + random.nextInt(500) + ",2026-03-0" + random.nextInt(10) + ",Saw "
                            + random.nextInt(20))
                    .append("," + random.nextInt(40) + ","
                            + List.of("free", "pro").get(random.nextInt(2)) + "\n");
        }
        return Files.writeString(folder.resolve("events.csv"), text);
    }

    /// As the process does it.
    private static void importAgain(Imported imported, Path file) {
        EventImport.run(
                imported.workspace(),
                ImportPlan.of(List.of(file), ImportingProcess.mapping()),
                Progress.NONE,
                ImportingProcess.CHUNK);
    }

    @Test
    void an_import_killed_at_any_moment_and_run_again_ends_with_the_same_store() throws Exception {
        Path file = file();
        List<String> undisturbed;
        try (var imported = new Imported(Files.createDirectory(folder.resolve("undisturbed")))) {
            importAgain(imported, file);
            undisturbed = imported.everything();
            assertThat(undisturbed).hasSizeGreaterThan(ROWS / 2);
        }
        var random = new Random(11);
        // Three times while it reads and merges; three times a little after the last row, while it merges the rest and
        // commits.
        for (int i = 0; i < 6; i++) {
            Path place = Files.createDirectory(folder.resolve("killed" + i));
            try (var child = importing(place.resolve("workspace"), file)) {
                child.awaits("open");
                child.goOn();
                child.awaits("read " + (i < 3 ? 1 + random.nextInt(BATCHES) : BATCHES));
                if (i >= 3) {
                    child.runsOn(random.nextInt(400));
                }
            }
            try (var imported = new Imported(place)) {
                if (imported.rows("FROM imports").isEmpty()) {
                    assertThat(imported.rows("FROM events")).isEmpty();
                    importAgain(imported, file);
                }
                assertThat(imported.everything()).isEqualTo(undisturbed);
            }
        }
    }

    @Test
    void a_workspace_killed_while_it_is_made_can_be_made_again() throws Exception {
        Path file = file();
        var random = new Random(13);
        for (int i = 0; i < 3; i++) {
            Path place = Files.createDirectory(folder.resolve("made" + i));
            try (var child = importing(place.resolve("workspace"), file)) {
                child.runsOn(300 + random.nextInt(900));
            }
            try (var imported = new Imported(place)) {
                importAgain(imported, file);
                assertThat(imported.rows("SELECT run FROM imports")).containsExactly("1");
            }
        }
    }

    @Test
    void a_second_process_is_told_who_owns_the_workspace() throws Exception {
        Path place = folder.resolve("owned");
        try (var child = importing(place.resolve("workspace"), file())) {
            child.awaits("open");
            assertThatThrownBy(() -> new Imported(place))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessage("Workspace " + place.resolve("workspace") + " is in use by process " + child.pid()
                            + ". One process owns a workspace at a time: wait until it has ended, or stop it,"
                            + " and try again.");
        }
        new Imported(place).close();
    }

    /// The less room there is, the sooner it ends: while rows are put aside, or at the last, in the commit.
    @Test
    void a_full_disk_is_told_in_a_sentence_and_nothing_is_stored_by_half_until_there_is_room() throws Exception {
        Path file = file();
        String earlier = "who,at,what\nbefore,2026-01-01,Saw\n";
        List<String> whole;
        try (var imported = new Imported(Files.createDirectory(folder.resolve("roomy")))) {
            imported.csv(earlier, Imported.mapping());
            importAgain(imported, file);
            whole = imported.events("* EXCLUDE (received_ms)");
        }
        Path place = Files.createDirectory(folder.resolve("full"));
        List<String> before;
        try (var imported = new Imported(place)) {
            imported.csv(earlier, Imported.mapping());
            before = imported.everything();
        }
        int failedAtTheEnd = 0;
        int exitCode = 1;
        for (long room = 500_000; exitCode != 0; room *= 2) {
            try (var child = importing(place.resolve("workspace"), file)) {
                child.awaits("open");
                child.limitFiles(Long.toString(room));
                child.goOn();
                List<String> said = child.rest();
                exitCode = child.exitCode();
                if (exitCode != 0) {
                    assertThat(said.getLast())
                            .isEqualTo("The disk is full: importing events was stopped and nothing of it was kept; what"
                                    + " was stored before is intact. Free some space and run it again.");
                    failedAtTheEnd += said.contains("read " + BATCHES) ? 1 : 0;
                }
            }
            if (exitCode != 0) {
                try (var imported = new Imported(place)) {
                    assertThat(imported.everything()).isEqualTo(before);
                }
            }
        }
        assertThat(failedAtTheEnd).as("imports whose commit found no room").isPositive();
        try (var imported = new Imported(place)) {
            assertThat(imported.events("* EXCLUDE (received_ms)")).isEqualTo(whole);
        }
    }
}
