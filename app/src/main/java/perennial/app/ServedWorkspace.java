package perennial.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import perennial.app.control.Served;
import perennial.core.workspace.Settings;
import perennial.server.live.LiveWorkspace;
import perennial.store.StoreFailure;

/// The one workspace that this server has open: its commands share it with those who send events and ask.
record ServedWorkspace(LiveWorkspace live) implements Workspaces {
    @Override
    public Optional<Served> served(Path directory) {
        return Optional.empty();
    }

    @Override
    public boolean areServed() {
        return true;
    }

    @Override
    public Engine open(Path directory) {
        try {
            if (Files.isSameFile(directory, live.workspace().directory())) {
                return Engine.of(live);
            }
        } catch (IOException e) {
            // not there: another one for sure
        }
        throw new StoreFailure(
                "This server serves workspace " + live.workspace().directory() + ", not " + directory);
    }

    @Override
    public Engine create(Path directory, Settings settings) {
        throw StoreFailure.isThere(directory);
    }

    @Override
    public Engine openOrCreate(Path directory, Settings settings) {
        return open(directory);
    }
}
