package perennial.app;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.core.reconcile.Histories;
import perennial.core.reconcile.SetAside;
import perennial.server.live.LiveWorkspace;
import perennial.store.Workspace;
import perennial.store.access.Keys;
import perennial.store.access.People;
import perennial.store.answer.Answers;
import perennial.store.campaign.Campaigns;
import perennial.store.erasure.Erased;
import perennial.store.erasure.Erasure;
import perennial.store.event.Filter;
import perennial.store.event.Filters;
import perennial.store.view.Views;

/// A workspace opened for a command: questions go to its views.
final class Engine implements Histories, AutoCloseable {
    private final Workspace workspace;
    private final Supplier<Keys> keys;
    private final Supplier<People> people;
    private final Supplier<Campaigns> campaigns;
    private final Views views;
    private final Answers answers;
    private final Function<Owner, Erased> erasing;
    private final Runnable closing;

    private Engine(
            Workspace workspace,
            Supplier<Keys> keys,
            Supplier<People> people,
            Supplier<Campaigns> campaigns,
            Views views,
            Function<Owner, Erased> erasing,
            Runnable closing) {
        this.workspace = workspace;
        this.keys = keys;
        this.people = people;
        this.campaigns = campaigns;
        this.views = views;
        this.erasing = erasing;
        this.closing = closing;
        answers = new Answers(workspace, views::history, views::isLive);
    }

    /// One that is given up when it is closed.
    static Engine of(Workspace workspace) {
        var views = new Views(workspace);
        Function<Owner, Erased> erasing = owner -> {
            var erasure = new Erasure(workspace, owner);
            Erasure.Found found = erasure.hide();
            views.close();
            return new Erased(found, erasure.removeBytes(found.ids()));
        };
        return new Engine(
                workspace,
                () -> new Keys(workspace),
                () -> new People(workspace),
                () -> new Campaigns(workspace),
                views,
                erasing,
                () -> {
                    views.close();
                    workspace.close();
                });
    }

    /// One that others use too and go on using; they are told that something may have changed.
    static Engine of(LiveWorkspace live) {
        return new Engine(
                live.workspace(),
                live::keys,
                live::people,
                live::campaigns,
                live.views(),
                live::erase,
                () -> live.histories().changed());
    }

    Workspace workspace() {
        return workspace;
    }

    Answers answers() {
        return answers;
    }

    Keys keys() {
        return keys.get();
    }

    People people() {
        return people.get();
    }

    Campaigns campaigns() {
        return campaigns.get();
    }

    /// Erases somebody for good, see [Erasure].
    Erased erase(Owner owner) {
        return erasing.apply(owner);
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
    public void close() {
        closing.run();
    }
}
