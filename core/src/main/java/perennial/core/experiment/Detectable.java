package perennial.core.experiment;

import java.util.OptionalDouble;

/// What an experiment can show, said before it begins: how many customers a difference needs, and the
/// smallest difference that so many show in four of five experiments.
///
/// Two-sided normal test of two shares with a variance of their own. With a holdout of a tenth, four in five
/// customers more are needed than with halves: most audiences are smaller.
///
/// @param base share that comes without a treatment, in 0..1, both excluded
/// @param holdout share of the customers that is held out, in 0..1, both excluded
/// @param errors by how many standard errors a difference must lie off zero to be called one
public record Detectable(double base, double holdout, double errors) {
    private static final double POWER = 0.8;
    private static final double Z_POWER = Level.NORMAL.inverseCumulativeProbability(POWER);
    private static final int HALVINGS = 60;
    /// At the number it is tuned for, a sequence reaches as many standard errors whatever the number.
    private static final long TUNED = 1_000;

    /// By an interval for who looks once, at the end.
    public static Detectable once(double base, double holdout, Level level) {
        return new Detectable(base, holdout, level.z());
    }

    /// By the interval for who looks every day, which is wider.
    public static Detectable anyTime(double base, double holdout, Level level) {
        return new Detectable(base, holdout, new ConfidenceSequence(TUNED, level).standardErrors(TUNED));
    }

    public Detectable {
        if (!(base > 0 && base < 1)) {
            throw new IllegalArgumentException("The share that comes anyway lies between 0 and 1, was " + base);
        }
        if (!(holdout > 0 && holdout < 1)) {
            throw new IllegalArgumentException("The share held out lies between 0 and 1, was " + holdout);
        }
    }

    /// How many customers, held out and treated together, show a difference of shares; fractions of a customer
    /// included.
    ///
    /// @param difference not 0, so that the treated share stays in 0..1
    public double customers(double difference) {
        double treated = base + difference;
        double variance = base * (1 - base) / holdout + treated * (1 - treated) / (1 - holdout);
        double z = errors + Z_POWER;
        return z * z * variance / (difference * difference);
    }

    /// The smallest rise of the share that so many customers show; empty if not even everybody coming back would.
    public OptionalDouble smallestRise(double customers) {
        double most = 1 - base;
        if (customers(most) > customers) {
            return OptionalDouble.empty();
        }
        double least = 0;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (least + most) / 2;
            if (customers(middle) > customers) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return OptionalDouble.of(most);
    }
}
