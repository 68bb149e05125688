package perennial.app;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.app.show.Numbers;
import perennial.app.show.RejectList;
import perennial.store.Workspace;
import perennial.store.imports.EventImport;
import perennial.store.imports.PastImport;
import perennial.store.imports.Reject;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `perennial rejects`: the rows that imports refused, each with place, value, reason and fix.
@Command(
        name = "rejects",
        mixinStandardHelpOptions = true,
        header = "List the rows that imports refused.",
        description = "One line for each: file, line, field, value, reason, and what to do.",
        sortOptions = false)
final class RejectsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--run", paramLabel = "N", description = "Of this import only. Default: of all.")
    private Optional<Integer> run = Optional.empty();

    @ArgGroup
    private WrittenFormat format = new WrittenFormat();

    RejectsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Engine engine = surroundings.open(workspace.directory())) {
            Workspace opened = engine.workspace();
            if (run.isPresent() && !EventImport.isRun(opened, run.get())) {
                throw new ParameterException(
                        spec.commandLine(), "--run: there is no import " + run.get() + " in " + workspace.directory());
            }
            var byRun = new LinkedHashMap<Integer, List<Reject>>();
            for (int each : EventImport.runsWithRejects(opened)) {
                if (run.isEmpty() || run.get() == each) {
                    byRun.put(each, EventImport.rejects(opened, each));
                }
            }
            show(new RejectList(byRun), out);
            long erased = refused(opened)
                    - byRun.values().stream().mapToLong(List::size).sum();
            if (erased > 0 && !format.isJson() && !format.isCsv()) {
                out.println(Numbers.whole(erased) + " rows of erased people were refused; nothing of them is kept.");
            }
        }
        return 0;
    }

    /// How many rows the imports say they refused; those of erased people are counted and not listed.
    private long refused(Workspace opened) {
        return PastImport.all(opened).stream()
                .filter(past -> run.isEmpty() || run.get() == past.run())
                .filter(past -> past.undone().isEmpty())
                .mapToLong(PastImport::refused)
                .sum();
    }

    private void show(RejectList rejects, PrintWriter out) {
        if (format.isJson()) {
            rejects.writeJson(out);
        } else if (format.isCsv()) {
            rejects.writeCsv(out);
        } else if (rejects.byRun().isEmpty()) {
            out.println(run.map(each -> "No refused row of import " + each + " is kept.")
                    .orElse("No refused row is kept."));
        } else {
            rejects.print(out);
        }
    }
}
