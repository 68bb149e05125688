package perennial.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `perennial doctor`.
@Command(name = "doctor", mixinStandardHelpOptions = true, header = "Check this machine and a workspace.")
final class DoctorCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        spec.commandLine().getOut().println("ok  Java " + Runtime.version() + surroundings.screen());
        return 0;
    }
}
