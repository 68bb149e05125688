package perennial.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import perennial.app.show.Numbers;
import perennial.store.access.Actor;
import perennial.store.access.Deed;
import perennial.store.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `perennial backup`: copies a workspace while it is used.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        header = "Copy a workspace as it is now, while it is used.",
        description =
                "The copy is a workspace like any other: to restore it, put it in the place of the lost one. Whatever"
                        + " was erased since is in it still: erase that again after a restore.",
        sortOptions = false)
final class BackupCommand implements Callable<Integer> {
    private static final int BYTES_PER_MEGABYTE = 1_000_000;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "The directory to make; it must not be there.")
    private Path place = Path.of("");

    BackupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Engine engine = surroundings.open(workspace.directory())) {
            long bytes = Backup.make(engine.workspace(), surroundings.file(place));
            engine.people().audit().add(Actor.COMMAND_LINE, Deed.MADE_BACKUP, place.toString());
            spec.commandLine()
                    .getOut()
                    .println("Backed up workspace " + workspace.directory() + " to " + place + ", "
                            + Numbers.whole((bytes + BYTES_PER_MEGABYTE - 1) / BYTES_PER_MEGABYTE) + " MB.");
        }
        return 0;
    }
}
