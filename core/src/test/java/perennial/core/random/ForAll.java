package perennial.core.random;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Holds a law against many cases, each made from a seed of its own. A failure names the seed; giving it as
/// `-Dperennial.seed=N` repeats that case alone.
public final class ForAll {
    private ForAll() {}

    /// What must hold for each case.
    public interface Law<T> {
        void check(T example) throws Exception;
    }

    /// Runs the law on `count` cases.
    ///
    /// @throws AssertionError with the seed of the first case that breaks the law
    public static <T> void forAll(int count, Function<Random, T> some, Law<T> law) {
        seeds(count).forEach(seed -> check(seed, some, law));
    }

    private static LongStream seeds(int count) {
        Long only = Long.getLong("perennial.seed");
        return only == null ? IntStream.rangeClosed(1, count).asLongStream() : LongStream.of(only);
    }

    private static <T> void check(long seed, Function<Random, T> some, Law<T> law) {
        try {
            law.check(some.apply(new Random(seed)));
        } catch (Exception | AssertionError fault) {
            throw new AssertionError(
                    "Seed " + seed + " breaks the law (repeat it with -Dperennial.seed=" + seed + "): "
                            + fault.getMessage(),
                    fault);
        }
    }
}
