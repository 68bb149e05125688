package perennial.core.survival;

import java.util.Optional;

/// Kaplan–Meier estimate of the share that lasts longer than so many days.
///
/// - Input: by day from 0, how many ended on it and how many were last watched on it, still going on (censored).
/// - Ties: ends come before censorings of the same day.
/// - Result: the estimate after each day, in 0..1. With nobody left at risk it stays where it is.
/// - Interval: Greenwood's variance on the log-log scale, two-sided 95 %; it never leaves 0..1. None where the estimate
/// is
///   1 or 0: there the variance says nothing.
/// - Source: Kaplan & Meier (1958); Greenwood (1926); the scale of Kalbfleisch & Prentice (1980).
public final class KaplanMeier {
    /// The 97.5 % quantile of the standard normal distribution.
    private static final double Z = 1.959963984540054;

    /// Bounds of an estimate.
    public record Interval(double low, double high) {}

    private final long[] atRisk;
    private final double[] lasting;
    private final double[] variance;

    private KaplanMeier(int days) {
        atRisk = new long[days];
        lasting = new double[days];
        variance = new double[days];
    }

    /// The estimate after each day of both arrays, which are of one length.
    public static KaplanMeier of(long[] ended, long[] censored) {
        var curve = new KaplanMeier(ended.length);
        long left = 0;
        for (int day = 0; day < ended.length; day++) {
            left += ended[day] + censored[day];
        }
        double lasting = 1;
        double variance = 0;
        for (int day = 0; day < ended.length; day++) {
            curve.atRisk[day] = left;
            if (ended[day] > 0) {
                lasting *= 1 - (double) ended[day] / left;
                variance += (double) ended[day] / ((double) left * (left - ended[day]));
            }
            curve.lasting[day] = lasting;
            curve.variance[day] = variance;
            left -= ended[day] + censored[day];
        }
        return curve;
    }

    /// How many had neither ended nor been lost from sight before the day.
    public long atRisk(int day) {
        return atRisk[day];
    }

    /// The share that lasts longer than this day.
    public double lasting(int day) {
        return lasting[day];
    }

    /// The interval of that share.
    public Optional<Interval> interval(int day) {
        double share = lasting[day];
        if (share <= 0 || share >= 1) {
            return Optional.empty();
        }
        double width = Z * Math.sqrt(variance[day]) / Math.log(share);
        return Optional.of(new Interval(Math.pow(share, Math.exp(-width)), Math.pow(share, Math.exp(width))));
    }
}
