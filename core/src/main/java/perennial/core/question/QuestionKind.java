package perennial.core.question;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import perennial.core.history.History;

/// A question of the catalogue before anybody has asked it.
///
/// @param name as the command line and the API name it, such as `active-users`
/// @param answers what it answers, in one sentence
/// @param usualUnit the unit asked when none is given; it may depend on the other options
/// @param options those of its own, beside those every question has ([#COMMON])
/// @param entries whether what it counts are entries, so that a segment is judged at each entry event unless said
///   otherwise; it may depend on the options
/// @param namesPeople whether its rows are people, each by an id, so that it answers only who may see people
/// @param reader makes a question of options, with their defaults, on a history: names resolved, range settled; throws
///   [BadOption] if a setting cannot be used
public record QuestionKind(
        String name,
        String answers,
        Function<Options, Unit> usualUnit,
        List<Option> options,
        Predicate<Options> entries,
        boolean namesPeople,
        BiFunction<Options, History, Question> reader) {
    /// Whose timelines are asked.
    public static final Option UNIT = new Option(
            "unit", "visitor|user|customer", "", "Whose timelines are asked; the default is the question's.");

    /// Who counts.
    public static final Option SEGMENT = new Option(
            "segment",
            "NAME|EXPRESSION",
            "",
            "Count only who is in a segment: a saved or built-in one by name, or an expression.");

    /// When membership of the segment is judged.
    public static final Option SEGMENT_AT = new Option(
            "segment-at",
            "entry|now|DATE",
            "",
            "Judge membership at each entry event, as of now, or as of a date; the default is the question's.");

    /// The options every question has.
    public static final List<Option> COMMON = List.of(
            new Option("from", "DATE", "", "First local date of the range; by default that of the first event."),
            new Option(
                    "until",
                    "DATE",
                    "",
                    "Local date that ends the range, itself outside; by default after the last event."),
            UNIT,
            SEGMENT,
            SEGMENT_AT,
            new Option(
                    "by",
                    "NAME",
                    "",
                    "Split by a trait or by a property of the entry event; trait:NAME or property:NAME where both exist."),
            new Option(
                    "as-of",
                    "TIME",
                    "",
                    "Judge as of this date or time; by default now, once events come in live, else the end of the day of the"
                            + " newest event."),
            new Option("known-at", "TIME", "", "Count only events received by this date or time."));

    public QuestionKind {
        options = List.copyOf(options);
    }

    /// A question usually asked of one unit.
    public QuestionKind(
            String name,
            String answers,
            Unit usualUnit,
            List<Option> options,
            BiFunction<Options, History, Question> reader) {
        this(name, answers, any -> usualUnit, options, reader);
    }

    /// A question that does not count entries.
    public QuestionKind(
            String name,
            String answers,
            Function<Options, Unit> usualUnit,
            List<Option> options,
            BiFunction<Options, History, Question> reader) {
        this(name, answers, usualUnit, options, any -> false, false, reader);
    }

    /// The same question, which counts entries.
    public QuestionKind ofEntries() {
        return ofEntries(any -> true);
    }

    /// The same question, which counts entries with some options.
    public QuestionKind ofEntries(Predicate<Options> when) {
        return new QuestionKind(name, answers, usualUnit, options, when, namesPeople, reader);
    }

    /// The same question, whose rows are people.
    public QuestionKind namingPeople() {
        return new QuestionKind(name, answers, usualUnit, options, entries, true, reader);
    }

    /// Whether a segment is judged at each entry event unless said otherwise.
    boolean isJudgedAtEntry(Options given) {
        return entries.test(given.orDefaults(options));
    }

    /// Whose timelines are asked: the unit given, else the usual one.
    ///
    /// @throws BadOption if there is no such unit
    public Unit unit(Options given) {
        return given.read(UNIT.name(), Unit::of).orElseGet(() -> usualUnit.apply(given.orDefaults(options)));
    }
}
