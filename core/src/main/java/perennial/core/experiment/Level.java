package perennial.core.experiment;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// How often an interval may miss the truth: 0.05 for one of 95 %.
public record Level(double alpha) {
    /// The usual 95 %.
    public static final Level STANDARD = new Level(0.05);

    static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    public Level {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("A level lies between 0 and 1, was " + alpha);
        }
    }

    /// The two-sided quantile of the normal distribution.
    double z() {
        return NORMAL.inverseSurvivalProbability(alpha / 2);
    }

    /// The two-sided quantile of Student's distribution.
    double t(double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(alpha / 2);
    }

    /// The chance that a normal number is as far from zero as this one, on either side.
    static double beyond(double z) {
        return 2 * NORMAL.survivalProbability(Math.abs(z));
    }
}
