package perennial.core.experiment;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Whether customers were drawn into the arms in the shares planned (sample-ratio mismatch, χ²). If not,
/// something chose among them, and no difference between the arms can be trusted.
///
/// @param p the chance of a split as uneven or more if all went as planned
public record SplitCheck(double p) {
    private static final double BROKEN = 0.001;
    private static final double DOUBTFUL = 0.01;

    /// What may be done with the experiment.
    public enum Finding {
        /// As planned, as far as one can see.
        SOUND,
        /// One in a hundred sound ones looks like this.
        DOUBTFUL,
        /// One in a thousand sound ones looks like this: it is not read.
        BROKEN
    }

    /// Of how many were drawn into each arm, against the share planned of it. An arm with no share must be empty.
    public static SplitCheck of(List<Long> drawn, List<Double> shares) {
        long all = drawn.stream().mapToLong(Long::longValue).sum();
        double planned = shares.stream().mapToDouble(Double::doubleValue).sum();
        double sum = 0;
        int arms = 0;
        for (int i = 0; i < drawn.size(); i++) {
            if (shares.get(i) > 0) {
                double expected = all * shares.get(i) / planned;
                double off = drawn.get(i) - expected;
                sum += all == 0 ? 0 : off * off / expected;
                arms++;
            } else if (drawn.get(i) > 0) {
                return new SplitCheck(0);
            }
        }
        return new SplitCheck(arms < 2 ? 1 : ChiSquaredDistribution.of(arms - 1).survivalProbability(sum));
    }

    public Finding finding() {
        return p < BROKEN ? Finding.BROKEN : p < DOUBTFUL ? Finding.DOUBTFUL : Finding.SOUND;
    }
}
