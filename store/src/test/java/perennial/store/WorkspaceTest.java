package perennial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.core.event.Role;
import perennial.core.workspace.Settings;

class WorkspaceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Settings SETTINGS = Settings.standard("Garden & Co")
            .withZone(ZoneId.of("Europe/Berlin"))
            .withCurrency(Currency.getInstance("EUR"))
            .withNames(Role.PURCHASE, List.of("Basket Paid", "Donated"));

    @TempDir
    Path directory;

    @Test
    void settings_come_back_when_the_workspace_is_opened_again() {
        Workspace.create(directory, SETTINGS, CLOCK).close();
        try (var workspace = Workspace.open(directory, CLOCK)) {
            assertThat(workspace.settings()).isEqualTo(SETTINGS);
        }
    }

    @Test
    void changed_settings_are_a_new_version_and_the_old_one_stays() throws Exception {
        Settings changed = SETTINGS.withZone(ZoneId.of("Asia/Kathmandu"));
        try (var workspace = Workspace.create(directory, SETTINGS, CLOCK)) {
            workspace.changeSettings(changed);
            assertThat(workspace.settings()).isEqualTo(changed);
        }
        try (var workspace = Workspace.open(directory, CLOCK);
                var connection = workspace.connection();
                var rows =
                        connection.createStatement().executeQuery("SELECT max(version), count(*) FROM definitions")) {
            rows.next();
            assertThat(workspace.settings()).isEqualTo(changed);
            assertThat(rows.getInt(1)).isEqualTo(2);
            assertThat(rows.getInt(2)).isEqualTo(2);
        }
    }

    @Test
    void a_workspace_is_made_for_its_owner_alone_and_a_directory_that_was_there_keeps_its_rights() throws Exception {
        Path made = directory.resolve("above").resolve("made");
        Workspace.create(made, SETTINGS, CLOCK).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        Path there = Files.createDirectory(directory.resolve("there"));
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-x---"));
        Workspace.create(there, SETTINGS, CLOCK).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there)))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void a_missing_workspace_is_said_with_its_place() {
        assertThatThrownBy(() -> Workspace.open(directory, CLOCK))
                .isInstanceOf(NoWorkspace.class)
                .hasMessage("There is no workspace in " + directory + ".");
    }

    @Test
    void a_workspace_is_not_made_over_another() {
        Workspace.create(directory, SETTINGS, CLOCK).close();
        assertThatThrownBy(() -> Workspace.create(directory, SETTINGS, CLOCK))
                .hasMessage("There is a workspace in " + directory
                        + " already. Choose another directory, or go on with the one that is there.");
    }

    @Test
    void a_second_owner_is_told_who_holds_it() {
        try (var workspace = Workspace.create(directory, SETTINGS, CLOCK)) {
            assertThatThrownBy(() -> Workspace.open(workspace.directory(), CLOCK))
                    .hasMessage(
                            "Workspace " + directory + " is in use by process "
                                    + ProcessHandle.current().pid()
                                    + ". One process owns a workspace at a time: wait until it has ended, or stop it, and try again.");
        }
        Workspace.open(directory, CLOCK).close();
    }

    @Test
    void a_second_owner_waits_for_a_first_who_is_soon_done() throws Exception {
        var first = Workspace.create(directory, SETTINGS, CLOCK);
        try (var others = Executors.newSingleThreadExecutor()) {
            var waits = new CountDownLatch(1);
            Future<Boolean> second = others.submit(() -> {
                waits.countDown();
                try (var workspace = Workspace.open(directory, CLOCK)) {
                    return workspace.settings().equals(SETTINGS);
                }
            });
            waits.await();
            first.close();
            assertThat(second.get()).isTrue();
        }
    }

    @Test
    void the_file_is_written_anew_only_when_nobody_reads_it_and_who_comes_meanwhile_waits() throws Exception {
        try (var workspace = Workspace.create(directory, SETTINGS, CLOCK);
                var running = Executors.newFixedThreadPool(2)) {
            var connection = workspace.connection();
            var rewritten = new CountDownLatch(1);
            var reading = new CountDownLatch(1);
            Future<Long> late = running.submit(() -> {
                reading.await();
                return workspace.read("counting", WorkspaceTest::definitions);
            });
            Future<Boolean> rewrite = running.submit(() -> workspace.rewrite(() -> {
                reading.countDown();
                return rewritten.getCount() == 0;
            }));
            assertThat(definitions(connection)).isEqualTo(1); // as long as it wants
            rewritten.countDown();
            connection.close();
            assertThat(rewrite.get()).isTrue();
            assertThat(late.get()).isEqualTo(1);
        }
    }

    private static long definitions(Connection connection) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("SELECT count(*) FROM definitions")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "empty pages", "cut short", "another version"})
    void a_damaged_database_is_told_with_the_way_back(String damage) throws IOException {
        Workspace.create(directory, SETTINGS, CLOCK).close();
        Path file = directory.resolve("perennial.duckdb");
        byte[] bytes = Files.readAllBytes(file);
        switch (damage) {
            case "garbage" -> Files.writeString(file, "no database".repeat(1_000));
            case "empty pages" -> Files.write(file, new byte[bytes.length]);
            case "cut short" -> Files.write(file, Arrays.copyOf(bytes, 5_000));
            default -> {
                for (int i = 4_096; i < 3 * 4_096; i += 64) { // both of its headers
                    bytes[i] ^= 0x55;
                }
                Files.write(file, bytes);
            }
        }
        assertThatThrownBy(() -> Workspace.open(directory, CLOCK))
                .isInstanceOf(StoreFailure.class)
                .hasMessageStartingWith("The database of workspace " + directory
                        + " is damaged. Move the directory aside and put the newest backup in its place, whole; do not"
                        + " delete the damaged one before that one opens. The database says: ");
    }

    @Test
    void a_database_that_another_program_has_open_is_told_so() throws Exception {
        Workspace.create(directory, SETTINGS, CLOCK).close();
        try (var child = new ChildProcess(Holder.class, directory, directory.resolve("perennial.duckdb"))) {
            child.awaits("open");
            assertThatThrownBy(() -> Workspace.open(directory, CLOCK))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageStartingWith(
                            "Another program has the database of workspace " + directory + " open. Close it there,");
        }
        Workspace.open(directory, CLOCK).close();
    }

    /// Another program that opens the database by itself.
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (var connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0])) {
                System.out.println(connection.isClosed() ? "closed" : "open");
                System.in.read();
            }
        }
    }
}
