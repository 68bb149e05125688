package perennial.app;

import java.time.Clock;
import perennial.app.show.Program;
import perennial.app.show.Screen;

/// What a command may know of the machine it runs on. `showsProgress`: standard error is a terminal, where a line may
/// change while long work goes on. `program`: as whoever runs it calls it.
record Surroundings(Clock clock, Screen screen, boolean showsProgress, Program program) {
    Surroundings(Clock clock, Screen screen) {
        this(clock, screen, false, Program.PERENNIAL);
    }
}
