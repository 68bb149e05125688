package perennial.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A server as users start it: a process of its own, on a free port.
///
/// @param startSeconds until it said where it listens
record ServerProcess(Process process, URI address, double startSeconds) implements AutoCloseable {
    /// @param options of Java, beside those of the launcher
    static ServerProcess start(Path jar, Path workspace, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:MaxRAMPercentage=40",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString(), "serve", "-w", workspace.toString(), "--port", "0"));
        command.addAll(List.of("--events-per-second", "1000000"));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader says = process.inputReader();
        String line = says.readLine();
        while (line != null && !line.contains("http://")) {
            line = says.readLine();
        }
        if (line == null) {
            throw new IOException("The server ended before it listened");
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new ServerProcess(
                process, URI.create(line.substring(line.indexOf("http://")).strip()), seconds);
    }

    /// Megabytes of memory that is its own, now.
    long memoryMb() throws IOException {
        return Machine.memory("RssAnon", process.pid()) >> 20;
    }

    /// Ends it as an operator does.
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
