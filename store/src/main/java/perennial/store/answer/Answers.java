package perennial.store.answer;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.answer.State;
import perennial.core.history.History;
import perennial.core.history.Membership;
import perennial.core.kpi.KpiAnswer;
import perennial.core.kpi.KpiLibrary;
import perennial.core.kpi.SavedKpis.Saved;
import perennial.core.question.Asked;
import perennial.core.question.Asking;
import perennial.core.question.BadOption;
import perennial.core.question.Options;
import perennial.core.question.People;
import perennial.core.question.QuestionKind;
import perennial.core.question.Unit;
import perennial.core.segment.BuiltIn;
import perennial.core.segment.Roster;
import perennial.core.segment.Segment;
import perennial.core.segment.SegmentLibrary;
import perennial.core.winback.CancelReasons;
import perennial.store.Workspace;
import perennial.store.event.Filters;
import perennial.store.kpi.StoredKpis;
import perennial.store.segment.StoredSegments;

/// Answers what is asked of a workspace, by its histories.
public final class Answers implements KpiAnswer.Engine {
    private static final String AS_OF = "as-of";

    /// So many take as much room as a row.
    private static final int OWNERS_A_ROW = 10;

    /// A member takes a bit.
    private static final int MEMBERS_A_ROW = 8_000;

    private final Workspace workspace;
    private final Function<Unit, History> histories;
    private final BooleanSupplier isLive;
    private final Memory memory;
    private Optional<Long> savedSegments = Optional.empty();
    private Optional<List<String>> filterRules = Optional.empty();

    /// @param histories what questions are put to
    /// @param isLive whether events come in live, so that answers are as of now
    public Answers(Workspace workspace, Function<Unit, History> histories, BooleanSupplier isLive) {
        this(workspace, histories, isLive, Memory.none());
    }

    /// @param memory of what was asked of these histories before, which do not change as long as it is used
    public Answers(Workspace workspace, Function<Unit, History> histories, BooleanSupplier isLive, Memory memory) {
        this.workspace = workspace;
        this.histories = histories;
        this.isLive = isLive;
        this.memory = memory;
    }

    /// All that an answer depends on beside the state of the histories: what is asked of whom, as of when, by how many
    /// versions of saved segments.
    private record Question(String of, Object asked, Unit unit, long asOf, long segments) {}

    private Question question(String of, Object asked, Unit unit) {
        return new Question(of, asked, unit, history(unit).asOf(), savedSegments());
    }

    /// Counted once for all that is asked here, as are [#filterRules]: a page asks some twenty questions.
    private synchronized long savedSegments() {
        if (savedSegments.isEmpty()) {
            savedSegments = Optional.of(new StoredSegments(workspace).saved());
        }
        return savedSegments.get();
    }

    private synchronized List<String> filterRules() {
        if (filterRules.isEmpty()) {
            filterRules = Optional.of(new Filters(workspace).rules());
        }
        return filterRules.get();
    }

    /// Some may have been saved or deleted here.
    private synchronized void countSegmentsAnew() {
        savedSegments = Optional.empty();
    }

    public History history(Unit unit) {
        return histories.apply(unit);
    }

    @Override
    public Asked ask(QuestionKind kind, Options options) {
        Unit unit = kind.unit(options);
        return memory.of(
                        question(kind.name(), options, unit),
                        Asked.class,
                        asked -> asked.rows().size(),
                        () -> Asking.ask(kind, options, history(unit)))
                .withRules(rules(options));
    }

    /// Whether the answer may name people: its rows are people, or groups by what tells who is who, or reasons in words
    /// that people wrote.
    public boolean namesPeople(QuestionKind kind, Options options) {
        Unit unit = kind.unit(options);
        return kind.namesPeople()
                || isSplitByPeople(options, unit)
                || kind.equals(CancelReasons.KIND) && history(unit).isFreeText(CancelReasons.REASON);
    }

    /// The same of a KPI, whose terms may each ask another unit.
    public boolean namesPeople(Options options) {
        return Stream.of(Unit.values()).anyMatch(unit -> isSplitByPeople(options, unit));
    }

    private boolean isSplitByPeople(Options options, Unit unit) {
        History history = history(unit);
        return options.text("by")
                .filter(by -> isReason(by, history) ? history.isFreeText(CancelReasons.REASON) : tellsWho(by, unit))
                .isPresent();
    }

    /// To find it out may take a look at all events.
    private boolean tellsWho(String by, Unit unit) {
        return memory.of(
                question("tells who", by, unit),
                Boolean.class,
                _ -> 0,
                () -> history(unit).tellsWho(by));
    }

    /// Few people may each have a reason of their own: what a list offers names nobody.
    private static boolean isReason(String by, History history) {
        return by.equals("property:" + CancelReasons.REASON)
                || by.equals(CancelReasons.REASON) && !history.traitNames().contains(CancelReasons.REASON);
    }

    @Override
    public People who(QuestionKind kind, Options options, String cell) {
        Unit unit = kind.unit(options);
        return memory.of(
                question(kind.name(), List.of(options, cell), unit),
                People.class,
                people -> people.asked().rows().size() + people.owners().size() / OWNERS_A_ROW,
                () -> Asking.who(kind, options, history(unit), cell));
    }

