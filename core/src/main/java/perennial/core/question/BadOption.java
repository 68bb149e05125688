package perennial.core.question;

/// A setting that cannot be used: the user's fault, said with option, value and fix.
public final class BadOption extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public BadOption(String option, String fault) {
        super("--" + option + ": " + fault);
    }
}
