package perennial.server.live;

import java.nio.file.Path;
import java.time.Clock;
import perennial.store.Workspace;
import perennial.store.access.Keys;
import perennial.store.ingest.Intake;
import perennial.store.view.Views;

/// A workspace with all that works on it while the server runs.
public final class LiveWorkspace implements AutoCloseable {
    private final Workspace workspace;
    private final Keys keys;
    private final Views views;
    private final FreshHistories histories;
    private final Intake intake;

    private LiveWorkspace(Workspace workspace) {
        this.workspace = workspace;
        keys = new Keys(workspace);
        views = new Views(workspace);
        histories = new FreshHistories(views, workspace.clock());
        intake = new Intake(workspace, histories::changed);
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

    public Clock clock() {
        return workspace.clock();
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
