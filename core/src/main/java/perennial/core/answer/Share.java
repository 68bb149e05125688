package perennial.core.answer;

/// A share of `hits` in `of` trials, 0..1; undefined when there is no trial.
///
/// The interval is Wilson's score interval without continuity correction (Wilson 1927), two-sided 95 %.
public record Share(long hits, long of) {
    /// The 97.5 % quantile of the standard normal distribution.
    private static final double Z = 1.959963984540054;

    public Share {
        if (hits < 0 || of < hits) {
            throw new IllegalArgumentException("A share needs 0 <= hits <= of, was " + hits + " of " + of);
        }
    }

    public boolean isDefined() {
        return of > 0;
    }

    public double value() {
        return (double) hits / of;
    }

    public double low() {
        return low(Z);
    }

    public double high() {
        return high(Z);
    }

    /// The lower end for another quantile than that of 95 %.
    public double low(double z) {
        return hits == 0 ? 0 : Math.max(0, centre(z) - halfWidth(z));
    }

    /// The upper end for another quantile than that of 95 %.
    public double high(double z) {
        return hits == of ? 1 : Math.min(1, centre(z) + halfWidth(z));
    }

    private double centre(double z) {
        return (hits + z * z / 2) / (of + z * z);
    }

    private double halfWidth(double z) {
        double p = value();
        return z / (of + z * z) * Math.sqrt(p * (1 - p) * of + z * z / 4);
    }
}
