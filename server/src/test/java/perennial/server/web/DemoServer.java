package perennial.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import perennial.company.DemoCompany;
import perennial.core.workspace.Settings;
import perennial.server.TestServer;
import perennial.store.Workspace;
import perennial.store.imports.EventImport;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.Progress;

/// A server on the demo company, small. The company is made once; each server has a copy of its own.
final class DemoServer {
    private static final int CUSTOMERS = 2_000;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-01T08:00:00Z"), ZoneOffset.UTC);

    private DemoServer() {}

    static TestServer open() throws IOException {
        Path copy = Files.createTempDirectory("demo");
        try (Stream<Path> files = Files.walk(Made.WORKSPACE)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file)) {
                    Path to = copy.resolve(Made.WORKSPACE.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        }
        return TestServer.on(copy, CLOCK);
    }

    /// Made when first asked for.
    private static final class Made {
        private static final Path WORKSPACE = workspace();

        private static Path workspace() {
            try {
                Path folder = Files.createTempDirectory("company");
                Path events = folder.resolve("company.ndjson.gz");
                DemoCompany.write(events, CUSTOMERS, DemoCompany.SEED);
                Path workspace = folder.resolve("workspace");
                Settings settings = Settings.standard("Demo")
                        .withZone(ZoneId.of("Europe/Berlin"))
                        .withCurrency(Currency.getInstance("EUR"));
                try (Workspace made = Workspace.create(workspace, settings, CLOCK)) {
                    EventImport.run(made, ImportPlan.segment(List.of(events)), Progress.NONE);
                }
                return workspace;
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }
}
