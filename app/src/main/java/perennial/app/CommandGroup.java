package perennial.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that holds others, which are its methods; alone it says which there are.
@Command(mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
abstract class CommandGroup implements Runnable {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CommandGroup(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public final void run() {
        spec.commandLine().usage(out(), Help.Ansi.OFF);
    }

    final Surroundings surroundings() {
        return surroundings;
    }

    final Engine open(Path workspace) {
        return surroundings.open(workspace);
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final SheetWriter writer(WrittenFormat format) {
        return new SheetWriter(format, surroundings.screen(), out());
    }
}
