package perennial.app;

import java.util.Optional;
import perennial.core.kpi.Kpi;
import perennial.core.kpi.KpiLibrary;
import perennial.core.kpi.SavedKpis.Saved;
import perennial.core.question.BadOption;
import perennial.store.kpi.StoredKpis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `perennial kpi`: saves formulas over the questions under names of their own.
@Command(
        name = "kpi",
        header = "Save figures of your own: formulas over the questions.",
        description = "\"perennial ask kpi NAME\" answers one.",
        footer = "Example: perennial kpi save \"buying share\""
                + " 'active-users(event = \"Order Completed\") / active-users' --unit percent -w shop")
final class KpiCommand extends CommandGroup {
    KpiCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(name = "list", header = "List the saved KPIs.", mixinStandardHelpOptions = true)
    int list(@Mixin WorkspaceOption workspace, @Mixin WrittenFormat format) {
        try (Engine engine = open(workspace.directory())) {
            writer(format).write(engine.answers().savedKpis(), "No KPI is saved yet.");
        }
        return 0;
    }

    @Command(
            name = "save",
            header = "Save a KPI under a name.",
            description = "Under a name that is there already, a new version is saved; questions use the newest.",
            mixinStandardHelpOptions = true)
    int save(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = "NAME", description = "What it is called.") String name,
            @Parameters(paramLabel = "FORMULA", description = "How it is calculated.") String formula,
            @Option(
                            names = "--unit",
                            paramLabel = "UNIT",
                            defaultValue = "number",
                            description = "What its values are: number, percent, money or days. Default: number.")
                    String unit) {
        try (Engine engine = open(workspace.directory())) {
            var stored = new StoredKpis(engine.workspace());
            Kpi kpi = Kpi.parse(formula, unit(unit));
            new KpiLibrary(stored).requireSavable(name, kpi);
            Optional<Integer> before = stored.find(name).map(Saved::version);
            int version = stored.save(name, kpi);
            out().println(Saving.words(name, before, version) + kpi);
        }
        return 0;
    }

    private static Kpi.Unit unit(String name) {
        try {
            return Kpi.Unit.of(name);
        } catch (IllegalArgumentException none) {
            throw new BadOption("unit", String.valueOf(none.getMessage()));
        }
    }

    @Command(name = "show", header = "Show the formula of a KPI.", mixinStandardHelpOptions = true)
    int show(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = "NAME", description = "A saved KPI.") String name) {
        try (Engine engine = open(workspace.directory())) {
            Saved saved = new KpiLibrary(new StoredKpis(engine.workspace())).found(name);
            out().println(saved.kpi() + " (" + saved.kpi().unit() + ", version " + saved.version() + ")");
        }
        return 0;
    }

    @Command(name = "delete", header = "Delete a KPI; its versions stay on record.", mixinStandardHelpOptions = true)
    int delete(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = "NAME", description = "A saved KPI.") String name) {
        try (Engine engine = open(workspace.directory())) {
            var stored = new StoredKpis(engine.workspace());
            new KpiLibrary(stored).requireDeletable(name);
            stored.delete(name);
            out().println("Deleted \"" + name + "\".");
        }
        return 0;
    }
}
