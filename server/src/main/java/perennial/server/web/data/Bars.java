package perennial.server.web.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import perennial.server.web.Figures;

/// Counts of the last days or weeks as small bars, the newest at the right and still open, in a box of [#WIDTH] by
/// [#HEIGHT]. Where nothing was is no bar.
///
/// @param words what they show, for those who do not see them
public record Bars(List<Bar> bars, String words) {
    public static final int WIDTH = 240;
    public static final int HEIGHT = 36;

    private static final double GAP = 2;
    private static final double LEAST = 1.5;

    /// One count, written as attributes are.
    ///
    /// @param isOpen whether its time is not over yet
    public record Bar(String x, String y, String width, String height, boolean isOpen) {}

    /// @param counts the oldest first
    /// @param period such as `day`
    static Bars of(List<Long> counts, String period) {
        long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(0));
        double step = (double) WIDTH / counts.size();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            double height = Math.max(LEAST, (double) HEIGHT * counts.get(i) / most);
            if (counts.get(i) > 0) {
                bars.add(new Bar(
                        number(i * step),
                        number(HEIGHT - height),
                        number(step - GAP),
                        number(height),
                        i == counts.size() - 1));
            }
        }
        return new Bars(bars, words(counts, period));
    }

    private static String words(List<Long> counts, String period) {
        long all = counts.stream().mapToLong(Long::longValue).sum();
        return all == 0
                ? "None in the last " + counts.size() + " " + period + "s"
                : "In the last " + counts.size() + " " + period + "s " + Figures.whole(all) + ", at most "
                        + Figures.whole(Collections.max(counts)) + " in a " + period;
    }

    private static String number(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
