package perennial.server.web.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.core.calendar.Every;
import perennial.core.history.History;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;

/// A question as a page asks it: what the address says, less what is empty or means nothing, and where it names no
/// range, the last periods that fit on a screen.
///
/// @param given the settings of the question by name
/// @param cell behind which the people are asked for
/// @param compare with what the answer is compared: a segment, or the periods before ([Comparison#BEFORE])
public record Inquiry(
        QuestionKind kind, SequencedMap<String, List<String>> given, Optional<String> cell, Optional<String> compare) {
    static final String COMPARE = "compare";

    private static final String FROM = "from";
    private static final String EVERY = "every";
    private static final String WHO = "who";

    /// What an address says beside the question.
    private static final Set<String> OF_PAGES = Set.of(WHO, "format", ExplainView.ASKED, COMPARE);

    /// Questions whose rows are no periods: their range is all there is, or their own.
    private static final List<String> WITHOUT_RANGE = List.of("frequency");

    /// What the parameters of an address ask.
    public static Inquiry of(QuestionKind kind, Map<String, List<String>> parameters) {
        SequencedMap<String, List<String>> given = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            List<String> filled =
                    values.stream().filter(value -> !value.isBlank()).toList();
            if (!filled.isEmpty() && !OF_PAGES.contains(name)) {
                given.put(name, filled);
            }
        });
        var all = new Inquiry(kind, given, first(parameters, WHO), first(parameters, COMPARE));
        given.keySet()
                .removeIf(name -> kind.options().stream()
                        .anyMatch(option -> option.name().equals(name) && !option.applies(all.settings())));
        return all;
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /// The same, with a beginning if it has none and shows periods.
    public Inquiry recent(History history) {
        if (given.containsKey(FROM) || WITHOUT_RANGE.contains(kind.name())) {
            return this;
        }
        return every().filter(every -> every != Every.YEAR)
                .map(every -> last(usual(every), history))
                .orElse(this);
    }

    /// The same about the last periods, the running one included; fewer where the history is shorter.
    public Inquiry last(int periods, History history) {
        return every().flatMap(every -> first(every, periods, history))
                .map(first -> with(FROM, first.toString()))
                .orElse(this);
    }

    private static Optional<LocalDate> first(Every every, int periods, History history) {
        if (history.firstTime().isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime last = history.calendar().local(history.asOf() - 1);
        LocalDateTime first = every.plus(every.floor(last, history.calendar().weekStart()), 1 - periods);
        LocalDateTime begin = history.calendar().local(history.firstTime().getAsLong());
        return Optional.of((first.isBefore(begin) ? begin : first).toLocalDate());
    }

    private static int usual(Every every) {
        return switch (every) {
            case HOUR -> 48;
            case DAY -> 31;
            case WEEK, MONTH -> 13;
            case QUARTER -> 9;
            case YEAR -> 1;
        };
    }

    /// How long a period is; empty where the question has no periods, or none of this name.
    public Optional<Every> every() {
        return settings()
                .text(EVERY)
                .flatMap(name -> Arrays.stream(Every.values())
                        .filter(every -> every.toString().equals(name))
                        .findFirst());
    }

    public Options options() {
        Options options = Options.NONE;
        for (var each : given.entrySet()) {
            for (String value : each.getValue()) {
                options = options.with(each.getKey(), value);
            }
        }
        return options;
    }

    /// With the defaults of the question.
    Options settings() {
        return options().orDefaults(kind.options());
    }

    /// The first setting without which the question cannot be asked.
    Optional<Option> missing() {
        return kind.options().stream()
                .filter(option -> option.isRequired() && !given.containsKey(option.name()))
                .findFirst();
    }

    public Inquiry with(String name, String value) {
        SequencedMap<String, List<String>> more = new LinkedHashMap<>(given);
        more.put(name, List.of(value));
        return new Inquiry(kind, more, cell, compare);
    }

    /// The same without some settings.
    public Inquiry without(Collection<String> names) {
        SequencedMap<String, List<String>> fewer = new LinkedHashMap<>(given);
        fewer.keySet().removeAll(names);
        return new Inquiry(kind, fewer, cell, compare);
    }

    Inquiry at(String otherCell) {
        return new Inquiry(kind, given, Optional.of(otherCell), compare);
    }

    public Inquiry withoutCell() {
        return new Inquiry(kind, given, Optional.empty(), compare);
    }

    /// The same without anything beside it.
    Inquiry alone() {
        return new Inquiry(kind, given, Optional.empty(), Optional.empty());
    }

    /// What it asks, beside its name, in words: of whom, who did what, in which periods, for whom.
    public String inWords() {
        Options settings = settings();
        List<String> words = new ArrayList<>();
        words.add(capital(
                Words.value(QuestionKind.UNIT.name(), kind.unit(options()).toString())));
        Stream.concat(kind.options().stream(), QuestionKind.COMMON.stream())
                .filter(option -> !option.equals(QuestionKind.UNIT) && option.applies(settings))
                .filter(option ->
                        given.containsKey(option.name()) || option.name().equals(EVERY))
                .filter(option -> !option.isFlag()
                        || !settings.text(option.name()).map(String::strip).equals(Optional.of("false")))
                .map(option -> inWords(option, settings))
                .forEach(words::add);
        compare.map(with -> Words.option(COMPARE) + " " + Words.value(COMPARE, with))
                .ifPresent(words::add);
        return String.join(", ", words);
    }

    private static String inWords(Option option, Options settings) {
        return option.isFlag()
                ? Words.option(option.name())
                : Words.option(option.name()) + " "
                        + settings.texts(option.name()).stream()
                                .map(value -> Words.value(option.name(), value))
                                .collect(Collectors.joining(", then "));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// The people it counts, in a sentence: `users`.
    String people() {
        return kind.unit(options()) + "s";
    }

    /// The address of its page.
    public String address() {
        return address(List.of());
    }

    /// Where it is put on a dashboard.
    String pin() {
        return "/dashboards/pin?" + pair("report", address());
    }

    /// The address of its answer in a format that programs read.
    String export(String format) {
        return address(List.of("format=" + format));
    }

    /// The address of its page with the sum of the events it rests on.
    String explained() {
        return address(List.of(pair(ExplainView.ASKED, "true")));
    }

    private String address(List<String> more) {
        List<String> pairs = new ArrayList<>();
        given.forEach((name, values) -> values.forEach(value -> pairs.add(pair(name, value))));
        compare.ifPresent(text -> pairs.add(pair(COMPARE, text)));
        cell.ifPresent(text -> pairs.add(pair(WHO, text)));
        String query = Stream.concat(pairs.stream(), more.stream()).collect(Collectors.joining("&"));
        return "/reports/" + kind.name() + (query.isEmpty() ? "" : "?" + query);
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
