package perennial.app;

import java.time.Clock;
import perennial.app.show.Screen;

/// What a command may know of the machine it runs on. `showsProgress`: standard error is a terminal, where a line may
/// change while long work goes on.
record Surroundings(Clock clock, Screen screen, boolean showsProgress) {
    Surroundings(Clock clock, Screen screen) {
        this(clock, screen, false);
    }
}
