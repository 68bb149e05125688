package perennial.core.experiment;

/// An interval that may be looked at every day: over all looks together it misses the truth no more often than its
/// level says.
///
/// Asymptotic confidence sequence (Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas, arXiv 2103.06476); narrowest
/// near the number of customers it is tuned for, wider than an interval for one look everywhere.
///
/// @param tunedFor how many customers are expected in both arms together
public record ConfidenceSequence(long tunedFor, Level level) {
    public ConfidenceSequence {
        if (tunedFor < 1) {
            throw new IllegalArgumentException("A sequence is tuned for 1 customer or more, was " + tunedFor);
        }
    }

    /// The interval of a difference of shares, now.
    public Estimate of(TwoShares shares) {
        double difference = shares.treated().value() - shares.holdout().value();
        double halfWidth = halfWidth(shares.treated().of() + shares.holdout().of(), shares.standardError());
        return new Estimate(difference, Math.max(-1, difference - halfWidth), Math.min(1, difference + halfWidth));
    }

    /// The interval of an adjusted difference of means, now.
    public Estimate of(TwoMeans means) {
        long customers = means.treated().customers() + means.holdout().customers();
        return Estimate.around(means.adjustedDifference(), halfWidth(customers, means.standardError()));
    }

    private double halfWidth(long customers, double standardError) {
        return standardErrors(customers) * standardError;
    }

    /// By how many standard errors the interval reaches to each side with so many customers in both arms together.
    double standardErrors(long customers) {
        return halfWidth(customers, rhoSquared(), level.alpha()) * Math.sqrt(customers);
    }

    private double rhoSquared() {
        double log = -2 * Math.log(level.alpha());
        return (log + Math.log1p(log)) / tunedFor;
    }

    /// For a mean of `n` numbers of variance 1.
    static double halfWidth(long n, double rhoSquared, double alpha) {
        double mixed = n * rhoSquared + 1;
        return Math.sqrt(2 * mixed / ((double) n * n * rhoSquared) * Math.log(Math.sqrt(mixed) / alpha));
    }
}
