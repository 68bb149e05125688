package perennial.server.api;

/// There is nothing of this name; the message says what there is.
public final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotThere(String sentence) {
        super(sentence, null, false, false); // without a stack trace: it is an answer
    }
}
