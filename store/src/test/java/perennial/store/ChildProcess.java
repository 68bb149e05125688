package perennial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real process with its own Java machine, killed when closed.
public final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader says;

    /// @param main the class to run
    /// @param folder what a killed process leaves behind goes with it
    public ChildProcess(Class<?> main, Path folder, Object... arguments) throws IOException {
        Stream<String> command = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        process = new ProcessBuilder(
                        Stream.concat(command, Arrays.stream(arguments).map(Object::toString))
                                .toList())
                .redirectErrorStream(true)
                .start();
        says = process.inputReader();
    }

    /// Reads what it says up to a line.
    public void awaits(String line) throws IOException {
        String said = says.readLine();
        while (said != null && !said.equals(line)) {
            said = says.readLine();
        }
        assertThat(said).isEqualTo(line);
    }

    /// Sends it an empty line.
    public void goOn() throws IOException {
        OutputStream in = process.getOutputStream();
        in.write('\n');
        in.flush();
    }

    /// Leaves it alone for a while, or until it ends.
    public void runsOn(int millis) throws InterruptedException {
        process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /// What it says until it ends.
    public List<String> rest() {
        return says.lines().toList();
    }

    public long pid() {
        return process.pid();
    }

    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
