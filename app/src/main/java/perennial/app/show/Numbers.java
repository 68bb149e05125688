package perennial.app.show;

import java.math.BigDecimal;
import java.util.Locale;

/// Numbers as people read them: thousands apart, shares in percent. Percent exists on the screen alone.
public final class Numbers {
    private Numbers() {}

    /// Such as `12,345`.
    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// A share of 0..1 such as `12.3 %`.
    public static String percent(double share) {
        return tenths(share) + " %";
    }

    /// An interval of shares such as `(11.0–13.7)`, in percent.
    static String interval(double low, double high) {
        return "(" + tenths(low) + "–" + tenths(high) + ")";
    }

    /// A number and its interval, such as `214.3 (120.1 to 308.5)`.
    public static String estimate(double value, double low, double high) {
        return real(value, 1) + " (" + real(low, 1) + " to " + real(high, 1) + ")";
    }

    private static String tenths(double share) {
        return String.format(Locale.ROOT, "%.1f", share * 100);
    }

    /// A share in whole percent, for narrow cells: 0 and 100 are said only of none and all.
    static String roundPercent(double share) {
        long rounded = Math.round(share * 100);
        if (rounded == 0 && share > 0) {
            return "<1";
        }
        return Long.toString(rounded == 100 && share < 1 ? 99 : rounded);
    }

    /// With so many digits after the point.
    static String real(double number, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }

    /// An amount of money with at least two digits after the point.
    public static String money(BigDecimal amount) {
        return String.format(
                Locale.ROOT, "%,." + Math.max(2, amount.stripTrailingZeros().scale()) + "f", amount);
    }

    /// How many digits after the point the number needs, at most two.
    static int decimals(double number) {
        long hundredths = Math.round(number * 100);
        return hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2;
    }
}
