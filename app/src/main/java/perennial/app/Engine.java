package perennial.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import perennial.core.history.History;
import perennial.core.question.Asked;
import perennial.core.question.Asking;
import perennial.core.question.Options;
import perennial.core.question.People;
import perennial.core.question.QuestionKind;
import perennial.core.question.Unit;
import perennial.store.Workspace;

/// Puts questions to the workspace in a folder.
record Engine(Path folder, Clock clock) {

    Asked ask(QuestionKind kind, Options options) {
        return with(unit(kind, options), history -> Asking.ask(kind, options, history));
    }

    People who(QuestionKind kind, Options options, String cell) {
        return with(unit(kind, options), history -> Asking.who(kind, options, history, cell));
    }

    private static Unit unit(QuestionKind kind, Options options) {
        return options.read("unit", Unit::of).orElseGet(() -> kind.unit(options));
    }

    private <T> T with(Unit unit, Function<History, T> use) {
        try (Workspace workspace = Workspace.open(folder, clock)) {
            return use.apply(history(workspace, unit));
        }
    }

    private static History history(Workspace workspace, Unit unit) {
        throw new UnsupportedOperationException("The views of " + workspace.directory() + " by " + unit);
    }
}
