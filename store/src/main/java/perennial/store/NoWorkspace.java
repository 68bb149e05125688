package perennial.store;

import java.nio.file.Path;

/// There is no workspace in a directory, or making it was cut off: it is still to be made.
public final class NoWorkspace extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Path directory;

    NoWorkspace(Path directory, String message) {
        super(message);
        this.directory = directory;
    }

    public Path directory() {
        return directory;
    }
}
