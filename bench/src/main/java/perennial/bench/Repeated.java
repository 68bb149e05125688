package perennial.bench;

import java.util.Arrays;
import java.util.function.Supplier;

/// How long the same work takes the first time, and once it is warm.
///
/// @param first seconds of the first call
/// @param warm the median of the calls after it: of five at least, of more while two seconds have not passed, so that
/// the
/// compilers have done their work on short ones too
/// @param result of the last call
record Repeated<T>(double first, double warm, T result) {
    private static final int FEWEST = 5;
    private static final int MOST = 40;
    private static final double ENOUGH_SECONDS = 2;

    static <T> Repeated<T> of(Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        double first = since(start);
        double[] seconds = new double[MOST];
        int calls = 0;
        long warmStart = System.nanoTime();
        while (calls < FEWEST || calls < MOST && since(warmStart) < ENOUGH_SECONDS) {
            start = System.nanoTime();
            result = work.get();
            seconds[calls++] = since(start);
        }
        Arrays.sort(seconds, 0, calls);
        return new Repeated<>(first, seconds[calls / 2], result);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
