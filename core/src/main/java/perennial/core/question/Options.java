package perennial.core.question;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The settings somebody gave with a question, by option name, as text.
public record Options(Map<String, String> given) {
    public Options {
        given = Map.copyOf(given);
    }

    public Optional<String> text(String option) {
        return Optional.ofNullable(given.get(option));
    }

    /// The setting, read; a fault names the option.
    ///
    /// @throws BadOption naming the option and the fault
    public <T> Optional<T> read(String option, Function<String, T> reader) {
        return text(option).map(text -> {
            try {
                return reader.apply(text);
            } catch (BadOption named) {
                throw named;
            } catch (IllegalArgumentException fault) {
                throw new BadOption(option, String.valueOf(fault.getMessage()));
            }
        });
    }

    /// A whole number of at least `least`.
    ///
    /// @throws BadOption naming the option, the value and the limit
    public Optional<Integer> number(String option, int least) {
        return read(option, text -> {
            try {
                int number = Integer.parseInt(text.strip());
                if (number >= least) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new BadOption(option, "\"" + text + "\" is not a whole number of at least " + least);
        });
    }

    /// A number of days, written `30d` or `30`.
    ///
    /// @throws BadOption naming the option, the value and the limit
    public Optional<Integer> days(String option) {
        return read(
                option,
                text -> new Options(Map.of(option, text.strip().replaceFirst("d$", "")))
                        .number(option, 1)
                        .orElseThrow());
    }
}
