package perennial.store.json;

/// A text that is no JSON, with the column of the fault, from 1.
public final class JsonError extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    JsonError(String fault, int column) {
        super("no JSON at column " + column + ": " + fault);
    }
}
