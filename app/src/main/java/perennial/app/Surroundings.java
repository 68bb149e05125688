package perennial.app;

import java.time.Clock;
import perennial.app.show.Screen;

/// What a command may know of the machine it runs on.
record Surroundings(Clock clock, Screen screen) {}
