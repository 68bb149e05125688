package perennial.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import perennial.app.control.Served;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;

/// Workspaces that a command has for itself, and gives up when it is done.
record OwnWorkspaces(Clock clock) implements Workspaces {
    @Override
    public Optional<Served> served(Path directory) {
        return Served.at(directory);
    }

    @Override
    public boolean areServed() {
        return false;
    }

    @Override
    public Engine open(Path directory) {
        return Engine.of(Workspace.open(directory, clock));
    }

    @Override
    public Engine create(Path directory, Settings settings) {
        return Engine.of(Workspace.create(directory, settings, clock));
    }

    @Override
    public Engine openOrCreate(Path directory, Settings settings) {
        return Engine.of(Workspace.openOrCreate(directory, settings, clock));
    }
}
