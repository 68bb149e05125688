package perennial.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.store.Workspace;
import perennial.store.answer.Sheet;
import perennial.store.imports.PastImport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `perennial imports`: what was imported when, and what became of the rows.
@Command(
        name = "imports",
        mixinStandardHelpOptions = true,
        header = "List the imports of a workspace.",
        description = "A bad one is taken back with \"${ROOT-COMMAND-NAME} import --undo RUN\".",
        sortOptions = false)
final class ImportsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @ArgGroup
    private WrittenFormat format = new WrittenFormat();

    ImportsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Engine engine = surroundings.open(workspace.directory())) {
            Workspace opened = engine.workspace();
            Sheet<PastImport> sheet = Sheet.of("imports", opened.settings().zone(), PastImport.all(opened))
                    .whole("run", each -> (long) each.run())
                    .time("started", each -> Optional.of(each.started()))
                    .text("source", PastImport::source)
                    .whole("rows", PastImport::rows)
                    .whole("stored", PastImport::stored)
                    .whole("facts", PastImport::facts)
                    .whole("duplicates", PastImport::duplicates)
                    .whole("refused", PastImport::refused)
                    .whole("filtered", PastImport::filtered)
                    .time("undone", PastImport::undone)
                    .texts("files", PastImport::files);
            new SheetWriter(format, surroundings.screen(), spec.commandLine().getOut())
                    .write(sheet, "There were no imports yet.");
        }
        return 0;
    }
}
