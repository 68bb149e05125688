package perennial.app;

import java.nio.file.Path;
import java.time.Clock;
import perennial.core.history.History;
import perennial.core.kpi.KpiAnswer;
import perennial.core.question.Asked;
import perennial.core.question.Asking;
import perennial.core.question.Options;
import perennial.core.question.People;
import perennial.core.question.QuestionKind;
import perennial.core.question.Unit;
import perennial.store.Workspace;
import perennial.store.event.Filters;
import perennial.store.view.Views;

/// A workspace opened for asking: questions go to its views.
final class Engine implements KpiAnswer.Engine, AutoCloseable {
    private final Workspace workspace;
    private final Views views;

    private Engine(Workspace workspace) {
        this.workspace = workspace;
        views = new Views(workspace);
    }

    static Engine open(Path directory, Clock clock) {
        return new Engine(Workspace.open(directory, clock));
    }

    Workspace workspace() {
        return workspace;
    }

    History history(Unit unit) {
        return views.history(unit);
    }

    @Override
    public Asked ask(QuestionKind kind, Options options) {
        return Asking.ask(kind, options, history(kind.unit(options))).withRules(new Filters(workspace).rules());
    }

    @Override
    public People who(QuestionKind kind, Options options, String cell) {
        return Asking.who(kind, options, history(kind.unit(options)), cell);
    }

    @Override
    public void close() {
        views.close();
        workspace.close();
    }
}