    /// How the events a question rests on are left of all that are stored.
    public Explanation explain(QuestionKind kind, Options options) {
        return Explanation.of(workspace, Asking.explain(kind, options, history(kind.unit(options))));
    }

    /// What holds for all questions of this workspace.
    private List<String> rules(Options options) {
        List<String> rules = new ArrayList<>(filterRules());
        if (!options.isGiven(AS_OF) && isLive.getAsBoolean()) {
            rules.add("Judged as of now, since events come in live.");
        }
        return rules;
    }

    /// The answer of a KPI: a saved one by its name, or a formula.
    public Asked kpi(String text, Options options) {
        KpiLibrary library = kpis();
        return KpiAnswer.ask(text.strip(), library.read(text), library, options, this);
    }

    /// The people behind a cell of a KPI.
    public People whoOfKpi(String text, Options options, String cell) {
        KpiLibrary library = kpis();
        return KpiAnswer.who(library.read(text), library, options, this, cell);
    }

    private KpiLibrary kpis() {
        return new KpiLibrary(new StoredKpis(workspace));
    }

    /// The saved KPIs.
    public Sheet<Saved> savedKpis() {
        return Sheet.of("kpis", workspace.settings().zone(), new StoredKpis(workspace).all())
                .text("kpi", Saved::name)
                .whole("version", saved -> (long) saved.version())
                .text("unit", saved -> saved.kpi().unit().toString())
                .text("formula", saved -> saved.kpi().toString());
    }

    /// The saved segments, then the built-in ones.
    public Asked segments() {
        List<Row> rows = new ArrayList<>();
        new StoredSegments(workspace).newest().forEach(version -> rows.add(row(version)));
        for (BuiltIn each : BuiltIn.values()) {
            rows.add(Row.of(new Counts())
                    .key("name", each.title())
                    .key("version", "built in")
                    .key("segment", each.segment().toString())
                    .state(State.COMPLETE));
        }
        return asked("segment list", rows, List.of());
    }

    /// The versions of a segment, the oldest first.
    public Asked segmentVersions(String name) {
        List<Row> rows = new ArrayList<>();
        new StoredSegments(workspace).versions(name).forEach(version -> rows.add(row(version)));
        return asked("segment show", rows, List.of());
    }

    private static Row row(StoredSegments.Version version) {
        return Row.of(new Counts())
                .key("name", version.name())
                .key("version", String.valueOf(version.number()))
                .key("segment", version.segment().map(Segment::toString).orElse("(deleted)"))
                .state(State.COMPLETE);
    }

    /// A segment, by its name or as an expression.
    public Membership segment(String text) {
        return history(Unit.USER).segments().read(text);
    }

    /// Who is in a segment.
    ///
    /// @param text the name of a segment, or an expression
    /// @param asOf when it is judged, as text
    public Roster members(String text, Unit unit, Optional<String> asOf) {
        return memory.of(
                question("members", List.of(text, asOf), unit),
                Roster.class,
                roster -> (int) (roster.of() / MEMBERS_A_ROW),
                () -> Roster.of(segment(text), asOf(history(unit), asOf)));
    }

    /// How many visitors, users and customers are in a segment.
    ///
    /// @param text the name of a segment, or an expression
    /// @param asOf when it is judged, as text
    public Asked segmentSize(String text, Optional<String> asOf) {
        List<Row> rows = new ArrayList<>();
        Membership membership = segment(text);
        for (Unit unit : Unit.values()) {
            Roster roster = members(text, unit, asOf);
            rows.add(Row.of(new Counts(roster.size(), roster.of()))
                    .key("unit", unit.toString())
                    .count("members", 0)
                    .count("of", 1)
                    .proportion("share", new Share(roster.size(), roster.of()))
                    .state(State.COMPLETE));
        }
        return asked("segment size", rows, List.of("In the segment " + membership.words() + "."));
    }

    /// A history as of a date or time, if one is given.
    public static History asOf(History history, Optional<String> time) {
        try {
            return time.map(text -> history.asOf(history.calendar().parse(text)))
                    .orElse(history);
        } catch (DateTimeException e) {
            throw new BadOption(
                    AS_OF, "\"" + time.orElse("") + "\" is not a date or time; write one such as 2026-03-01");
        }
    }

    /// Saves a segment under a name, as text or as JSON; the number of its version.
    public int saveSegment(String name, Segment segment) {
        var stored = new StoredSegments(workspace);
        new SegmentLibrary(stored).requireSavable(name, segment);
        int version = stored.save(name, segment);
        countSegmentsAnew();
        return version;
    }

    /// Deletes a saved segment that no other names; its versions stay.
    public void deleteSegment(String name) {
        var stored = new StoredSegments(workspace);
        new SegmentLibrary(stored).requireDeletable(name);
        stored.delete(name);
        countSegmentsAnew();
    }

    private Asked asked(String what, List<Row> rows, List<String> rules) {
        History history = history(Unit.USER);
        return new Asked(
                what,
                new LinkedHashMap<>(),
                rules,
                List.of(),
                history.calendar().zone(),
                Instant.ofEpochMilli(history.asOf()),
                rows);
    }
}
