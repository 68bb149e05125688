package perennial.store.opinion;

import java.util.Locale;
import java.util.Optional;

/// Numbers as texts: how they are shown and when two are the same.
final class Figures {
    private Figures() {}

    /// A fraction to four digits, without trailing zeros; other texts as they are.
    static String shortened(String cell) {
        if (!cell.contains(".")) {
            return cell;
        }
        return number(cell)
                .map(number -> String.format(Locale.ROOT, "%.4f", number).replaceAll("\\.?0+$", ""))
                .orElse(cell);
    }

    /// Same text, or numbers that differ by rounding alone.
    static boolean isSame(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Optional<Double> a = number(one);
        Optional<Double> b = number(other);
        return a.isPresent() && b.isPresent() && Math.abs(a.get() - b.get()) <= 1e-12 * Math.max(1, Math.abs(a.get()));
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
