package perennial.server.web.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.answer.State;
import perennial.server.web.report.Chart.Measure;
import perennial.server.web.report.Chart.Point;
import perennial.server.web.report.Chart.Series;
import perennial.server.web.report.Chart.Tone;

/// Which picture an answer has. A question without a line of its own is drawn as its value over its periods.
final class Charts {
    /// More lines than this cannot be told apart.
    static final int MOST_SERIES = 6;

    private Charts() {}

    static Optional<Chart> of(Answered answer) {
        if (answer.rows().isEmpty()) {
            return Optional.empty();
        }
        return switch (answer.inquiry().kind().name()) {
            case "lifecycle" -> answer.isSplit() ? overTime(answer, "active") : Optional.of(flows(answer));
            case "traffic" -> Optional.of(stacked(answer, "channel", "sessions"));
            case "cancel-reasons" -> Optional.of(stacked(answer, "reason", "ended"));
            case "return-curve" -> Optional.of(lines(answer, "day", "Days after leaving", "value", "returned"));
            case "frequency" -> Optional.of(histogram(answer, "periods", "customers"));
            case "funnel" -> Optional.of(FunnelSteps.of(answer));
            case "at-risk", "paths", "inactivity" -> Optional.empty();
            default -> overTime(answer, measured(answer));
        };
    }

    /// The number of an answer that is drawn as a line.
    static String measured(Answered answer) {
        return switch (answer.inquiry().kind().name()) {
            case "acquisition" -> "new";
            case "sessions" -> "sessions";
            default -> new Rows(answer.rows()).have("value") ? "value" : "customers";
        };
    }

    private static Optional<Chart> overTime(Answered answer, String cell) {
        return new Rows(answer.rows()).have("period", cell)
                ? Optional.of(lines(answer, "period", "", cell, count(answer, cell)))
                : Optional.empty();
    }

    /// The count whose people stand behind a value: the last before it.
    private static String count(Answered answer, String cell) {
        String found = cell;
        for (Map.Entry<String, Cell> each : answer.rows().getFirst().cells().entrySet()) {
            if (each.getKey().equals(cell)) {
                return found;
            }
            if (each.getValue() instanceof Cell.Count) {
                found = each.getKey();
            }
        }
        return found;
    }

    /// A line per group; of many groups, those with the largest last values.
    private static Chart lines(Answered answer, String along, String axis, String cell, String count) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        answer.rows()
                .forEach(row -> groups.computeIfAbsent(Rows.key(row, "group"), _ -> new ArrayList<>())
                        .add(row));
        SequencedSet<String> keys = keys(answer, along);
        List<Series> series = groups.entrySet().stream()
                .sorted(Comparator.comparingDouble(group -> -largest(group.getValue(), cell)))
                .limit(MOST_SERIES)
                .map(group -> new Series(
                        group.getKey().isEmpty() ? Words.heading(cell) : group.getKey(),
                        groups.size() == 1 ? Tone.PINE : Tone.OTHER,
                        points(answer, group.getValue(), keys, along, cell, count)))
                .toList();
        return new Chart.Lines(names(answer, keys, along), axis, measure(answer, cell), series);
    }

    private static double largest(List<Row> rows, String cell) {
        return rows.stream()
                .mapToDouble(row -> Answered.number(row, cell).orElse(0))
                .sum();
    }

    private static SequencedSet<String> keys(Answered answer, String along) {
        SequencedSet<String> keys = new LinkedHashSet<>();
        answer.rows().forEach(row -> keys.add(Rows.key(row, along)));
        return keys;
    }

    private static List<String> names(Answered answer, SequencedSet<String> keys, String along) {
        return keys.stream()
                .map(key -> along.equals("period") ? perennial.server.web.Figures.period(key, answer.every()) : key)
                .toList();
    }

    private static List<Point> points(
            Answered answer, List<Row> rows, SequencedSet<String> keys, String along, String cell, String count) {
        Map<String, Row> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(Rows.key(row, along), row));
        return keys.stream()
                .map(key -> Optional.ofNullable(byKey.get(key))
                        .map(row -> point(answer, row, cell, count))
                        .orElseGet(Point::none))
                .toList();
    }

    private static Point point(Answered answer, Row row, String cell, String count) {
        boolean isShare = row.cells().get(cell) instanceof Cell.Proportion;
        return new Point(
                Answered.number(row, cell),
                isShare ? Rows.real(row, "low") : OptionalDouble.empty(),
                isShare ? Rows.real(row, "high") : OptionalDouble.empty(),
                row.state() != State.COMPLETE,
                row.cells().get(count) instanceof Cell.Count ? answer.who(row, count) : Optional.empty());
    }

    private static Measure measure(Answered answer, String cell) {
        for (Row row : answer.rows()) {
            switch (row.cells().getOrDefault(cell, new Cell.Missing())) {
                case Cell.Count _ -> {
                    return Measure.COUNT;
                }
                case Cell.Proportion _ -> {
                    return Measure.SHARE;
                }
                case Cell.Key _,
                        Cell.NoKey _,
                        Cell.Index _,
                        Cell.Real _,
                        Cell.Amount _,
                        Cell.Missing _,
                        Cell.Judged _ -> {
                    // told by another row, or a plain number
                }
            }
        }
        return Measure.NUMBER;
    }

    private static Chart flows(Answered answer) {
        SequencedSet<String> keys = keys(answer, "period");
        return new Chart.Flows(
                names(answer, keys, "period"),
                "",
                Measure.COUNT,
                List.of(
                        flow(answer, keys, "Came back after a break", Tone.PINE, "reactivated", 1),
                        flow(answer, keys, "New", Tone.BLUE, "new", 1),
                        flow(answer, keys, "Went quiet", Tone.CLAY, "dormant", -1)));
    }

    private static Series flow(
            Answered answer, SequencedSet<String> keys, String name, Tone tone, String cell, int sign) {
        List<Point> points = points(answer, answer.rows(), keys, "period", cell, cell).stream()
                .map(point -> new Point(
                        point.value().isPresent()
                                ? OptionalDouble.of(sign * point.value().getAsDouble())
                                : point.value(),
                        point.low(),
                        point.high(),
                        point.isSoFar(),
                        point.who()))
                .map(point -> tone == Tone.CLAY && point.isSoFar() ? Point.none() : point) // they may still come
                .toList();
        return new Series(name, tone, points);
    }

    private static Chart stacked(Answered answer, String part, String count) {
        Map<String, List<Row>> parts = new LinkedHashMap<>();
        answer.rows().stream()
                .filter(row -> !Rows.key(row, part).isEmpty())
                .forEach(row -> parts.computeIfAbsent(Rows.key(row, part), _ -> new ArrayList<>())
                        .add(row));
        SequencedSet<String> keys = keys(answer, "period");
        List<Series> series = parts.entrySet().stream()
                .sorted(Comparator.comparingDouble(each -> -largest(each.getValue(), count)))
                .limit(MOST_SERIES)
                .map(each -> new Series(
                        each.getKey(), Tone.OTHER, points(answer, each.getValue(), keys, "period", count, count)))
                .toList();
        return new Chart.Flows(names(answer, keys, "period"), "", Measure.COUNT, series);
    }

    private static Chart histogram(Answered answer, String along, String count) {
        SequencedSet<String> keys = keys(answer, along);
        return new Chart.Bars(
                List.copyOf(keys),
                "Periods active",
                Measure.COUNT,
                List.of(new Series("Customers", Tone.PINE, points(answer, answer.rows(), keys, along, count, count))));
    }
}
