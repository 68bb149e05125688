package perennial.server.access;

/// Why a request is not answered; the message says what would be.
public final class NoAccess extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isKnown;

    public NoAccess(boolean isKnown, String sentence) {
        super(sentence, null, false, false); // without a stack trace: it is an answer
        this.isKnown = isKnown;
    }

    /// Whether it is known who asks, by a key or a session that holds, though not for this.
    public boolean isKnown() {
        return isKnown;
    }

    /// What to do.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
