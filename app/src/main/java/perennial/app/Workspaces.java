package perennial.app;

import java.nio.file.Path;
import java.util.Optional;
import perennial.app.control.Served;
import perennial.core.workspace.Settings;

/// Where commands get their workspace from.
interface Workspaces {
    /// A server that owns it, which is to run the command then.
    Optional<Served> served(Path directory);

    /// Whether they are those of a server, which runs the command.
    boolean areServed();

    /// Opens one that is there.
    Engine open(Path directory);

    /// Makes a new one.
    Engine create(Path directory, Settings settings);

    /// Opens the one that is there, or makes one with these settings.
    Engine openOrCreate(Path directory, Settings settings);
}
