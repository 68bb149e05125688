package perennial.core.random;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import perennial.core.segment.Period;
import perennial.core.segment.Score;
import perennial.core.segment.Segment;
import perennial.core.segment.Times;
import perennial.core.selection.Condition;
import perennial.core.selection.Selection;

/// Makes segments of every kind, small and large, about what random histories hold.
public final class RandomSegment {
    private static final List<String> SELECTIONS = List.of(
            "*",
            "Opened",
            "Email Sent",
            "Opened | Order Completed",
            "Order Completed[value > 1.5]",
            "Order Completed[value <= 2, category = shoes] | Searched",
            "*[plan = 7]",
            "Subscription Started",
            "Never Happened");

    private final Random random;
    private final LocalDate around;
    private final boolean hasScores;

    private RandomSegment(Random random, LocalDate around, boolean hasScores) {
        this.random = random;
        this.around = around;
        this.hasScores = hasScores;
    }

    /// Any segment.
    public static Segment of(Random random) {
        return of(random, LocalDate.of(2026, 3, 1), true);
    }

    /// A segment whose dates lie around one.
    ///
    /// @param hasScores whether customers may be compared
    public static Segment of(Random random, LocalDate around, boolean hasScores) {
        return new RandomSegment(random, around, hasScores).segment(random.nextInt(4));
    }

    private Segment segment(int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(6)) {
            case 0 -> new Segment.All(sides(depth));
            case 1 -> new Segment.Any(sides(depth));
            case 2 -> new Segment.Not(segment(depth - 1));
            default -> leaf();
        };
    }

    private List<Segment> sides(int depth) {
        return List.copyOf(java.util.stream.Stream.generate(() -> segment(depth - 1))
                .limit(2 + random.nextInt(2))
                .toList());
    }

    private Segment leaf() {
        return switch (random.nextInt(hasScores ? 13 : 11)) {
            case 0, 1 -> new Segment.Trait(test());
            case 2, 3 -> new Segment.Did(selection(), times(), period());
            case 4 -> new Segment.Did(selection(), Times.ONCE_OR_MORE, period());
            case 5 -> new Segment.FirstDid(selection(), firstPeriod());
            case 6 -> new Segment.DidThen(selection(), selection(), within(), period());
            case 7 -> new Segment.Inactive(days());
            case 8 -> new Segment.LifeEnded(maybe(() -> random.nextBoolean() ? "price" : "7 \"odd\""), period());
            case 9 -> new Segment.InLife();
            case 10 -> new Segment.WonBack(period());
            default -> new Segment.Scored(one(Score.values()), scores());
        };
    }

    private Condition.Test test() {
        String value = one("pro", "free", "7", "true", "8");
        return switch (random.nextInt(6)) {
            case 0 -> new Condition.In("plan", List.of(value, one("pro", "free")));
            case 1 -> new Condition.Contains("plan", "r");
            case 2 -> new Condition.StartsWith("plan", "fr");
            case 3 -> new Condition.Exists(one("plan", "first", "nothing"));
            default -> new Condition.Compare("plan", one(Condition.Operator.values()), value);
        };
    }

    private Selection selection() {
        return Selection.parse(SELECTIONS.get(random.nextInt(SELECTIONS.size())));
    }

    private Times times() {
        Times.Bound bound = one(Times.Bound.values());
        return new Times(bound, (bound == Times.Bound.AT_LEAST ? 1 : 0) + random.nextInt(4));
    }

    private Optional<Duration> within() {
        return maybe(() -> Duration.ofSeconds(random.nextBoolean() ? 86_400L * days() : 1 + random.nextInt(200_000)));
    }

    private List<Integer> scores() {
        int first = 1 + random.nextInt(Score.BEST);
        return random.nextBoolean() ? List.of(first) : List.of(first, 1 + random.nextInt(Score.BEST));
    }

    private Period period() {
        return random.nextInt(3) == 0 ? new Period.Ever() : firstPeriod();
    }

    private Period firstPeriod() {
        LocalDate from = around.plusDays(random.nextInt(60) - 30);
        return switch (random.nextInt(5)) {
            case 0 -> new Period.Last(days());
            case 1 -> new Period.BeforeLast(days());
            case 2 -> new Period.Since(from);
            case 3 -> new Period.Before(from);
            default -> new Period.Between(from, from.plusDays(days()));
        };
    }

    private int days() {
        return one(1, 2, 7, 30);
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
