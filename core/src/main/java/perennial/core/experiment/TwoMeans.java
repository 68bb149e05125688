package perennial.core.experiment;

/// An amount for each customer of an arm beside that of the holdout, such as the margin of the 90 days after being
/// drawn.
///
/// - Difference: Welch's, each arm with its own variance; the interval by Student's distribution.
/// - Adjusted: less what the amounts of the time before explain (CUPED; Deng, Xu, Kohavi, Walker 2013), with one slope
/// over both
///   arms. Expects the same difference, with less noise.
///
/// Both need two customers in each arm. An arm in which all amounts are the same, as where nobody paid, does
/// not tell how much they vary: the variance of the other is taken.
public record TwoMeans(Moments treated, Moments holdout) {
    public TwoMeans {
        if (treated.customers() < 2 || holdout.customers() < 2) {
            throw new IllegalArgumentException("Two means need two customers in each arm, were " + treated.customers()
                    + " and " + holdout.customers());
        }
    }

    /// By how much a customer of the arm is worth more.
    public Estimate difference(Level level) {
        return welch(treated.mean() - holdout.mean(), treated.variance(), holdout.variance(), level);
    }

    /// The same, adjusted for what the customers were worth before.
    public Estimate adjusted(Level level) {
        double slope = slope();
        return welch(adjustedDifference(), left(treated, slope), left(holdout, slope), level);
    }

    double adjustedDifference() {
        return treated.mean() - holdout.mean() - slope() * (treated.meanBefore() - holdout.meanBefore());
    }

    /// Of the adjusted difference.
    double standardError() {
        double slope = slope();
        return Math.sqrt(noise(left(treated, slope), left(holdout, slope)).sum());
    }

    /// Which part of the variance the time before explains, 0..1.
    public double explained() {
        double slope = slope();
        double raw = treated.variance() / treated.customers() + holdout.variance() / holdout.customers();
        double left = left(treated, slope) / treated.customers() + left(holdout, slope) / holdout.customers();
        return raw == 0 ? 0 : Math.max(0, 1 - left / raw);
    }

    /// Of the amount on what was before, over both arms, each around its own means: a difference between the arms is no
    /// slope.
    private double slope() {
        double spread = (treated.customers() - 1) * treated.varianceBefore()
                + (holdout.customers() - 1) * holdout.varianceBefore();
        double common =
                (treated.customers() - 1) * treated.covariance() + (holdout.customers() - 1) * holdout.covariance();
        return spread > 0 ? common / spread : 0;
    }

    /// The variance that a slope leaves.
    private static double left(Moments arm, double slope) {
        return Math.max(0, arm.variance() + slope * slope * arm.varianceBefore() - 2 * slope * arm.covariance());
    }

    /// The variances of the two means.
    private record Noise(double treated, double holdout) {
        double sum() {
            return treated + holdout;
        }
    }

    private Noise noise(double treatedVariance, double holdoutVariance) {
        double most = Math.max(treatedVariance, holdoutVariance);
        return new Noise(
                (treatedVariance == 0 ? most : treatedVariance) / treated.customers(),
                (holdoutVariance == 0 ? most : holdoutVariance) / holdout.customers());
    }

    private Estimate welch(double difference, double treatedVariance, double holdoutVariance, Level level) {
        Noise noise = noise(treatedVariance, holdoutVariance);
        if (noise.sum() == 0) {
            return Estimate.around(difference, 0);
        }
        double degrees = noise.sum()
                * noise.sum()
                / (noise.treated() * noise.treated() / (treated.customers() - 1)
                        + noise.holdout() * noise.holdout() / (holdout.customers() - 1));
        return Estimate.around(difference, level.t(degrees) * Math.sqrt(noise.sum()));
    }
}
