package perennial.server.web.segment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The size of a segment at the ends of months, as a line.
public record SizeLine(List<Point> points) {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 120;
    private static final int EDGE = 6;

    /// One end of a month.
    public record Point(String month, Counted.Size size) {}

    /// The corners, as SVG has them.
    public String corners() {
        return IntStream.range(0, points.size())
                .mapToObj(i -> x(i) + "," + y(i))
                .collect(Collectors.joining(" "));
    }

    public String lastX() {
        return x(points.size() - 1);
    }

    public String lastY() {
        return y(points.size() - 1);
    }

    /// What the line shows, for who does not see it.
    public String words() {
        return "From " + points.getFirst().size().number() + " at the end of "
                + points.getFirst().month() + " to " + points.getLast().size().number() + " at the end of "
                + points.getLast().month();
    }

    private String x(int index) {
        return coordinate(EDGE + (double) (WIDTH - 2 * EDGE) * index / Math.max(1, points.size() - 1));
    }

    private String y(int index) {
        long most =
                points.stream().mapToLong(each -> each.size().members()).max().orElse(0);
        double share = (double) points.get(index).size().members() / Math.max(1, most);
        return coordinate(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share);
    }

    private static String coordinate(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
