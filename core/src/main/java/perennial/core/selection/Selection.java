package perennial.core.selection;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which events count: any of its parts.
public record Selection(List<Part> parts) {

    /// Events of one name that fulfil a condition. Without a name: every event caused by the customer.
    public record Part(Optional<String> name, Optional<Condition> condition) {
        @Override
        public String toString() {
            return name.map(Part::quotedName).orElse("*")
                    + condition.map(each -> "[" + each + "]").orElse("");
        }

        private static String quotedName(String name) {
            return name.isBlank()
                            || !name.strip().equals(name)
                            || name.matches(".*[\\[\\]|\"\\\\].*")
                            || name.equals("*")
                    ? "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                    : name;
        }
    }

    private static final Pattern WORD = Pattern.compile("[^\\s,]+");

    /// Every event caused by the customer: what "active" means when nothing else is said.
    public static final Selection ACTIVITY = new Selection(List.of(new Part(Optional.empty(), Optional.empty())));

    public Selection {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A selection needs at least one event name, or * for any activity");
        }
    }

    /// All events with this name.
    public static Selection named(String name) {
        return named(List.of(name));
    }

    /// All events with one of these names.
    public static Selection named(List<String> names) {
        return new Selection(names.stream()
                .map(name -> new Part(Optional.of(name), Optional.empty()))
                .toList());
    }

    /// Reads the text form, such as `Order Completed[value > 50, category = shoes] | Refund Requested`.
    ///
    /// @throws SelectionError pointing at the place
    public static Selection parse(String text) {
        return new SelectionParser(text).selection();
    }

    /// What was probably meant by an event name that reads like a condition: `Visit[plan = a]` for `Visit, plan = a`.
    public static Optional<String> bracketed(String name) {
        Matcher word = WORD.matcher(name);
        while (word.find()) {
            String condition = name.substring(word.start());
            try {
                SelectionParser.condition(condition);
                String before = name.substring(0, word.start()).replaceFirst("[\\s,:]+$", "");
                return Optional.of((before.isBlank() ? "*" : before) + "[" + condition.strip() + "]");
            } catch (SelectionError none) {
                // the condition, if there is one, begins further on
            }
        }
        return Optional.empty();
    }

    /// The text form; reading it back gives an equal selection.
    @Override
    public String toString() {
        return parts.stream().map(Part::toString).collect(Collectors.joining(" | "));
    }
}
