package perennial.core.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Holm's correction (Holm 1979): of several comparisons, the chance to call even one a difference that is none stays
/// at the level.
public final class Holm {
    private Holm() {}

    /// The corrected p of each, in their order, 0..1: to be compared with the level as if it were the only one.
    public static List<Double> corrected(List<Double> p) {
        int[] order = IntStream.range(0, p.size())
                .boxed()
                .sorted(Comparator.comparing(p::get))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = new double[order.length];
        double most = 0;
        for (int rank = 0; rank < order.length; rank++) {
            most = Math.max(most, Math.min(1, (order.length - rank) * p.get(order[rank])));
            corrected[order[rank]] = most;
        }
        return java.util.Arrays.stream(corrected).boxed().toList();
    }
}
