package perennial.server.web.overview;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;

/// The last periods of a number as a small line, in a box of [#WIDTH] by [#HEIGHT], with the band of its intervals. A
/// period without a value is a gap.
///
/// @param line the commands of its path; `band` those of the area around it, empty without intervals
/// @param end the place of the newest value
/// @param goal the height of the goal, if there is one
/// @param words what it shows, for those who do not see it
public record Sparkline(String line, String band, Spot end, Optional<String> goal, String words) {
    public static final int WIDTH = 240;
    public static final int HEIGHT = 44;

    private static final int EDGE = 5;

    /// A place in the box, written as attributes are.
    public record Spot(String x, String y) {}

    /// Where values stand in the box.
    private record Scale(double low, double high, int periods) {
        String x(int period) {
            return number(EDGE + (WIDTH - 2 * EDGE) * (period + Measured.PERIODS - periods) / (Measured.PERIODS - 1.0));
        }

        String y(double value) {
            return number(
                    high == low ? HEIGHT / 2.0 : HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (value - low) / (high - low));
        }

        private static String number(double place) {
            return String.format(Locale.ROOT, "%.1f", place);
        }
    }

    static Sparkline of(Measured measured) {
        List<Row> rows = measured.complete();
        double[] values = rows.stream()
                .map(measured::value)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        double least = rows.stream()
                .mapToDouble(row -> bound(measured, row, "low").orElse(values[0]))
                .min()
                .orElse(0);
        double most = rows.stream()
                .mapToDouble(row -> bound(measured, row, "high").orElse(values[0]))
                .max()
                .orElse(1);
        var scale = new Scale(
                Math.min(least, measured.goal().orElse(least)),
                Math.max(most, measured.goal().orElse(most)),
                rows.size());
        double newest = measured.value().orElseThrow();
        return new Sparkline(
                line(measured, scale),
                band(measured, scale),
                new Spot(scale.x(rows.size() - 1), scale.y(newest)),
                measured.goal().isPresent()
                        ? Optional.of(scale.y(measured.goal().getAsDouble()))
                        : Optional.empty(),
                values.length + " " + measured.every() + "s, from "
                        + measured.text(java.util.Arrays.stream(values).min().orElseThrow()) + " to "
                        + measured.text(java.util.Arrays.stream(values).max().orElseThrow()));
    }

    /// A bound of the interval, else the value itself.
    private static OptionalDouble bound(Measured measured, Row row, String name) {
        OptionalDouble bound = Rows.real(row, name);
        return bound.isPresent() ? bound : measured.value(row);
    }

    private static String line(Measured measured, Scale scale) {
        var path = new StringBuilder();
        boolean isDrawing = false;
        for (int i = 0; i < measured.complete().size(); i++) {
            OptionalDouble value = measured.value(measured.complete().get(i));
            if (value.isPresent()) {
                path.append(isDrawing ? "L" : "M")
                        .append(scale.x(i))
                        .append(' ')
                        .append(scale.y(value.getAsDouble()));
            }
            isDrawing = value.isPresent();
        }
        return path.toString();
    }

    private static String band(Measured measured, Scale scale) {
        var path = new StringBuilder();
        Optional<Integer> begun = Optional.empty();
        for (int i = 0; i <= measured.complete().size(); i++) {
            boolean isIn = i < measured.complete().size()
                    && Rows.real(measured.complete().get(i), "low").isPresent();
            if (isIn && begun.isEmpty()) {
                begun = Optional.of(i);
            } else if (!isIn && begun.isPresent()) {
                area(path, measured.complete(), begun.get(), i, scale);
                begun = Optional.empty();
            }
        }
        return path.toString();
    }

    /// Along the upper bounds and back along the lower ones.
    private static void area(StringBuilder path, List<Row> rows, int first, int until, Scale scale) {
        for (int i = first; i < until; i++) {
            corner(path.append(i == first ? "M" : "L"), rows.get(i), "high", i, scale);
        }
        for (int i = until - 1; i >= first; i--) {
            corner(path.append("L"), rows.get(i), "low", i, scale);
        }
        path.append("Z");
    }

    private static void corner(StringBuilder path, Row row, String bound, int period, Scale scale) {
        path.append(scale.x(period))
                .append(' ')
                .append(scale.y(Rows.real(row, bound).orElseThrow()));
    }
}
