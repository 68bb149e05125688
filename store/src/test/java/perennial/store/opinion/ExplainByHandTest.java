package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.time.DayOfWeek;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.Explained;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;
import perennial.core.question.Unit;
import perennial.core.random.RandomHistory;
import perennial.core.selection.SelectionParser;
import perennial.store.answer.Answers;
import perennial.store.answer.Explanation;
import perennial.store.event.Filters;

/// The sum from the events stored to those a question rests on.
class ExplainByHandTest {
    // In March: of ada two orders, a search and a mail; of bo one order; of a tester one order; of visitor x, who stays
    // unknown,
    // one search. Before and after: an order of ada each.
    private static final String STORY = """
            ada  | 2026-02-10            | Order Completed
            ada  | 2026-03-02 2026-03-05 | Order Completed
            ada  | 2026-03-06            | Searched
            ada  | 2026-03-07            | Email Sent
            bo   | 2026-03-09            | Order Completed
            test | 2026-03-09            | Order Completed
            ~x   | 2026-03-10            | Searched
            ada  | 2026-04-01            | Order Completed
            ada  | 2026-01-01            | plan := "pro"
            test | 2026-01-01            | internal := "true"
            """;

    private static Explanation explained(EngineOn on, String question, String... options) {
        QuestionKind kind = Catalogue.named(question);
        return new Answers(on.workspace(), on.both()::history, () -> false)
                .explain(kind, Options.of(OpinionOn.options(options)));
    }

    @Test
    void each_event_that_does_not_count_is_taken_off_once() throws Exception {
        try (var on = new EngineOn(Told.in("UTC", DayOfWeek.MONDAY, STORY), 0)) {
            new Filters(on.workspace()).add("colleagues", SelectionParser.condition("trait:internal = true"));
            Explanation orders = explained(
                    on,
                    "active-users",
                    "event=Order Completed",
                    "segment=plan = pro",
                    "from=2026-03-01",
                    "until=2026-04-01");
            assertThat(orders.stored()).isEqualTo(7);
            assertThat(orders.leftOut()).isEqualTo(Map.of("colleagues", 1L));
            assertThat(orders.nobodys()).isEqualTo(1);
            Explained of = orders.of();
            assertThat(new long[] {of.happened(), of.unknown(), of.passive(), of.others(), of.outside(), of.counted()})
                    .containsExactly(5, 0, 1, 1, 1, 2);
            assertThat(of.owners()).isEqualTo(1);

            Explanation mails = explained(on, "active-users", "event=Email Sent", "until=2026-04-01");
            assertThat(mails.of().counted()).isEqualTo(1);
            assertThat(mails.of().passive()).isZero();
            assertThat(mails.of().others()).isEqualTo(5);
        }
    }

    @Test
    void what_arrived_after_the_instant_of_knowing_is_taken_off() throws Exception {
        forAll(6, (Random random) -> RandomHistory.of(random, 60), history -> {
            try (var on = new EngineOn(history, 0)) {
                for (Unit unit : Unit.values()) {
                    Explained of = explained(on, "active-users", "unit=" + unit, "known-at=2026-03-01")
                            .of();
                    assertThat(of.happened() - of.unknown() - of.passive() - of.others() - of.outside())
                            .isEqualTo(of.counted());
                    assertThat(of.unknown()).isNotNegative();
                    assertThat(of.others()).isZero();
                    long counted = on
                            .both()
                            .engine(
                                    "active-users",
                                    OpinionOn.options("unit=" + unit, "known-at=2026-03-01", "every=year"))
                            .stream()
                            .mapToLong(row -> Long.parseLong(row.getOrDefault("customers", "0")))
                            .max()
                            .orElse(0);
                    assertThat(of.owners()).isGreaterThanOrEqualTo(counted);
                }
            }
        });
    }
}
