package perennial.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import perennial.app.show.Numbers;
import perennial.core.calendar.Calendar;
import perennial.core.question.BadOption;
import perennial.store.Inventory;
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
        description = "Without an option it says for how long events are kept, and how many are older.",
        sortOptions = false)
final class KeepCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--events-for", paramLabel = "DAYS|forever", description = "For so long, such as 400d or forever.")
    private Optional<String> time = Optional.empty();

    @Option(names = "--apply", description = "Delete the events that are older by now, with --yes.")
    private boolean isApplied;

    @Option(names = "--yes", description = "Mean it.")
    private boolean isMeant;

    KeepCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Engine engine = surroundings.open(workspace.directory())) {
            Workspace opened = engine.workspace();
            var keeping = new Keeping(opened);
            time.ifPresent(text -> keeping.keepFor(days(text)));
            if (keeping.days().isEmpty()) {
                out.println("Events are kept for ever.");
            } else {
                keeping.due().ifPresent(due -> tell(keeping.days().getAsInt(), due, opened, out));
            }
        }
        return 0;
    }

    private void tell(int days, Deletion due, Workspace opened, PrintWriter out) {
        Calendar calendar = opened.settings().calendar();
        LocalDate first =
                calendar.local(due.until().orElseThrow().toEpochMilli()).toLocalDate();
        out.println("Events are kept for " + days + " days: those since " + first + ", counted back from today, "
                + first.plusDays(days) + ".");
        String all = Numbers.whole(Inventory.of(opened).events());
        if (isApplied && isMeant) {
            out.println("Deleted " + Numbers.whole(due.run(opened)) + " of " + all + " events, those before " + first
                    + ".");
            return;
        }
        String old = Numbers.whole(due.count(opened));
        String events = old.equals("0")
                ? "None of " + all + " events is older"
                : old.equals(all) ? "All " + all + " events are older" : old + " of " + all + " events are older";
        out.println(events + (old.equals("0") ? "." : "; --apply --yes deletes them for good. Nothing was deleted."));
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
