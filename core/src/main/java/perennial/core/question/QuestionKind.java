package perennial.core.question;

import java.util.List;
import perennial.core.history.History;

/// A question of the catalogue before anybody has asked it: its name, its own options, and how to make it ready.
public interface QuestionKind {
    /// The options every question has.
    List<Option> COMMON = List.of(
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

    /// As the command line and the API name it, such as `active-users`.
    String name();

    /// What it answers, in one sentence.
    String answers();

    /// The unit asked when none is given; it may depend on the other options.
    Unit unit(Options options);

    /// The options of its own, beside those every question has ([#COMMON]).
    List<Option> options();

    /// The question of these options on this history: names resolved, range settled.
    ///
    /// @throws BadOption if a setting cannot be used
    Question resolve(Options options, History history);
}
