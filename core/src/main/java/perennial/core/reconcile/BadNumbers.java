package perennial.core.reconcile;

/// Numbers of another tool that cannot be held beside ours. The message says why and what to do.
public final class BadNumbers extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public BadNumbers(String message) {
        super(message);
    }
}
