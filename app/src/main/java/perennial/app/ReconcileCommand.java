package perennial.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.app.show.Numbers;
import perennial.app.show.TerminalAnswer;
import perennial.core.calendar.Every;
import perennial.core.question.Asked;
import perennial.core.question.BadOption;
import perennial.core.question.Options;
import perennial.core.reconcile.Metric;
import perennial.core.reconcile.Reconciliation;
import perennial.core.reconcile.Theirs;
import perennial.store.Inventory;
import perennial.store.answer.CsvAnswer;
import perennial.store.answer.JsonAnswer;
import perennial.store.event.Filters;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `perennial reconcile`: the numbers of another tool beside ours, and what explains the difference.
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        header = "Hold another tool's numbers beside ours and explain the difference.",
        description =
                "FILE is CSV with a header: a row for each period, with its first day and their number; for retention a row"
                        + " for each cohort and number of periods since. Other readings of the same events are tried (another"
                        + " zone, visitors in place of users and the like), alone and two together; those that explain most are named.",
        sortOptions = false)
final class ReconcileCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--against", paramLabel = "FILE", required = true, description = "Their numbers.")
    private Path against = Path.of("");

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            defaultValue = "active-users",
            description = "What they count: active-users, events or retention. Default: active-users.")
    private String metric = "";

    @Option(
            names = "--every",
            paramLabel = "PERIOD",
            description = "Length of a period: day, week or month. Default: seen from the dates.")
    private Optional<String> every = Optional.empty();

    @Option(
            names = "--event",
            paramLabel = "SELECTION",
            description = "Which events count; * is any activity. Default: *.")
    private Optional<String> event = Optional.empty();

    @Option(names = "--unit", paramLabel = "UNIT", description = "Whom we count: visitor, user or customer.")
    private Optional<String> unit = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "A zone that they may use; may be given more than once. UTC and some others are tried anyway.")
    private List<ZoneId> zones = List.of();

    @Option(
            names = "--exported-at",
            paramLabel = "TIME",
            description = "When they counted: tries without what arrived later.")
    private Optional<String> exportedAt = Optional.empty();

    @Option(
            names = "--period",
            paramLabel = "COL",
            description = "Column of the period. Default: the first with dates.")
    private Optional<String> period = Optional.empty();

    @Option(
            names = "--n",
            paramLabel = "COL",
            description = "Column of the periods since entry, for retention. Default: the first other with numbers.")
    private Optional<String> since = Optional.empty();

    @Option(
            names = "--value",
            paramLabel = "COL",
            description = "Column of their number. Default: the first other with numbers.")
    private Optional<String> value = Optional.empty();

    @ArgGroup
    private WrittenFormat format = new WrittenFormat();

    ReconcileCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var counted = Metric.of(metric);
        Map<String, Optional<String>> columns = Map.of("period", period, "n", since, "value", value);
        Theirs theirs = new TheirFile(
                        surroundings.file(against), counted, name -> columns.getOrDefault(name, Optional.empty()))
                .read();
        PrintWriter out = spec.commandLine().getOut();
        try (Engine engine = surroundings.open(workspace.directory())) {
            Asked asked = Reconciliation.of(
                            counted,
                            theirs,
                            every().orElseGet(theirs::every),
                            options(counted),
                            engine,
                            zones,
                            exportedAt,
                            notes(counted, Inventory.of(engine.workspace())))
                    .withRules(new Filters(engine.workspace()).rules());
            if (format.isJson()) {
                JsonAnswer.write(asked, out);
            } else if (format.isCsv()) {
                CsvAnswer.write(asked.rows(), out);
            } else {
                out.print(new TerminalAnswer(asked, surroundings.screen()).text());
            }
        }
        return 0;
    }

    /// What came with imports and is in no period: it cannot be tried, only told.
    private static List<String> notes(Metric counted, Inventory inventory) {
        List<String> notes = new ArrayList<>();
        if (counted == Metric.EVENTS && inventory.duplicates() > 0) {
            notes.add("Imports left out " + Numbers.whole(inventory.duplicates())
                    + " rows that were there already; a tool that counts copies has up to as many events more.");
        }
        if (inventory.refusedRows() > 0) {
            notes.add("Imports refused " + Numbers.whole(inventory.refusedRows())
                    + " rows, which the other tool may count.");
        }
        return notes;
    }

    private Optional<Every> every() {
        return every.flatMap(text -> Options.NONE.with("every", text).read("every", Every::of))
                .map(asked -> {
                    if (asked == Every.HOUR) {
                        throw new BadOption("every", "their numbers are of days or longer; choose day, week or month");
                    }
                    return asked;
                });
    }

    private Options options(Metric counted) {
        Options given = Options.NONE;
        for (String selection : counted.selections()) {
            given = given.with(selection, event.orElse("*"));
        }
        return unit.isPresent() ? given.with("unit", unit.get()) : given;
    }
}
