package perennial.app;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Which workspace a command works on.
final class WorkspaceOption {
    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            required = true,
            description = "The directory of the workspace.")
    private Path directory = Path.of("");

    Path directory() {
        return directory;
    }
}
