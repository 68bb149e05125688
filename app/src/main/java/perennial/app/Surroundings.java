package perennial.app;

import java.nio.file.Path;
import java.time.Clock;
import perennial.app.show.Program;
import perennial.app.show.Screen;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;

/// What a command may know of the machine it runs on. `showsProgress`: standard error is a terminal, where a line may
/// change while long work goes on. `program`: as whoever runs it calls it. `directory`: where relative names of files
/// begin. `workspaces`: its own, or the server's.
record Surroundings(
        Clock clock, Screen screen, boolean showsProgress, Program program, Path directory, Workspaces workspaces) {
    /// Of a process of its own.
    Surroundings(Clock clock, Screen screen, boolean showsProgress, Program program) {
        this(clock, screen, showsProgress, program, Path.of(""), new OwnWorkspaces(clock));
    }

    Surroundings(Clock clock, Screen screen) {
        this(clock, screen, false, Program.PERENNIAL);
    }

    /// Where a file is that was named on the command line.
    Path file(Path named) {
        return directory.resolve(named);
    }

    /// Opens the workspace that was named on the command line.
    Engine open(Path workspace) {
        return workspaces.open(file(workspace));
    }

    /// Makes it.
    Engine create(Path workspace, Settings settings) {
        return workspaces.create(file(workspace), settings);
    }

    /// Opens it, or makes it with these settings.
    Engine openOrCreate(Path workspace, Settings settings) {
        return workspaces.openOrCreate(file(workspace), settings);
    }

    /// Whether it is there.
    boolean isAt(Path workspace) {
        return Workspace.isAt(file(workspace));
    }
}
