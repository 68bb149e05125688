package perennial.server.live;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import perennial.core.customer.Owner;
import perennial.store.Workspace;
import perennial.store.access.Keys;
import perennial.store.access.People;
import perennial.store.annotation.Annotations;
import perennial.store.answer.Answers;
import perennial.store.answer.Memory;
import perennial.store.campaign.Campaigns;
import perennial.store.dashboard.Dashboards;
import perennial.store.erasure.Erased;
import perennial.store.erasure.Erasure;
import perennial.store.ingest.Intake;
import perennial.store.query.Queries;
import perennial.store.view.Views;

/// A workspace with all that works on it while the server runs.
public final class LiveWorkspace implements AutoCloseable {
    private final Workspace workspace;
    private final Keys keys;
    private final People people;
    private final Dashboards dashboards;
    private final Annotations annotations;
    private final Campaigns campaigns;
    private final Intake intake;
    private final Queries queries;
    /// Whoever keeps something of people beside the workspace.
    private final List<Runnable> forgetting = new CopyOnWriteArrayList<>();

    private final ReadWriteLock use = new ReentrantReadWriteLock(true);
    private volatile Views views;
    private volatile FreshHistories histories;

    private LiveWorkspace(Workspace workspace) {
        this.workspace = workspace;
        keys = new Keys(workspace);
        people = new People(workspace);
        dashboards = new Dashboards(workspace);
        annotations = new Annotations(workspace);
        campaigns = new Campaigns(workspace);
        views = new Views(workspace);
        histories = new FreshHistories(views, workspace.clock());
        intake = new Intake(workspace);
        intake.onCommit(_ -> histories().changed());
        queries = new Queries(workspace);
    }

    /// Opens the workspace that is there.
    public static LiveWorkspace open(Path directory, Clock clock) {
        return new LiveWorkspace(Workspace.open(directory, clock));
    }

    public Workspace workspace() {
        return workspace;
    }

    public Keys keys() {
        return keys;
    }

    public People people() {
        return people;
    }

    public Dashboards dashboards() {
        return dashboards;
    }

    public Annotations annotations() {
        return annotations;
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    /// Those that are open now; what they hand out is asked within [#use].
    public Views views() {
        return views;
    }

    /// What questions are put to, no older than a moment.
    public FreshHistories histories() {
        return histories;
    }

    public Intake intake() {
        return intake;
    }

    public Queries queries() {
        return queries;
    }

    public Clock clock() {
        return workspace.clock();
    }

    /// What asks the histories, within [#use]. One such answers as of one "now".
    public Answers answers() {
        boolean isLive = views.isLive();
        FreshHistories current = histories;
        Memory memory = current.memory();
        long now = current.now();
        return new Answers(
                workspace, unit -> isLive ? current.of(unit).asOf(now) : current.of(unit), () -> isLive, memory);
    }

    /// Reads the workspace: others do so too, nobody erases meanwhile.
    public <T> T use(Supplier<T> reading) {
        use.readLock().lock();
        try {
            return reading.get();
        } finally {
            use.readLock().unlock();
        }
    }

    /// Tells that something was stored or decided, and has answers count it before it returns: for who has waited for
    /// it.
    public void catchUp() {
        use(() -> {
            histories.changed();
            histories.catchUp();
            return histories;
        });
    }

    /// Has somebody told before people are erased, who then forgets what it keeps of them beside the workspace.
    public void onErasure(Runnable forgets) {
        forgetting.add(forgets);
    }

    /// Erases somebody for good, when all who read are done; who comes meanwhile waits, events to be stored too.
    public Erased erase(Owner owner) {
        use.writeLock().lock();
        try {
            forgetting.forEach(Runnable::run);
            var erasure = new Erasure(workspace, owner);
            Erasure.Found found = erasure.hide();
            queries.forgetCopy();
            histories.close();
            views.close();
            try {
                return new Erased(found, erasure.removeBytes(found.ids()));
            } finally {
                views = new Views(workspace);
                histories = new FreshHistories(views, workspace.clock());
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    /// Stores what was delivered, then gives the workspace up.
    @Override
    public void close() {
        intake.close();
        histories.close();
        views.close();
        workspace.close();
    }
}
