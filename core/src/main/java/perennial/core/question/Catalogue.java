package perennial.core.question;

import java.util.List;

/// Every question there is.
public final class Catalogue {
    /// The options every question has.
    public static final List<Option> COMMON = List.of(
            new Option("from", "DATE", "", "First local date of the range; by default that of the first event."),
            new Option(
                    "until",
                    "DATE",
                    "",
                    "Local date that ends the range, itself outside; by default after the last event."),
            new Option(
                    "unit", "visitor|user|customer", "", "Whose timelines are asked; the default is the question's."),
            new Option(
                    "by",
                    "NAME",
                    "",
                    "Split by a trait or by a property of the entry event; trait:NAME or property:NAME where both exist."),
            new Option(
                    "as-of",
                    "TIME",
                    "",
                    "Judge as of this date or time; by default the end of the day of the newest event."),
            new Option("known-at", "TIME", "", "Count only events received by this date or time."));

    private static final List<QuestionKind> ALL = List.of();

    private Catalogue() {}

    public static List<QuestionKind> all() {
        return ALL;
    }

    /// The question with this name.
    ///
    /// @throws IllegalArgumentException naming all questions, if there is none
    public static QuestionKind named(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no question \"" + name + "\"; choose one of "
                        + String.join(", ", ALL.stream().map(QuestionKind::name).toList())));
    }
}
