package perennial.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.app.show.CsvAnswer;
import perennial.app.show.JsonAnswer;
import perennial.app.show.Numbers;
import perennial.app.show.TerminalAnswer;
import perennial.app.show.Text;
import perennial.core.question.Asked;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.question.People;
import perennial.core.question.QuestionKind;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `perennial ask QUESTION`: puts one question to a workspace and shows the answer.
@Command(mixinStandardHelpOptions = true, sortOptions = false, optionListHeading = "%nOptions:%n")
final class AskQuestion implements Callable<Integer> {
    private final QuestionKind kind;
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @picocli.CommandLine.Option(
            names = "--who",
            paramLabel = "CELL",
            description = "List the people behind one cell instead, such as 'period=2026-03-01,reactivated'.")
    private Optional<String> who = Optional.empty();

    @ArgGroup
    private WrittenFormat format = new WrittenFormat();

    AskQuestion(QuestionKind kind, Surroundings surroundings) {
        this.kind = kind;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Engine engine = Engine.open(workspace.directory(), surroundings.clock())) {
            if (who.isPresent()) {
                show(engine.who(kind, options(), who.get()), out, err);
            } else {
                show(engine.ask(kind, options()), out, err);
            }
        }
        return 0;
    }

    /// Rows alone have no room for notes: these go to standard error.
    private void show(Asked asked, PrintWriter out, PrintWriter err) {
        if (format.isJson()) {
            JsonAnswer.write(asked, out);
        } else if (format.isCsv()) {
            CsvAnswer.write(asked.rows(), out);
            note(asked, err);
        } else {
            out.print(new TerminalAnswer(asked, surroundings.screen()).text());
        }
    }

    /// The ids alone on standard output, one a line, so that they can be piped; what they are on standard error.
    private void show(People people, PrintWriter out, PrintWriter err) {
        if (format.isJson()) {
            JsonAnswer.write(people, out);
        } else if (format.isCsv()) {
            CsvAnswer.write(people, out);
            note(people.asked(), err);
        } else {
            String lives = people.number() == people.owners().size()
                    ? ""
                    : " (the cell counts " + Numbers.whole(people.number()) + ", some of them more than once)";
            err.println(Numbers.whole(people.owners().size()) + " behind \"" + people.count() + "\"" + lives + ":");
            people.owners().forEach(owner -> out.println(Text.oneLine(owner.id())));
            note(people.asked(), err);
        }
    }

    private static void note(Asked asked, PrintWriter err) {
        asked.notes().forEach(note -> err.println(Text.oneLine(note)));
    }

    private Options options() {
        Options given = Options.NONE;
        for (List<Option> some : List.of(kind.options(), QuestionKind.COMMON)) {
            for (Option option : some) {
                for (String value : spec.findOption("--" + option.name()).stringValues()) {
                    given = given.with(option.name(), value);
                }
            }
        }
        return given;
    }
}
