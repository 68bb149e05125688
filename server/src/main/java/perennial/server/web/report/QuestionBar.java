package perennial.server.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.core.history.History;
import perennial.core.question.BadOption;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;

/// The question as a sentence whose words can be changed: who, did what, when, measured how, for whom, split.
///
/// @param first the fields that read as a sentence; `more` those that are seldom changed
/// @param names what may be typed where events are asked for, `traits` where something to split by is
public record QuestionBar(String action, List<Field> first, List<Field> more, List<String> names, List<String> traits) {
    private static final List<String> ORDER = List.of(
            "unit",
            "start",
            "event",
            "feature",
            "step",
            "every",
            "from",
            "until",
            "basis",
            "reading",
            "inactive-after",
            "return",
            "rule",
            "within",
            "segment",
            "by");

    /// The selection of all events, which an empty field means.
    private static final String ANYTHING = "*";

    /// One field.
    ///
    /// @param kind `choice`, `flag`, `date`, `event`, `trait` or `text`
    /// @param values what is given, one text for each input
    /// @param fault what is wrong with it
    public record Field(
            String name,
            String words,
            String kind,
            List<String> values,
            List<Choice> choices,
            String help,
            String hint,
            Optional<String> fault) {
        public boolean isUsed() {
            return values.stream().anyMatch(value -> !value.isEmpty());
        }
    }

    /// One value to choose.
    public record Choice(String value, String words, boolean isChosen) {}

    static QuestionBar of(Inquiry inquiry, History history, List<String> segments, Optional<BadOption> fault) {
        Options settings = inquiry.settings();
        List<Option> options = Stream.of(inquiry.kind().options(), QuestionKind.COMMON)
                .flatMap(List::stream)
                .filter(option -> option.applies(settings))
                .filter(option -> !option.equals(QuestionKind.SEGMENT_AT)
                        || inquiry.given().containsKey("segment"))
                .toList();
        List<Field> first = new ArrayList<>();
        ORDER.forEach(name -> options.stream()
                .filter(option -> option.name().equals(name))
                .forEach(option -> first.add(field(option, inquiry, fault))));
        if (Comparison.isPossible(inquiry) || inquiry.compare().isPresent()) {
            first.add(compare(inquiry, segments, fault));
        }
        List<Field> more = options.stream()
                .filter(option -> !ORDER.contains(option.name()))
                .map(option -> field(option, inquiry, fault))
                .toList();
        List<String> traits = Stream.concat(history.traitNames().stream(), history.propertyNames().stream())
                .distinct()
                .toList();
        return new QuestionBar(
                "/reports/" + inquiry.kind().name(),
                first,
                more,
                history.names().stream().filter(name -> !name.startsWith("$")).toList(),
                traits);
    }

    /// Whether one of the fields seldom changed is: then they are shown.
    public boolean isMoreUsed(Inquiry inquiry) {
        return more.stream().anyMatch(field -> inquiry.given().containsKey(field.name()));
    }

    private static Field field(Option option, Inquiry inquiry, Optional<BadOption> fault) {
        List<String> values = new ArrayList<>(inquiry.settings().texts(option.name()));
        values.remove(ANYTHING);
        if (option.name().equals(QuestionKind.UNIT.name()) && values.isEmpty()) {
            values.add(inquiry.kind().unit(inquiry.options()).toString());
        }
        if (option.isRepeatable()) {
            values.add("");
        }
        String kind = kind(option);
        return new Field(
                option.name(),
                Words.option(option.name()),
                kind,
                values.isEmpty() ? List.of("") : values,
                kind.equals("choice") ? choices(option, values) : List.of(),
                option.help(),
                hint(option),
                fault(option.name(), fault));
    }

    private static Optional<String> fault(String name, Optional<BadOption> fault) {
        return fault.filter(bad -> bad.option().equals(name)).map(BadOption::fault);
    }

    /// What no question knows, as it takes two of them.
    private static Field compare(Inquiry inquiry, List<String> segments, Optional<BadOption> fault) {
        String given = inquiry.compare().orElse("");
        List<Choice> choices = Stream.of(
                        Stream.of(new Choice("", "nothing", given.isEmpty())),
                        Stream.of(Comparison.BEFORE)
                                .filter(_ -> Comparison.hasBefore(inquiry))
                                .map(value ->
                                        new Choice(value, Words.value(Inquiry.COMPARE, value), value.equals(given))),
                        Stream.concat(segments.stream(), inquiry.compare().stream())
                                .filter(name -> !name.equals(Comparison.BEFORE))
                                .distinct()
                                .map(name -> new Choice(name, name, name.equals(given))))
                .flatMap(each -> each)
                .toList();
        return new Field(
                Inquiry.COMPARE,
                Words.option(Inquiry.COMPARE),
                "choice",
                List.of(given),
                choices,
                "Draws the same question about others, or about as many periods before, beside it.",
                "",
                fault(Inquiry.COMPARE, fault));
    }

    private static List<Choice> choices(Option option, List<String> values) {
        return Stream.concat(plain(option), values.stream())
                .distinct()
                .map(value -> new Choice(value, Words.value(option.name(), value), values.contains(value)))
                .toList();
    }

    /// The values that are words, not the pattern of one.
    private static Stream<String> plain(Option option) {
        return Stream.of(option.values().split("\\|")).filter(value -> value.matches("[a-z0-9-]+"));
    }

    private static String kind(Option option) {
        if (option.isFlag()) {
            return "flag";
        }
        if (option.name().equals("by")) {
            return "trait";
        }
        return switch (option.values()) {
            case "DATE" -> "date";
            case "SELECTION" -> "event";
            default -> plain(option).count() > 1 ? "choice" : "text";
        };
    }

    /// What an empty field means.
    private static String hint(Option option) {
        return switch (option.name()) {
            case "segment" -> "everybody";
            case "by" -> "nothing";
            default ->
                option.byDefault().equals(ANYTHING)
                        ? "anything"
                        : option.isRepeatable() ? "then …" : option.isRequired() ? "an event" : "";
        };
    }
}
