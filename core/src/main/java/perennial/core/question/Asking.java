package perennial.core.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.customer.Owner;
import perennial.core.history.Group;
import perennial.core.history.Grouping;
import perennial.core.history.History;
import perennial.core.selection.Selection;

/// Puts a question to all shards of a history at once and makes rows of what they counted.
public final class Asking {
    private static final String GROUP = "group";

    private final QuestionKind kind;
    private final Options options;
    /// Whoever is in the segment.
    private final History whole;

    private final History history;
    private final Optional<Segmented> segment;
    private final Question question;

    private Asking(QuestionKind kind, Options options, History all) {
        this.kind = kind;
        this.options = options.orDefaults(kind.options());
        requireKnownOptions();
        History history = this.options
                .read("as-of", text -> Scope.instant(text, all.calendar()))
                .map(all::asOf)
                .orElse(all);
        history = options.read("known-at", text -> Scope.instant(text, all.calendar()))
                .map(history::knownAt)
                .orElse(history);
        whole = history;
        segment = Segmented.of(kind, this.options, history);
        this.history = segment.map(Segmented::history).orElse(history);
        question = kind.reader().apply(this.options, this.history);
        if (question instanceof CustomerQuestion && !kind.namesPeople()) {
            throw new IllegalStateException(
                    "Bug: the rows of " + kind.name() + " are people, and its kind does not say so");
        }
    }

    /// The answer.
    ///
    /// @throws BadOption if a setting cannot be used
    public static Asked ask(QuestionKind kind, Options options, History history) {
        return new Asking(kind, options, history).ask();
    }

    /// The people behind a cell, which is written `period=2026-03-01,reactivated`: what identifies its row, and the
    /// name of the count (without one, the last count of the row).
    ///
    /// @throws BadOption if a setting cannot be used or there is no such cell
    public static People who(QuestionKind kind, Options options, History history, String cell) {
        return new Asking(kind, options, history).who(cell);
    }

    /// How the events it rests on are left of all there are.
    ///
    /// @throws BadOption if a setting cannot be used
    public static Explained explain(QuestionKind kind, Options options, History history) {
        var asking = new Asking(kind, options, history);
        return Explained.of(kind, asking.options, asking.whole, asking.history);
    }

    private void requireKnownOptions() {
        options.given().forEach((name, values) -> {
            Option known = allOptions()
                    .filter(option -> option.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new BadOption(
                            name,
                            kind.name() + " has no such option; it has "
                                    + allOptions().map(Option::name).collect(Collectors.joining(", "))));
            if (values.size() > 1 && !known.isRepeatable()) {
                throw new BadOption(name, "it is given " + values.size() + " times; give it once");
            }
            if (!known.applies(options)) {
                throw new BadOption(
                        name, "it means something only with " + known.onlyWith().orElseThrow() + "; leave it out");
            }
        });
    }

    private Stream<Option> allOptions() {
        return Stream.of(kind.options(), QuestionKind.COMMON).flatMap(List::stream);
    }

    private Asked ask() {
        List<String> notes = unknownNames();
        List<Row> rows = switch (question) {
            case CountQuestion counts -> rows(counts);
            case CustomerQuestion customers -> rows(customers, notes);
        };
        if (history.firstTime().isEmpty()) {
            return answer(List.of("There are no events yet."), rows);
        }
        if (isOutside(rows)) {
            notes.add(extent());
        } else if (isBeforeAll(rows)) {
            notes.add(nothingCounts());
        }
        return answer(notes, rows);
    }

    private Asked answer(List<String> notes, List<Row> rows) {
        return new Asked(
                kind.name(),
                parameters(),
                rules(),
                notes,
                history.calendar().zone(),
                Instant.ofEpochMilli(history.asOf()),
                rows);
    }

    /// Whether a range was given, there is a history, and nothing of it in the range.
    private boolean isOutside(List<Row> rows) {
        return rows.isEmpty()
                && (options.isGiven("from") || options.isGiven("until"))
                && history.firstTime().orElseThrow() < history.asOf();
    }

    private String extent() {
        long last = Math.min(history.lastTime().orElseThrow(), history.asOf());
        return "The events run from " + date(history.firstTime().orElseThrow()) + " to " + date(last) + ".";
    }

    private LocalDate date(long time) {
        return history.calendar().local(time).toLocalDate();
    }

    /// Whether an instant was given before all that counts, which often surprises.
    private boolean isBeforeAll(List<Row> rows) {
        return (options.isGiven("as-of") || options.isGiven("known-at"))
                && rows.stream().allMatch(Asking::isNothing);
    }

    private static boolean isNothing(Row row) {
        List<Cell.Count> counts = row.cells().values().stream()
                .filter(Cell.Count.class::isInstance)
                .map(Cell.Count.class::cast)
                .toList();
        return counts.isEmpty() ? row.state() == State.NOT_YET : counts.stream().allMatch(count -> count.number() == 0);
    }

