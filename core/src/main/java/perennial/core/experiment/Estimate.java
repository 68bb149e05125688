package perennial.core.experiment;

/// A number with the interval it likely lies in; an end may be infinite where the data do not bound it.
public record Estimate(double value, double low, double high) {
    public Estimate {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(
                    "An estimate lies in its interval, was " + value + " in " + low + " to " + high);
        }
    }

    /// Whether the interval lies wholly on one side of a value.
    public boolean excludes(double other) {
        return other < low || other > high;
    }

    /// The same of so many customers together, in another unit, or of the other sign.
    public Estimate times(double factor) {
        return factor < 0
                ? new Estimate(value * factor, high * factor, low * factor)
                : new Estimate(value * factor, low * factor, high * factor);
    }

    /// The same less a cost that is known.
    public Estimate less(double cost) {
        return new Estimate(value - cost, low - cost, high - cost);
    }

    static Estimate around(double value, double halfWidth) {
        return new Estimate(value, value - halfWidth, value + halfWidth);
    }
}
