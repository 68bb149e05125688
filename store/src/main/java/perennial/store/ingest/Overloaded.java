package perennial.store.ingest;

/// Nothing of a delivery was stored, and nothing is wrong with it: it may be sent again a little later.
public final class Overloaded extends Exception {
    private static final long serialVersionUID = 1;

    Overloaded(String message) {
        super(message);
    }

    Overloaded(String message, Throwable cause) {
        super(message, cause);
    }
}
