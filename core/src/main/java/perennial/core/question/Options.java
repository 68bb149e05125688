package perennial.core.question;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The settings of a question, by option name, as text: those somebody gave, and the defaults of the others.
///
/// @param given each with its values in the order they were given; one, unless the option is repeatable
/// @param defaults what holds where nothing is given
public record Options(Map<String, List<String>> given, Map<String, String> defaults) {
    /// More than two centuries; beyond that the calendar, not the question, would be the limit.
    private static final int MOST_DAYS = 100_000;

    private static final Pattern DAYS = Pattern.compile("(\\d{1,9})d?");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})([smhd])");

    /// Nothing given.
    public static final Options NONE = new Options(Map.of(), Map.of());

    public Options {
        Map<String, List<String>> copy = new HashMap<>();
        given.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        given = Map.copyOf(copy);
        defaults = Map.copyOf(defaults);
    }

    /// One value for each of these.
    public static Options of(Map<String, String> given) {
        Options options = NONE;
        for (Map.Entry<String, String> each : given.entrySet()) {
            options = options.with(each.getKey(), each.getValue());
        }
        return options;
    }

    /// These and one value more.
    public Options with(String option, String value) {
        Map<String, List<String>> more = new HashMap<>(given);
        List<String> values = new ArrayList<>(given.getOrDefault(option, List.of()));
        values.add(value);
        more.put(option, values);
        return new Options(more, defaults);
    }

    /// The same, with the defaults of a question's options.
    public Options orDefaults(List<Option> options) {
        Map<String, String> all = new HashMap<>(defaults);
        options.stream()
                .filter(option -> !option.byDefault().isEmpty())
                .forEach(option -> all.put(option.name(), option.byDefault()));
        return new Options(given, all);
    }

    /// Whether somebody gave it, rather than the question's default.
    public boolean isGiven(String option) {
        return given.containsKey(option);
    }

    /// All values of an option in their order; none if it is off.
    public List<String> texts(String option) {
        return given.getOrDefault(
                option, Optional.ofNullable(defaults.get(option)).stream().toList());
    }

    /// The value of an option; none if it is off, never none if it has a default.
    public Optional<String> text(String option) {
        return texts(option).stream().findFirst();
    }

    /// Whether a flag is given: it is then `true`.
    ///
    /// @throws BadOption if it has another value
    public boolean isOn(String flag) {
        return read(flag, Options::truth).orElse(false);
    }

    private static boolean truth(String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("\"" + text + "\" is neither true nor false");
        };
    }

    /// The setting, read; a fault names the option.
    ///
    /// @throws BadOption naming the option and the fault
    public <T> Optional<T> read(String option, Function<String, T> reader) {
        return readAll(option, reader).stream().findFirst();
    }

    /// All values of a repeatable option, read; a fault names the option.
    ///
    /// @throws BadOption naming the option and the fault
    public <T> List<T> readAll(String option, Function<String, T> reader) {
        List<T> all = new ArrayList<>();
        for (String text : texts(option)) {
            try {
                all.add(reader.apply(text));
            } catch (BadOption named) {
                throw named;
            } catch (IllegalArgumentException fault) {
                throw new BadOption(option, String.valueOf(fault.getMessage()));
            }
        }
        return all;
    }

    /// A whole number of at least `least`.
    ///
    /// @throws BadOption naming the option, the value and the limit
    public Optional<Integer> number(String option, int least) {
        return read(option, text -> whole(text, least));
    }

    /// A number of days, written `30d` or `30`.
    ///
    /// @throws BadOption naming the option, the value and the limits
    public Optional<Integer> days(String option) {
        return read(option, Options::wholeDays);
    }

    private static int wholeDays(String text) {
        Matcher parts = DAYS.matcher(text.strip());
        int days = parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no number of days from 1 to " + MOST_DAYS + "; write one such as 30d");
        }
        return days;
    }

    /// An exact span of time, written as a whole number with its unit: `90s`, `30m`, `4h`, `7d` (7 times 24 hours).
    ///
    /// @throws IllegalArgumentException if it is none, or not longer than nothing
    public static Duration duration(String text) {
        Matcher parts = DURATION.matcher(text.strip());
        if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no span of time; write one such as 90s, 30m, 4h or 7d");
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static int whole(String text, int least) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("\"" + text + "\" is not a whole number of at least " + least);
    }
}
