package perennial.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.app.show.Numbers;
import perennial.core.history.Shard;
import perennial.core.question.Unit;
import perennial.core.workspace.Settings;
import perennial.store.Inventory;
import perennial.store.event.Filters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `perennial doctor`: says of the machine, and of a workspace if one is named, whether all is well. What is not well
/// fails the command with its own sentence.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        header = "Check this machine and a workspace.",
        description = "Opens the workspace, counts what it holds and makes its derived views ready.")
final class DoctorCommand implements Callable<Integer> {
    private static final int BYTES_PER_MEBIBYTE = 1 << 20;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            description = "The workspace to check too.")
    private Optional<Path> workspace = Optional.empty();

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Runtime machine = Runtime.getRuntime();
        say(out, "java", Runtime.version().toString());
        say(
                out,
                "machine",
                machine.availableProcessors() + " processors, up to " + machine.maxMemory() / BYTES_PER_MEBIBYTE
                        + " MB for Java");
        workspace.ifPresent(directory -> examine(directory, out));
        return 0;
    }

    private void examine(Path directory, PrintWriter out) {
        try (Engine engine = surroundings.open(directory)) {
            Settings settings = engine.workspace().settings();
            say(
                    out,
                    "workspace",
                    settings.name() + " in " + directory + ": " + settings.zone() + ", weeks from "
                            + settings.weekStart().toString().toLowerCase(Locale.ROOT) + ", "
                            + settings.currency());
            Inventory inventory = Inventory.of(engine.workspace());
            say(
                    out,
                    "holds",
                    Numbers.whole(inventory.events()) + " events, " + Numbers.whole(inventory.links()) + " links, "
                            + Numbers.whole(inventory.traits()) + " traits from " + Numbers.whole(inventory.imports())
                            + " imports; " + Numbers.whole(inventory.refusedRows()) + " refused rows");
            inventory.span().ifPresent(span -> say(out, "events", "from " + span.first() + " to " + span.last()));
            for (Unit unit : Unit.values()) {
                long owners = engine.history(unit).shards().stream()
                        .mapToLong(DoctorCommand::members)
                        .sum();
                say(out, "views", Numbers.whole(owners) + " " + unit + "s ready to be asked");
            }
            new Filters(engine.workspace())
                    .all()
                    .forEach(filter -> say(
                            out,
                            "filter",
                            filter.name() + " leaves out " + Numbers.whole(filter.leftOut()) + " events: "
                                    + filter.condition()));
        }
    }

    private static long members(Shard shard) {
        long count = 0;
        for (long word : shard.members()) {
            count += Long.bitCount(word);
        }
        return count;
    }

    private static void say(PrintWriter out, String what, String how) {
        out.printf("ok  %-10s %s%n", what, how);
    }
}
