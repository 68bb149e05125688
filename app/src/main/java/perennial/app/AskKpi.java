package perennial.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.core.kpi.KpiAnswer;
import perennial.core.question.Options;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `perennial ask kpi`: answers a KPI of the workspace's own, or a formula.
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = "Example: perennial ask kpi 'active-users(event = \"Order Completed\") / active-users' -w shop")
final class AskKpi implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "NAME|FORMULA", description = "A saved KPI, or a formula.")
    private String kpi = "";

    @Option(
            names = "--who",
            paramLabel = "CELL",
            description = "List the people behind one side of a quotient, such as 'period=2026-03-01,numerator'.")
    private Optional<String> who = Optional.empty();

    @ArgGroup
    private WrittenFormat format = new WrittenFormat();

    AskKpi(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Engine engine = surroundings.open(workspace.directory())) {
            var writer = new AnswerWriter(spec, format, surroundings.screen());
            Options given = writer.given(KpiAnswer.OPTIONS);
            if (who.isPresent()) {
                writer.write(engine.answers().whoOfKpi(kpi, given, who.get()));
            } else {
                writer.write(
                        engine.answers().kpi(kpi, given),
                        engine.isEmpty()
                                ? Optional.of(surroundings.program().noEvents(workspace.directory()))
                                : Optional.empty());
            }
        }
        return 0;
    }
}
