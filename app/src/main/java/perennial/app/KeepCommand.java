package perennial.app;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import perennial.app.show.Numbers;
import perennial.core.question.BadOption;
import perennial.store.Workspace;
import perennial.store.erasure.Deletion;
import perennial.store.erasure.Keeping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `perennial keep`: for how long events are kept.
@Command(
        name = "keep",
        mixinStandardHelpOptions = true,
        header = "Keep events for a stated time only.",
        descriptionHeading = "%n",
        description = "Without an option it says for how long events are kept, and how many are older.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class KeepCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--events-for", paramLabel = "DAYS|forever", description = "For so long, such as 400d or forever.")
    private Optional<String> time = Optional.empty();

    @Option(names = "--apply", description = "Delete the events that are older by now.")
    private boolean isApplied;

    KeepCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (var opened = Workspace.open(workspace.directory(), surroundings.clock())) {
            var keeping = new Keeping(opened);
            time.ifPresent(text -> keeping.keepFor(days(text)));
            Optional<Deletion> due = keeping.due();
            out.println(
                    keeping.days().isPresent()
                            ? "Events are kept for " + keeping.days().getAsInt() + " days."
                            : "Events are kept for ever.");
            if (due.isPresent() && isApplied) {
                out.println("Deleted " + Numbers.whole(due.get().run(opened)) + " events that were older.");
            } else if (due.isPresent()) {
                out.println(Numbers.whole(due.get().count(opened)) + " are older; --apply deletes them.");
            }
        }
        return 0;
    }

    private static OptionalInt days(String text) {
        if (text.equals("forever")) {
            return OptionalInt.empty();
        }
        if (!text.matches("[0-9]{1,5}d?")) {
            throw new BadOption("events-for", "\"" + text + "\" is no time; give days such as 400d, or forever");
        }
        return OptionalInt.of(Integer.parseInt(text.replace("d", "")));
    }
}
