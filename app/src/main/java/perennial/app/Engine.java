package perennial.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import perennial.core.history.History;
import perennial.core.kpi.KpiAnswer;
import perennial.core.question.Asked;
import perennial.core.question.Asking;
import perennial.core.question.Options;
import perennial.core.question.People;
import perennial.core.question.QuestionKind;
import perennial.core.question.Unit;
import perennial.core.reconcile.Histories;
import perennial.core.reconcile.SetAside;
import perennial.store.Workspace;
import perennial.store.event.Filter;
import perennial.store.event.Filters;
import perennial.store.view.Views;

/// A workspace opened for asking: questions go to its views.
final class Engine implements KpiAnswer.Engine, Histories, AutoCloseable {
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

    /// Whether there is nothing to answer from.
    boolean isEmpty() {
        return history(Unit.VISITOR).firstTime().isEmpty();
    }

    @Override
    public History of(Unit unit, SetAside aside) {
        return views.history(unit, aside);
    }

    @Override
    public List<String> filters() {
        return new Filters(workspace).all().stream().map(Filter::name).toList();
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
