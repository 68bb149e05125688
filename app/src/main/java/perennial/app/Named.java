package perennial.app;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// The workspace that a command line names.
final class Named {
    private Named() {}

    /// The directory of the workspace on which the command works; none for help, and for `serve`, which needs a
    /// workspace to itself.
    static Optional<Path> workspace(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        if (last.isUsageHelpRequested()
                || last.isVersionHelpRequested()
                || last.commandSpec().userObject() instanceof ServeCommand) {
            return Optional.empty();
        }
        return Optional.ofNullable(last.commandSpec().findOption("--workspace"))
                .flatMap(option -> switch (option.<Object>getValue()) {
                    case Path directory -> Optional.of(directory);
                    case Optional<?> given -> given.map(Path.class::cast);
                    default -> Optional.empty();
                });
    }
}
