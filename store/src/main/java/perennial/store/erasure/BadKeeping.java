package perennial.store.erasure;

/// Events cannot be kept for as long as was asked. The message says what can be.
public final class BadKeeping extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public BadKeeping(String message) {
        super(message);
    }
}
