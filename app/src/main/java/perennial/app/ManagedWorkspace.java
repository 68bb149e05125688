package perennial.app;

import java.nio.file.Path;
import java.util.Optional;
import perennial.core.question.BadOption;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Which workspace a command with further commands works on.
final class ManagedWorkspace {
    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The directory of the workspace.")
    private Optional<Path> directory = Optional.empty();

    Path directory() {
        return directory.orElseThrow(() -> new BadOption("workspace", "give the directory of the workspace"));
    }
}
