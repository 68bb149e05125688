package perennial.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.core.reconcile.Histories;
import perennial.core.reconcile.SetAside;
import perennial.store.Workspace;
import perennial.store.answer.Answers;
import perennial.store.event.Filter;
import perennial.store.event.Filters;
import perennial.store.view.Views;

/// A workspace opened for asking: questions go to its views.
final class Engine implements Histories, AutoCloseable {
    private final Workspace workspace;
    private final Views views;
    private final Answers answers;

    private Engine(Workspace workspace) {
        this.workspace = workspace;
        views = new Views(workspace);
        answers = new Answers(workspace, views::history, views::isLive);
    }

    static Engine open(Path directory, Clock clock) {
        return new Engine(Workspace.open(directory, clock));
    }

    Workspace workspace() {
        return workspace;
    }

    Answers answers() {
        return answers;
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
    public void close() {
        views.close();
        workspace.close();
    }
}
