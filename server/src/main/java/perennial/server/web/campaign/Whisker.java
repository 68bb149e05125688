package perennial.server.web.campaign;

import java.util.List;
import java.util.Locale;
import perennial.core.experiment.Estimate;

/// An estimate as a dot on a line, on the same scale as those beside it.
///
/// @param low with `high` where the line ends; `value` where the dot stands, `zero` where nothing is
public record Whisker(String low, String value, String high, String zero, String tone) {
    static final int WIDTH = 160;
    private static final int EDGE = 6;

    /// Each of them.
    static List<Whisker> of(List<Estimate> estimates) {
        double least =
                Math.min(0, estimates.stream().mapToDouble(Estimate::low).min().orElse(0));
        double most =
                Math.max(0, estimates.stream().mapToDouble(Estimate::high).max().orElse(0));
        return estimates.stream()
                .map(each -> new Whisker(
                        x(each.low(), least, most),
                        x(each.value(), least, most),
                        x(each.high(), least, most),
                        x(0, least, most),
                        Told.points(each).tone()))
                .toList();
    }

    private static String x(double value, double least, double most) {
        double share = most > least ? (value - least) / (most - least) : 0;
        return String.format(Locale.ROOT, "%.1f", EDGE + (WIDTH - 2 * EDGE) * share);
    }
}
