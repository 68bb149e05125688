package perennial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

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

    /// Reads what it says up to a line that begins so; the rest of that line.
    public String tells(String beginning) throws IOException {
        String said = says.readLine();
        while (said != null && !said.startsWith(beginning)) {
            said = says.readLine();
        }
        assertThat(said).startsWith(beginning);
        return said.substring(beginning.length());
    }

    /// Lets it write no file larger than this, which stands in for a full disk: to the database both are a write that
    /// fails.
    ///
    /// @param bytes or `unlimited`
    public void limitFiles(String bytes) throws IOException, InterruptedException {
        Path limiting = Path.of("/usr/bin/prlimit");
        Assumptions.assumeTrue(Files.isExecutable(limiting), "prlimit is not there");
        var limited = new ProcessBuilder(limiting.toString(), "--pid", "" + pid(), "--fsize=" + bytes + ":unlimited");
        assertThat(limited.inheritIO().start().waitFor()).isZero();
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
