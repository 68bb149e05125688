package perennial.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The Node project of the clients, with its packages as the lock file names them.
///
/// They are installed below `target`, once and again when the lock file changes; scripts run from a copy there.
record NodeProject(Path directory) {
    static final Path SCRIPTS = Path.of("src/test/clients");

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int MOST_SECONDS = 180;
    private static final int INSTALLING_SECONDS = 600;

    /// Skips the test if Node is not there.
    static NodeProject installed() throws IOException {
        assumeTrue(
                hasNode(),
                "Node 20 or newer is not there, so the real clients are not tried; install it (Debian: apt install nodejs npm)");
        Path directory = Files.createDirectories(Path.of("target/clients"));
        try (var lock = FileChannel.open(
                        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) { // tests run in several processes
            try (var files = Files.list(SCRIPTS)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Path wanted = directory.resolve("package-lock.json");
            Path present = directory.resolve("installed-lock.json");
            if (!Files.exists(present) || Files.mismatch(wanted, present) >= 0) {
                Files.deleteIfExists(present);
                run(directory, Map.of(), INSTALLING_SECONDS, List.of("npm", "ci", "--prefer-offline", "--no-progress"));
                Files.copy(wanted, present);
            }
        }
        return new NodeProject(directory);
    }

    private static boolean hasNode() throws IOException {
        try {
            String major = "process.exit(process.versions.node.split('.')[0] >= 20 ? 0 : 1)";
            return new ProcessBuilder("node", "-e", major).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// The browser; skips the test if it is not there.
    Path chromium() {
        Optional<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                found.isPresent(),
                "Chromium is not there, so the real clients for browsers are not tried; install it (Debian: apt install chromium)");
        return found.orElseThrow();
    }

    /// Runs a script to its end; fails with what it printed unless it ends well.
    void run(String script, Map<String, String> environment, URI address, String key, String... wishes)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("node", script + ".mjs", withoutSlash(address), key));
        command.addAll(List.of(wishes));
        run(directory, environment, MOST_SECONDS, command);
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceAll("/+$", "");
    }

    private static void run(Path directory, Map<String, String> environment, int seconds, List<String> command)
            throws IOException {
        Path output = Files.createTempFile(directory.toAbsolutePath(), "output", ".log");
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            boolean isEnded = process.waitFor(seconds, TimeUnit.SECONDS);
            assertThat(isEnded && process.exitValue() == 0)
                    .as("%s should end well; it printed: %s", command, Files.readString(output))
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }
}
