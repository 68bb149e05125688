package perennial.core.channel;

/// Rules that cannot be read: the user's fault, said with line and fix.
public final class BadChannels extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BadChannels(int line, String fault) {
        super("Line " + line + ": " + fault);
    }
}
