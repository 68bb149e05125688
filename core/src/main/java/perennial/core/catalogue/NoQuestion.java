package perennial.core.catalogue;

/// A name that no question has; the message names the nearest.
public final class NoQuestion extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    NoQuestion(String sentence) {
        super(sentence);
    }
}
