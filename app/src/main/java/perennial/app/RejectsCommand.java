package perennial.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.app.show.Numbers;
import perennial.store.Workspace;
import perennial.store.imports.EventImport;
import perennial.store.imports.Reject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `perennial rejects`: the rows that imports refused, each with place, value, reason and fix.
@Command(
        name = "rejects",
        mixinStandardHelpOptions = true,
        header = "List the rows that imports refused.",
        descriptionHeading = "%n",
        description = "One line for each: file, line, field, value, reason, and what to do.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class RejectsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            required = true,
            description = "The workspace to look into.")
    private Path workspace = Path.of("");

    @Option(names = "--run", paramLabel = "N", description = "Of this import only. Default: of all.")
    private Optional<Integer> run = Optional.empty();

    RejectsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (var opened = Workspace.open(workspace, surroundings.clock())) {
            if (run.isPresent() && !EventImport.isRun(opened, run.get())) {
                throw new ParameterException(
                        spec.commandLine(), "--run: there is no import " + run.get() + " in " + workspace);
            }
            List<Integer> runs = run.map(List::of).orElseGet(() -> EventImport.runsWithRejects(opened));
            long listed = 0;
            for (int each : runs) {
                listed += list(opened, each, out);
            }
            if (listed == 0) {
                out.println(
                        run.map(each -> "Import " + each + " refused no rows.").orElse("No import refused rows."));
            }
        }
        return 0;
    }

    private static long list(Workspace opened, int run, PrintWriter out) {
        List<Reject> rejects = EventImport.rejects(opened, run);
        if (!rejects.isEmpty()) {
            out.println("Import " + run + ", " + Numbers.whole(rejects.size()) + " rows:");
        }
        for (Reject reject : rejects) {
            String field = reject.field().isEmpty() ? "" : " " + reject.field() + "=\"" + reject.value() + "\"";
            out.println(reject.file() + ":" + reject.line() + field + " " + reject.reason() + ": " + reject.message());
        }
        return rejects.size();
    }
}
