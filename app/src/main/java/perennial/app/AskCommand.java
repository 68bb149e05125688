package perennial.app;

import java.util.List;
import java.util.Optional;
import perennial.core.catalogue.Catalogue;
import perennial.core.kpi.KpiAnswer;
import perennial.core.question.Option;
import perennial.core.question.QuestionKind;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// `perennial ask`: one subcommand per question of the catalogue, with the question's own options, so that a new
/// question is there by itself.
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        header = "Answer a question about the customers of a workspace.",
        synopsisSubcommandLabel = "QUESTION",
        description =
                "Every answer prints the rules it used. \"${ROOT-COMMAND-NAME} ask QUESTION --help\" lists a question's options."
                        + " A SELECTION of events is a name such as Visit, a name with a condition such as"
                        + " \"Order Completed[value > 50]\", several of them joined by |, or * for any activity.",
        commandListHeading = "%nQuestions:%n",
        footer = {
            "Example: ${ROOT-COMMAND-NAME} ask retention --workspace demo --every month --from 2026-01-01",
        })
final class AskCommand implements Runnable {
    private static final String KPI = "kpi";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private AskCommand() {}

    /// The command with the questions that these arguments may mean: to describe all of them to the parser takes a
    /// noticeable part of a start.
    static CommandLine line(Surroundings surroundings, List<String> arguments) {
        var ask = new CommandLine(new AskCommand());
        if (arguments.contains("ask") && arguments.contains(KPI)) {
            ask.addSubcommand(kpi(surroundings));
        } else if (arguments.contains("ask")) {
            List<QuestionKind> named = Catalogue.all().stream()
                    .filter(kind -> arguments.contains(kind.name()))
                    .toList();
            (named.isEmpty() ? Catalogue.all() : named)
                    .forEach(kind -> ask.addSubcommand(question(kind, surroundings)));
            if (named.isEmpty()) {
                ask.addSubcommand(kpi(surroundings));
            }
        }
        return ask;
    }

    private static CommandLine kpi(Surroundings surroundings) {
        var line = new CommandLine(new AskKpi(surroundings));
        line.getCommandSpec()
                .name(KPI)
                .usageMessage()
                .header("A figure of your own.")
                .abbreviateSynopsis(true);
        add(KpiAnswer.OPTIONS, line.getCommandSpec());
        return line;
    }

    static CommandLine question(QuestionKind kind, Surroundings surroundings) {
        var line = new CommandLine(new AskQuestion(kind, surroundings));
        CommandSpec spec = line.getCommandSpec().name(kind.name());
        spec.usageMessage().header(escaped(kind.answers())).abbreviateSynopsis(true);
        add(kind.options(), spec);
        add(QuestionKind.COMMON, spec);
        return line;
    }

    private static void add(List<Option> options, CommandSpec spec) {
        for (Option option : options) {
            String byDefault = option.byDefault().isEmpty() ? "" : " Default: " + option.byDefault() + ".";
            String often = option.isRepeatable() ? " May be given more than once." : "";
            spec.addOption(OptionSpec.builder("--" + option.name())
                    .type(option.isFlag() ? boolean.class : option.isRepeatable() ? String[].class : String.class)
                    .paramLabel(option.values())
                    .description(escaped(option.help() + often + byDefault))
                    .build());
        }
    }

    /// What is wrong if the fault is the name of a question there is not.
    static Optional<String> noQuestion(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched
                && fault.getCommandLine().getCommand() instanceof AskCommand
                && !unmatched.getUnmatched().getFirst().startsWith("-")) {
            try {
                Catalogue.named(unmatched.getUnmatched().getFirst());
            } catch (IllegalArgumentException none) {
                return Optional.of(none.getMessage() + ", and " + KPI + " for figures of your own");
            }
        }
        return Optional.empty();
    }

    /// Help texts are format strings to the parser.
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    /// Without a question: which there are.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut(), Help.Ansi.OFF);
    }
}
