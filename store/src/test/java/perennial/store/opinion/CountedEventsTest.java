package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.core.question.Unit;
import perennial.core.random.RandomHistory;
import perennial.core.random.RawEvent;
import perennial.core.random.RawHistory;
import perennial.store.event.EventDefinitions;

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
        void in(EventDefinitions definitions);
    }

    /// Decides when the first part of the history has arrived; the rest comes after the views were built.
    private static void holds(Case some, Decision decision, UnaryOperator<RawHistory> asIfSent) throws Exception {
        try (var engine = new EngineOn(some.part(0, some.cut()), 0);
                var opinion = new OpinionOn(asIfSent.apply(some.history()))) {
            engine.both().history(Unit.USER);
            decision.in(new EventDefinitions(engine.workspace()));
            engine.both().history(Unit.USER);
            engine.both().history(Unit.CUSTOMER);
            RawTables.write(engine.both().connection(), some.part(some.cut(), Long.MAX_VALUE));
            for (RandomQuestion question : some.questions()) {
                Map<String, String> options = new LinkedHashMap<>(question.options());
                options.putIfAbsent(
                        "as-of",
                        java.time.Instant.ofEpochMilli(some.newest() + 86_400_000)
                                .toString());
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
                        definitions -> {
                            if (definitions.sent().contains("Searched")) {
                                definitions.rename("Searched", "Opened");
                            }
                        },
                        history -> some.part(0, some.cut()).events().stream()
                                        .anyMatch(each -> each.name().equals("Searched"))
                                ? renamed(history, name -> name.equals("Searched") ? "Opened" : name)
                                : history));
    }
}
