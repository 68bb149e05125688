package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.core.question.Unit;
import perennial.core.random.RandomHistory;
import perennial.core.random.RawEvent;
import perennial.core.random.RawHistory;
import perennial.core.selection.SelectionParser;
import perennial.store.Workspace;
import perennial.store.event.EventDefinitions;
import perennial.store.event.Filters;

/// What is decided about events gives the numbers that a log has which came so: the engine on the decision, plain SQL
/// on the other log.
class CountedEventsTest {
    private static final int HISTORIES = Integer.getInteger("perennial.histories", 8);

    private record Case(RawHistory history, long cut, List<RandomQuestion> questions) {
        static Case of(Random random) {
            RawHistory history = RandomHistory.of(random, 60);
            return new Case(
                    history,
                    random.nextInt(3 * history.events().size()),
                    Stream.generate(() -> RandomQuestion.of(random, history))
                            .limit(6)
                            .toList());
        }

        /// The facts of the history that arrived in `(after, last]`.
        RawHistory part(long after, long last) {
            return new RawHistory(
                    history.zone(),
                    history.weekStart(),
                    history.events().stream()
                            .filter(each -> each.seq() > after && each.seq() <= last)
                            .toList(),
                    history.links().stream()
                            .filter(each -> each.seq() > after && each.seq() <= last)
                            .toList(),
                    history.traits().stream()
                            .filter(each -> each.seq() > after && each.seq() <= last)
                            .toList());
        }

        long newest() {
            return history.events().stream()
                    .mapToLong(RawEvent::timeMillis)
                    .max()
                    .orElse(0);
        }
    }

    private interface Decision {
        void in(Workspace workspace);
    }

    /// Decides when the first part of the history has arrived; the rest comes after the views were built.
    private static void holds(Case some, Decision decision, UnaryOperator<RawHistory> asIfSent) throws Exception {
        try (var engine = new EngineOn(some.part(0, some.cut()), 0);
                var opinion = new OpinionOn(asIfSent.apply(some.history()))) {
            engine.both().history(Unit.USER);
            decision.in(engine.workspace());
            engine.both().history(Unit.USER);
            engine.both().history(Unit.CUSTOMER);
            RawTables.write(engine.both().connection(), some.part(some.cut(), Long.MAX_VALUE));
            for (RandomQuestion question : some.questions()) {
                Map<String, String> options = new LinkedHashMap<>(question.options());
                options.putIfAbsent(
                        "as-of",
                        Instant.ofEpochMilli(some.newest() + 86_400_000).toString());
                assertThat(Comparison.differences(
                                engine.both().engine(question.question(), options),
                                opinion.ask(question.question(), options)))
                        .as("%s with %s%non %s", question.question(), options, some.history())
                        .isEmpty();
            }
        }
    }

    private static RawHistory renamed(RawHistory history, UnaryOperator<String> names) {
        return new RawHistory(
                history.zone(),
                history.weekStart(),
                history.events().stream()
                        .map(each -> new RawEvent(
                                each.seq(),
                                each.visitor(),
                                each.user(),
                                each.account(),
                                each.timeMillis(),
                                each.receivedMillis(),
                                names.apply(each.name()),
                                each.value(),
                                each.properties()))
                        .toList(),
                history.links(),
                history.traits());
    }

    @Test
    void merged_names_count_as_if_the_events_had_come_so() {
        forAll(
                HISTORIES,
                Case::of,
                some -> holds(
                        some,
                        workspace -> {
                            var definitions = new EventDefinitions(workspace);
                            if (definitions.sent().contains("Searched")) {
                                definitions.rename("Searched", "Opened");
                            }
                        },
                        history -> some.part(0, some.cut()).events().stream()
                                        .anyMatch(each -> each.name().equals("Searched"))
                                ? renamed(history, name -> name.equals("Searched") ? "Opened" : name)
                                : history));
    }

    private static RawHistory without(RawHistory history, Predicate<RawEvent> leftOut) {
        return new RawHistory(
                history.zone(),
                history.weekStart(),
                history.events().stream().filter(leftOut.negate()).toList(),
                history.links(),
                history.traits());
    }

    @Test
    void events_of_a_filter_count_as_if_they_had_never_come() {
        forAll(
                HISTORIES,
                Case::of,
                some -> holds(
                        some,
                        workspace -> {
                            var filters = new Filters(workspace);
                            filters.add("shoes", SelectionParser.condition("category = shoes"));
                            filters.add("free", SelectionParser.condition("not category exists and plan = free"));
                        },
                        history -> without(
                                history,
                                each -> each.properties()
                                        .filter(text -> text.contains("\"category\":\"shoes\"")
                                                || !text.contains("\"category\":")
                                                        && text.contains("\"plan\":\"free\""))
                                        .isPresent())));
    }

    @Test
    void filters_leave_out_people_by_their_newest_trait_with_all_they_ever_did() throws Exception {
        // ada was hired in March; x turned out to be her. bo left; the account's trait is nobody's.
        String told = """
                ada  | 2026-03-02 2026-03-09 | Opened
                ~x   | 2026-03-03            | Opened
                bo   | 2026-03-02 2026-03-10 | Opened
                cy@acme | 2026-03-11         | Opened
                ada  | 2026-03-05 | email := "ada@ourco.example"
                bo   | 2026-03-01 | email := "bo@ourco.example"
                bo   | 2026-03-08 | email := "bo@elsewhere.example"
                @acme | 2026-03-01 | email := "all@ourco.example"
                """;
        RawHistory history = Told.in("UTC", DayOfWeek.MONDAY, told);
        try (var engine = new EngineOn(history, 0)) {
            engine.both().history(Unit.VISITOR);
            var filters = new Filters(engine.workspace());
            filters.add("colleagues", SelectionParser.condition("trait:email contains @ourco.example"));
            assertThat(active(engine)).isEqualTo("2026-03-02=2 2026-03-09=2 ");
            engine.workspace().change("linking", connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.executeUpdate(
                            "INSERT INTO links VALUES (99, 1, 'test', 'l', 'anonymous', 'x', 'ada', 0, 0)");
                }
            });
            assertThat(active(engine)).isEqualTo("2026-03-02=1 2026-03-09=2 ");
            assertThat(filters.all().getFirst().leftOut()).isEqualTo(3);
            assertThat(filters.rules()).containsExactly("Left out are the events of these filters: colleagues.");
            filters.remove("colleagues");
            assertThat(active(engine)).isEqualTo("2026-03-02=2 2026-03-09=3 ");
            assertThat(filters.rules()).isEmpty();
        }
    }

    private static String active(EngineOn engine) {
        var line = new StringBuilder();
        engine.engine("active-users", "every=week", "unit=visitor")
                .forEach(row -> line.append(row.get("period"))
                        .append('=')
                        .append(row.get("customers"))
                        .append(' '));
        return line.toString();
    }
}
