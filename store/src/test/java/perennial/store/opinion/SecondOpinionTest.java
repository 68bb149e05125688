package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.core.random.RandomHistory;
import perennial.core.random.RawHistory;

/// The engine and plain SQL, asked the same on the same history, give the same rows.
class SecondOpinionTest {
    private static final int HISTORIES = Integer.getInteger("perennial.histories", 12);
    private static final int QUESTIONS = 12;

    private record Case(RawHistory history, long cut, List<RandomQuestion> questions) {
        static Case of(Random random) {
            RawHistory history = RandomHistory.of(random, random.nextInt(4) == 0 ? 8 : 90);
            long cut = random.nextBoolean()
                    ? 0
                    : random.nextInt(3 * history.events().size());
            return new Case(
                    history,
                    cut,
                    Stream.generate(() -> RandomQuestion.of(random, history))
                            .limit(QUESTIONS)
                            .toList());
        }
    }

    @Test
    void every_question_gives_the_rows_of_its_sql_on_random_histories() {
        forAll(HISTORIES, Case::of, some -> {
            try (var both = new EngineOn(some.history(), some.cut())) {
                for (RandomQuestion question : some.questions()) {
                    assertThat(Comparison.differences(both.engine(question), both.opinion(question)))
                            .as("%s%non %s%nviews first built at seq %s", question, some.history(), some.cut())
                            .isEmpty();
                }
            }
        });
    }
}
