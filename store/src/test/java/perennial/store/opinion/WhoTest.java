package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.core.customer.Owner;
import perennial.core.random.RandomHistory;
import perennial.core.random.RawHistory;

/// The people behind the cells of an answer: as many as the cell counts, and nested as the counts are.
class WhoTest {
    private static final int HISTORIES = Integer.getInteger("perennial.histories", 4);
    private static final int QUESTIONS = 8;
    private static final int ROWS = 4;

    /// Of the two counts of one row, who is behind the first is behind the second.
    private static final List<List<String>> PART_AND_WHOLE = List.of(
            List.of("won_back", "mature"),
            List.of("mature", "ended"),
            List.of("returned", "lapsed"),
            List.of("returned", "size"),
            List.of("returned", "at_risk"),
            List.of("eligible", "size"),
            List.of("churned", "at_start"),
            List.of("reactivated", "inactive"),
            List.of("new", "total"),
            List.of("first_time", "adopters"),
            List.of("adopters", "active"),
            List.of("customers", "sessions"));

    /// A question with some rows of its answer.
    private record Case(RawHistory history, List<RandomQuestion> questions, long seed) {
        static Case of(Random random) {
            RawHistory history = RandomHistory.of(random, 90);
            List<RandomQuestion> questions = Stream.generate(() -> RandomQuestion.of(random, history))
                    .limit(QUESTIONS)
                    .toList();
            return new Case(history, questions, random.nextLong());
        }
    }

    /// Is told a row and the people behind each of its counts.
    private interface Check {
        void row(RandomQuestion question, Map<String, String> row, Map<String, List<Owner>> who);
    }

    @Test
    void a_visitor_and_a_user_with_the_same_id_are_two() throws Exception {
        RawHistory told = Told.in("UTC", DayOfWeek.MONDAY, """
                5  | 2026-03-01 | Opened
                ~5 | 2026-03-02 | Opened
                """);
        try (var engine = new EngineOn(told, 0)) {
            var people =
                    engine.both().who("active-users", Map.of("unit", "visitor", "every", "month"), "period=2026-03-01");
            assertThat(people.number()).isEqualTo(2);
            assertThat(people.owners())
                    .containsExactly(new Owner(Owner.Kind.USER, "5"), new Owner(Owner.Kind.VISITOR, "5"));
        }
    }

    @Test
    void as_many_are_listed_as_a_cell_counts() {
        eachRow((question, row, who) -> who.forEach((count, owners) -> {
            long number = Rows.count(row, count);
            assertThat(owners).doesNotHaveDuplicates();
            if (countsLives(question, row)) {
                assertThat((long) owners.size()).isBetween(Math.min(1, number), number);
            } else {
                assertThat(owners).hasSize((int) number);
            }
        }));
    }

    /// One customer may have several lives or sessions, and enter several cohorts where entries recur.
    private static boolean countsLives(RandomQuestion question, Map<String, String> row) {
        boolean isOfMany = List.of("winback", "return-curve", "cancel-reasons", "sessions", "traffic", "paths")
                        .contains(question.question())
                && !"period".equals(question.options().get("reading"));
        return isOfMany || "recurring".equals(question.options().get("entry")) && "all".equals(row.get("cohort"));
    }

    @Test
    void who_is_in_a_part_is_in_the_whole() {
        eachRow((question, row, who) -> {
            for (List<String> pair : PART_AND_WHOLE) {
                if (who.containsKey(pair.getFirst()) && who.containsKey(pair.getLast())) {
                    assertThat(who.get(pair.getLast())).containsAll(who.get(pair.getFirst()));
                }
            }
        });
    }

    @Test
    void the_active_are_the_new_the_returning_and_the_reactivated_and_nobody_of_them_is_dormant() {
        eachRow((question, row, who) -> {
            if (who.containsKey("dormant")) {
                List<Owner> active = Stream.of("new", "returning", "reactivated")
                        .map(who::get)
                        .flatMap(Collection::stream)
                        .toList();
                assertThat(active).containsExactlyInAnyOrderElementsOf(who.get("active"));
                assertThat(active).filteredOn(who.get("dormant")::contains).isEmpty();
            }
        });
    }

    /// Some rows of random questions to random histories.
    private static void eachRow(Check check) {
        forAll(HISTORIES, Case::of, some -> {
            var random = new Random(some.seed());
            try (var engine = new EngineOn(some.history(), random.nextInt(100))) {
                for (RandomQuestion question : some.questions()) {
                    var rows = engine.engine(question);
                    for (int i = 0; i < ROWS && !rows.isEmpty(); i++) {
                        var row = rows.get(random.nextInt(rows.size()));
                        if (row.containsKey("customer")) {
                            continue; // the row is the customer
                        }
                        try {
                            check.row(question, row, who(engine, question, row));
                        } catch (AssertionError fault) {
                            throw new AssertionError(question + ": " + row + "\n" + some.history(), fault);
                        }
                    }
                }
            }
        });
    }

    private static Map<String, List<Owner>> who(
            EngineOn engine, RandomQuestion question, SequencedMap<String, String> row) {
        String keys = row.entrySet().stream()
                .filter(cell -> Comparison.KEYS.contains(cell.getKey())
                        || row.containsKey("step") && cell.getKey().equals("state"))
                .map(cell -> cell.getKey() + "="
                        + (cell.getValue().equals("-") ? "(none)" : "\"" + cell.getValue() + "\"") + ",")
                .collect(Collectors.joining());
        Map<String, List<Owner>> who = new LinkedHashMap<>();
        for (var cell : row.entrySet()) {
            if (Comparison.isCount(cell) && !cell.getValue().equals("-")) {
                String cellmark = keys + cell.getKey();
                who.put(
                        cell.getKey(),
                        engine.both()
                                .who(question.question(), question.options(), cellmark)
                                .owners());
            }
        }
        return who;
    }
}
