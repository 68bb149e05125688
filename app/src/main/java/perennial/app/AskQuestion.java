package perennial.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `perennial ask QUESTION`: puts one question to a workspace and shows the answer.
@Command(mixinStandardHelpOptions = true, sortOptions = false)
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
        var writer = new AnswerWriter(spec, format, surroundings.screen());
        Options given = writer.given(Stream.of(kind.options(), QuestionKind.COMMON)
                .flatMap(List::stream)
                .toList());
        try (Engine engine = surroundings.open(workspace.directory())) {
            if (who.isPresent()) {
                writer.write(engine.answers().who(kind, given, who.get()));
            } else {
                writer.write(
                        engine.answers().ask(kind, given),
                        engine.isEmpty() ? Optional.of(nothing()) : Optional.empty());
            }
        }
        return 0;
    }

    private String nothing() {
        return surroundings.program().noEvents(workspace.directory());
    }
}
