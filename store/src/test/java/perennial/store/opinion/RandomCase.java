package perennial.store.opinion;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import perennial.core.random.RandomHistory;
import perennial.core.random.RawHistory;

/// A random history, another to compare it with, what makes it another, and questions to ask of both.
record RandomCase(RawHistory history, RawHistory other, int number, List<RandomQuestion> questions) {
    private static final int QUESTIONS = 12;

    static RandomCase of(Random random) {
        var history = RandomHistory.of(random, 90);
        return of(random, history, history, 0);
    }

    static RandomCase shuffled(Random random) {
        RawHistory history = Variants.withoutTies(RandomHistory.of(random, 90));
        return of(random, history, Variants.shuffled(history, random), random.nextInt(100));
    }

    static RandomCase moved(Random random) {
        RawHistory history = Variants.inUtc(RandomHistory.of(random, 90));
        int weeks = 1 + random.nextInt(300);
        return of(random, history, Variants.later(history, weeks), weeks);
    }

    private static RandomCase of(Random random, RawHistory history, RawHistory other, int number) {
        return new RandomCase(
                history,
                other,
                number,
                Stream.generate(() -> RandomQuestion.of(random, history))
                        .limit(QUESTIONS)
                        .toList());
    }
}
