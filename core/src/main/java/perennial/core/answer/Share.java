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
        return hits == 0 ? 0 : Math.max(0, centre() - halfWidth());
    }

    public double high() {
        return hits == of ? 1 : Math.min(1, centre() + halfWidth());
    }

    private double centre() {
        return (hits + Z * Z / 2) / (of + Z * Z);
    }

    private double halfWidth() {
        double p = value();
        return Z / (of + Z * Z) * Math.sqrt(p * (1 - p) * of + Z * Z / 4);
    }
}
