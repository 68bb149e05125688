package perennial.core.question;

/// A setting of a question, as the command line, the API and the docs show it.
///
/// @param name without dashes, such as `within`
/// @param values what may be given, such as `DAYS` or `first|first-ever|recurring`; empty for a flag
/// @param byDefault the value if none is given, as text; empty if the option is simply off
/// @param help one sentence
/// @param isRepeatable whether it may be given more than once; the order counts
public record Option(String name, String values, String byDefault, String help, boolean isRepeatable) {
    /// An option given at most once.
    public Option(String name, String values, String byDefault, String help) {
        this(name, values, byDefault, help, false);
    }

    /// An option that is given or not, without a value.
    public static Option flag(String name, String help) {
        return new Option(name, "", "", help);
    }

    public boolean isFlag() {
        return values.isEmpty();
    }

    /// The same option, to be given any number of times.
    public Option repeatable() {
        return new Option(name, values, byDefault, help, true);
    }
}
