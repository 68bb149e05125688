package perennial.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.answer.Row;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.Asking;
import perennial.core.question.Options;
import perennial.core.question.Unit;
import perennial.core.segment.Segment;
import perennial.core.workspace.Settings;
import perennial.store.Inventory;
import perennial.store.Workspace;
import perennial.store.imports.MappedRow;
import perennial.store.ingest.Delivery;
import perennial.store.ingest.Intake;
import perennial.store.ingest.Overloaded;
import perennial.store.segment.StoredSegments;
import perennial.store.view.Views;

/// A backup is the workspace at one moment, whatever goes on meanwhile.
class BackupTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Settings SETTINGS = Settings.standard("shop").withZone(ZoneId.of("Europe/Berlin"));

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("shop"), SETTINGS, CLOCK);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /// Ten visits of one user; the batch is the name of the user and of the messages.
    private static Delivery batch(int number) {
        List<MappedRow> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rows.add(new MappedRow(
                    0,
                    number + "-" + i,
                    false,
                    "",
                    "user-" + number,
                    "",
                    NOON.minusSeconds(1 + 86_400L * i).toEpochMilli(),
                    "Visit",
                    Optional.empty(),
                    "",
                    "{\"place\":" + i + "}",
                    List.of()));
        }
        return new Delivery("web", NOON.toEpochMilli(), 0, rows, List.of());
    }

    private static List<Row> activeUsers(Workspace asked) {
        try (var views = new Views(asked)) {
            return Asking.ask(
                            Catalogue.named("active-users"),
                            Options.of(Map.of("every", "day")),
                            views.history(Unit.USER))
                    .rows();
        }
    }

    private static List<Long> perBatch(Workspace asked) {
        return asked.read("counting", connection -> {
            List<Long> counts = new ArrayList<>();
            try (var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery("SELECT count(*) FROM events GROUP BY user_id ORDER BY min(seq)")) {
                while (rows.next()) {
                    counts.add(rows.getLong(1));
                }
            }
            return counts;
        });
    }

    @Test
    void a_backup_opens_as_the_workspace_it_was_made_of() throws Exception {
        try (var intake = new Intake(workspace)) {
            intake.take(batch(1));
            intake.take(batch(2));
        }
        new StoredSegments(workspace).save("visitors", Segment.parse("did Visit"));
        Path place = folder.resolve("kept").resolve("monday");
        assertThat(Backup.make(workspace, place)).isEqualTo(Files.size(place.resolve("perennial.duckdb")));
        assertThat(place).isDirectoryNotContaining("glob:**.wal");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
        try (var restored = Workspace.open(place, CLOCK);
                var intake = new Intake(restored)) {
            assertThat(restored.settings()).isEqualTo(SETTINGS);
            assertThat(Inventory.of(restored)).isEqualTo(Inventory.of(workspace));
            assertThat(new StoredSegments(restored).find("visitors"))
                    .isPresent()
                    .isEqualTo(new StoredSegments(workspace).find("visitors"));
            assertThat(activeUsers(restored)).isEqualTo(activeUsers(workspace)).isNotEmpty();
            intake.take(batch(2)); // known there too
            intake.take(batch(3));
            assertThat(perBatch(restored)).containsExactly(10L, 10L, 10L);
        }
        assertThat(perBatch(workspace)).containsExactly(10L, 10L);
    }

    @Test
    void while_events_come_in_it_holds_whole_deliveries_and_all_that_were_acknowledged_before() throws Exception {
        var acknowledged = new AtomicInteger();
        var goesOn = new AtomicBoolean(true);
        try (var intake = new Intake(workspace)) {
            intake.take(batch(0));
            Thread sender = Thread.ofPlatform().start(() -> {
                try {
                    for (int number = 1; goesOn.get(); number++) {
                        intake.take(batch(number));
                        acknowledged.set(number);
                    }
                } catch (Overloaded e) {
                    throw new IllegalStateException(e);
                }
            });
            for (int i = 1; i <= 3; i++) {
                int before = acknowledged.get();
                Path place = folder.resolve("backup-" + i);
                Backup.make(workspace, place);
                try (var restored = Workspace.open(place, CLOCK)) {
                    List<Long> batches = perBatch(restored);
                    assertThat(batches).containsOnly(10L).hasSizeGreaterThan(before);
                    assertThat(activeUsers(restored).getLast().cells().get("customers"))
                            .hasToString("" + batches.size());
                }
            }
            goesOn.set(false);
            sender.join();
            assertThat(acknowledged.get()).isPositive();
        }
    }

    @Test
    void a_place_that_is_taken_is_left_as_it_is() throws IOException {
        Path place = Files.createDirectory(folder.resolve("taken"));
        assertThatThrownBy(() -> Backup.make(workspace, place))
                .hasMessage("There is something at " + place
                        + " already; a backup goes to a directory of its own. Name another.");
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void a_backup_that_was_cut_off_is_made_anew_and_one_that_fails_leaves_nothing() throws IOException {
        Path place = folder.resolve("backup");
        Files.writeString(Files.createDirectory(folder.resolve("backup.making")).resolve("perennial.duckdb"), "half");
        Backup.make(workspace, place);
        assertThat(place).isDirectoryContaining("glob:**perennial.duckdb");
        assertThat(folder.resolve("backup.making")).doesNotExist();

        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Backup.make(workspace, file.resolve("backup")))
                .hasMessageStartingWith("Reading or writing failed while making the backup " + file.resolve("backup"));
    }
}