    private String nothingCounts() {
        String received = options.text("known-at")
                .map(text -> " and was received by " + text)
                .orElse("");
        String first = history.firstTime().stream()
                .mapToObj(time ->
                        "; the first event happened at " + history.calendar().local(time))
                .collect(Collectors.joining());
        return "Nothing counts of what happened before " + history.calendar().local(history.asOf()) + received + first
                + ".";
    }

    private boolean isSplit() {
        return options.text("by").isPresent();
    }

    private List<Row> rows(CountQuestion counts) {
        Counting counted = history.shards().parallelStream()
                .collect(() -> new Counting(counts), (counting, shard) -> counts.count(shard, counting), Counting::add);
        if (!isSplit()) {
            counted.of(Group.NONE);
        }
        return counted.groups().entrySet().stream()
                .flatMap(group -> counts.rows(group.getValue()).stream()
                        .map(row -> isSplit() ? grouped(row, group.getKey()) : row))
                .toList();
    }

    private List<Row> rows(CustomerQuestion customers, List<String> notes) {
        Ranking ranking = history.shards().parallelStream()
                .collect(
                        () -> new Ranking(customers.limit(), isSplit()),
                        (ranked, shard) -> customers.list(shard, ranked),
                        Ranking::add);
        List<Row> rows = ranking.rows();
        if (ranking.named() > rows.size()) {
            notes.add("Shows the first " + rows.size() + " of " + ranking.named() + " customers.");
        }
        return rows;
    }

    private List<String> rules() {
        List<String> rules = new ArrayList<>(question.rules());
        segment.ifPresent(some -> rules.add(some.rule()));
        return rules;
    }

    private List<String> unknownNames() {
        var unknown = UnknownNames.in(List.of(history));
        List<String> notes = new ArrayList<>();
        for (Option option : kind.options()) {
            if (option.values().equals("SELECTION")) {
                notes.addAll(unknown.of(options.readAll(option.name(), Selection::parse)));
            }
        }
        segment.ifPresent(some -> notes.addAll(unknown.of(some.membership())));
        return notes;
    }

    /// The row with the group it is of before all else.
    static Row grouped(Row row, Group group) {
        return row.withFirst(GROUP, group.value().<Cell>map(Cell.Key::new).orElseGet(Cell.NoKey::new));
    }

    private static Group group(Row row) {
        return row.cells().get(GROUP) instanceof Cell.Key(String text) ? new Group(Optional.of(text)) : Group.NONE;
    }

    private People who(String cell) {
        if (!(question instanceof CountQuestion counts)) {
            throw new BadOption("who", "the rows of " + kind.name() + " are the customers themselves; leave it out");
        }
        Asked asked = ask();
        Cellmark wanted = Cellmark.parse(cell);
        Row row = wanted.row(asked.rows());
        String name = wanted.countName(row);
        var count = wanted.count(row, name);
        SortedSet<Owner> owners = history.shards().parallelStream()
                .map(shard -> {
                    var listing = new Listing(group(row), count, shard);
                    counts.count(shard, listing);
                    return listing.people();
                })
                .reduce(new TreeSet<>(), (one, other) -> {
                    var both = new TreeSet<>(one);
                    both.addAll(other);
                    return both;
                });
        return new People(asked, row, name, count.number(), List.copyOf(owners));
    }

    private SequencedMap<Option, List<String>> parameters() {
        SequencedMap<Option, List<String>> all = new LinkedHashMap<>();
        all.put(QuestionKind.UNIT, List.of(kind.unit(options).toString()));
        allOptions()
                .filter(option ->
                        option.applies(options) && !options.texts(option.name()).isEmpty())
                .forEach(option -> all.putIfAbsent(option, options.texts(option.name())));
        segment.ifPresent(some -> all.put(QuestionKind.SEGMENT_AT, List.of(some.at())));
        return all;
    }

    /// What `--by` names: a trait or a property of this history.
    ///
    /// @throws BadOption if there is neither, or both
    public static Grouping grouping(Options options, History history) {
        return history.ofEntries(
                options.text("by").map(name -> grouping(name, history)).orElse(new Grouping.None()));
    }

    private static Grouping grouping(String name, History history) {
        if (name.startsWith("trait:")) {
            return new Grouping.ByTrait(name.substring("trait:".length()));
        }
        if (name.startsWith("property:")) {
            return new Grouping.ByProperty(name.substring("property:".length()));
        }
        boolean isTrait = history.traitNames().contains(name);
        boolean isProperty = history.hasProperty(name);
        if (isTrait && isProperty) {
            throw new BadOption(
                    "by",
                    "there is a trait and a property \"" + name + "\"; say trait:" + name + " or property:" + name);
        }
        if (!isTrait && !isProperty) {
            throw new BadOption(
                    "by",
                    "there is no trait or property \"" + name + "\"; traits: " + listed(history.traitNames())
                            + "; properties: " + listed(history.propertyNames()));
        }
        return isTrait ? new Grouping.ByTrait(name) : new Grouping.ByProperty(name);
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
