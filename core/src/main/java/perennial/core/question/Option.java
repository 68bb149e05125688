package perennial.core.question;

import java.util.Optional;

/// A setting of a question, as the command line, the API and the docs show it.
///
/// @param name without dashes, such as `within`
/// @param values what may be given, such as `DAYS` or `first|first-ever|recurring`; empty for a flag
/// @param byDefault the value if none is given, as text; empty if the option is simply off
/// @param help one sentence
/// @param isRequired whether the question cannot be asked without it
/// @param isRepeatable whether it may be given more than once; the order counts
/// @param onlyWith the setting without which it means nothing, if it depends on one
public record Option(
        String name,
        String values,
        String byDefault,
        String help,
        boolean isRequired,
        boolean isRepeatable,
        Optional<Setting> onlyWith) {
    /// One value of another option.
    public record Setting(String option, String value) {
        /// As the command line writes it.
        @Override
        public String toString() {
            return "--" + option + " " + value;
        }
    }

    /// An option given at most once.
    public Option(String name, String values, String byDefault, String help) {
        this(name, values, byDefault, help, false, false, Optional.empty());
    }

    /// An option that is given or not, without a value.
    public static Option flag(String name, String help) {
        return new Option(name, "", "", help);
    }

    public boolean isFlag() {
        return values.isEmpty();
    }

    /// The same option, without which the question cannot be asked.
    public Option required() {
        return new Option(name, values, byDefault, help + " Required.", true, isRepeatable, onlyWith);
    }

    /// The same option, to be given any number of times.
    public Option repeatable() {
        return new Option(name, values, byDefault, help, isRequired, true, onlyWith);
    }

    /// The same option, which means something only where another has this value; refused elsewhere.
    public Option onlyWith(String option, String value) {
        var setting = new Setting(option, value);
        return new Option(
                name,
                values,
                byDefault,
                help + " Only with " + setting + ".",
                isRequired,
                isRepeatable,
                Optional.of(setting));
    }

    /// Whether it means something with these settings.
    public boolean applies(Options options) {
        return onlyWith.map(with -> options.texts(with.option()).contains(with.value()))
                .orElse(true);
    }
}
