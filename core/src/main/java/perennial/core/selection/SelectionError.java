package perennial.core.selection;

/// A selection or condition that could not be read. The message shows the text with a mark under the place; of a
/// long one only what is around it.
public final class SelectionError extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    SelectionError(String text, int at, String expected) {
        super("Expected " + expected + " at position " + (at + 1) + ":\n" + WordReader.marked(text, at));
    }
}
