package perennial.core.event;

/// An event name cannot be changed as asked. The message says why, and what to do.
public final class BadName extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public BadName(String message) {
        super(message);
    }
}
