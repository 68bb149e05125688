package perennial.app;

import java.util.Optional;

/// What is said of something saved under a name with versions.
final class Saving {
    private Saving() {}

    /// How the sentence begins; what was saved follows.
    ///
    /// @param before the version there was, if any; the same one if nothing changed
    static String words(String name, Optional<Integer> before, int version) {
        return before.filter(number -> number == version).isPresent()
                ? "\"" + name + "\" is that already, as version " + version + ": "
                : "Saved \"" + name + "\" as version " + version + ": ";
    }
}
