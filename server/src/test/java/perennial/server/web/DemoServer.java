package perennial.server.web;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import perennial.company.DemoCompany;
import perennial.core.question.Unit;
import perennial.core.workspace.Settings;
import perennial.server.TestServer;
import perennial.server.live.LiveWorkspace;
import perennial.store.Workspace;
import perennial.store.imports.EventImport;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.Progress;

/// A server on the demo company, small. The company is made below `target`, once for all processes of tests and again
/// when code that makes it is newer; each server has a copy of its own.
final class DemoServer {
    private static final int CUSTOMERS = 2_000;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-01T08:00:00Z"), ZoneOffset.UTC);
    private static final Path FOLDER = Path.of("target", "demo");

    private DemoServer() {}

    static TestServer open() throws IOException {
        Path copy = Files.createTempDirectory("demo");
        Files.createDirectories(FOLDER);
        try (var lock = FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) { // tests run in several processes
            Path workspace = FOLDER.resolve("workspace");
            Path made = FOLDER.resolve("made");
            if (!Files.exists(made) || Files.getLastModifiedTime(made).compareTo(newestCode()) < 0) {
                Files.deleteIfExists(made);
                delete(workspace);
                make(workspace);
                Files.createFile(made);
            }
            copy(workspace, copy);
        }
        return TestServer.on(copy, CLOCK);
    }

    private static void make(Path workspace) throws IOException {
        Path events = FOLDER.resolve("company.ndjson.gz");
        DemoCompany.write(events, CUSTOMERS, DemoCompany.SEED);
        Settings settings = Settings.standard("Demo")
                .withZone(ZoneId.of("Europe/Berlin"))
                .withCurrency(Currency.getInstance("EUR"));
        try (Workspace made = Workspace.create(workspace, settings, CLOCK)) {
            EventImport.run(made, ImportPlan.segment(List.of(events)), Progress.NONE);
        }
        try (var live = LiveWorkspace.open(workspace, CLOCK)) {
            for (Unit unit : Unit.values()) {
                live.histories().of(unit); // keeps the views
            }
        }
    }

    /// When the newest file was written of the classes that take part.
    private static FileTime newestCode() throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        for (Class<?> each : List.of(Unit.class, Workspace.class, DemoCompany.class, DemoServer.class)) {
            URI place = URI.create(
                    each.getProtectionDomain().getCodeSource().getLocation().toString());
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                for (Path file : files.toList()) {
                    FileTime written = Files.getLastModifiedTime(file);
                    newest = written.compareTo(newest) > 0 ? written : newest;
                }
            }
        }
        return newest;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void copy(Path folder, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(folder.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
