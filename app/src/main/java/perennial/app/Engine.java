package perennial.app;

import java.util.List;
import java.util.function.Supplier;
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
import perennial.server.live.LiveWorkspace;
import perennial.store.Workspace;
import perennial.store.access.Keys;
import perennial.store.event.Filter;
import perennial.store.event.Filters;
import perennial.store.view.Views;

/// A workspace opened for a command: questions go to its views.
final class Engine implements KpiAnswer.Engine, Histories, AutoCloseable {
    private final Workspace workspace;
    private final Supplier<Keys> keys;
    private final Views views;
    private final Runnable closing;

    private Engine(Workspace workspace, Supplier<Keys> keys, Views views, Runnable closing) {
        this.workspace = workspace;
        this.keys = keys;
        this.views = views;
        this.closing = closing;
    }

    /// One that is given up when it is closed.
    static Engine of(Workspace workspace) {
        var views = new Views(workspace);
        return new Engine(workspace, () -> new Keys(workspace), views, () -> {
            views.close();
            workspace.close();
        });
    }

    /// One that others use too and go on using; they are told that something may have changed.
    static Engine of(LiveWorkspace live) {
        return new Engine(live.workspace(), live::keys, live.views(), live.histories()::changed);
    }

    Workspace workspace() {
        return workspace;
    }

    Keys keys() {
        return keys.get();
    }

    /// Makes ready what is asked most.
    void prepare() {
        views.prepare();
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
        closing.run();
    }
}
