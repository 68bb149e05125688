package perennial.core.experiment;

import perennial.core.answer.Share;

/// The share of an arm beside that of the holdout, such as of customers who came back.
///
/// - Difference: Newcombe's hybrid score interval (Newcombe 1998, method 10), which stays inside -1..1 and holds with
/// few hits.
/// - Lift: ratio less one, its interval on the log scale; without a hit in the holdout it has no upper end.
/// - p: two-sided, pooled z.
///
/// Checked against `experiments-two-sample.json` in `TwoSharesTest`.
///
/// @param treated of all who were drawn into the arm
/// @param holdout of all who were held out
public record TwoShares(Share treated, Share holdout) {
    public TwoShares {
        if (!treated.isDefined() || !holdout.isDefined()) {
            throw new IllegalArgumentException(
                    "Two shares need customers in both, were " + treated.of() + " and " + holdout.of());
        }
    }

    /// By how much the arm's share is higher, in -1..1.
    public Estimate difference(Level level) {
        double z = level.z();
        double value = treated.value() - holdout.value();
        double down = Math.hypot(treated.value() - treated.low(z), holdout.high(z) - holdout.value());
        double up = Math.hypot(treated.high(z) - treated.value(), holdout.value() - holdout.low(z));
        return new Estimate(value, value - down, value + up);
    }

    /// By which part of the holdout's share the arm's is higher: 0.25 for a quarter more.
    ///
    /// Without a hit in either, there is nothing to compare and every lift is possible.
    public Estimate lift(Level level) {
        if (holdout.hits() == 0) {
            double value = treated.hits() == 0 ? 0 : Double.POSITIVE_INFINITY;
            return new Estimate(value, -1, Double.POSITIVE_INFINITY);
        }
        double ratio = treated.value() / holdout.value();
        if (treated.hits() == 0) {
            return new Estimate(-1, -1, Double.POSITIVE_INFINITY);
        }
        double se = Math.sqrt(1.0 / treated.hits() - 1.0 / treated.of() + 1.0 / holdout.hits() - 1.0 / holdout.of());
        double factor = Math.exp(level.z() * se);
        return new Estimate(ratio - 1, ratio / factor - 1, ratio * factor - 1);
    }

    /// The chance of a difference as large or larger if the arms were the same; 1 if all or none came in both.
    public double p() {
        double pooled = (double) (treated.hits() + holdout.hits()) / (treated.of() + holdout.of());
        double variance = pooled * (1 - pooled) * (1.0 / treated.of() + 1.0 / holdout.of());
        return variance == 0 ? 1 : Level.beyond((treated.value() - holdout.value()) / Math.sqrt(variance));
    }

    /// The standard error of the difference, each arm with its own variance, as if one more had come and one
    /// more had not in each (Agresti and Caffo 2000): a small holdout in which nobody came yet is not a
    /// certain zero.
    double standardError() {
        return Math.sqrt(variance(treated) + variance(holdout));
    }

    private static double variance(Share share) {
        double customers = share.of() + 2;
        double value = (share.hits() + 1) / customers;
        return value * (1 - value) / customers;
    }
}
