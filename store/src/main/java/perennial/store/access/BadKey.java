package perennial.store.access;

/// A key that was asked for in a way that cannot be: nothing was made.
public final class BadKey extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BadKey(String sentence) {
        super(sentence);
    }
}
