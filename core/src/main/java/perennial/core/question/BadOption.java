package perennial.core.question;

/// A setting that cannot be used: the user's fault, said with option, value and fix.
public final class BadOption extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String option;
    private final String fault;

    public BadOption(String option, String fault) {
        super("--" + option + ": " + fault);
        this.option = option;
        this.fault = fault;
    }

    /// The setting, without dashes.
    public String option() {
        return option;
    }

    /// What is wrong with it and what to do.
    public String fault() {
        return fault;
    }
}
