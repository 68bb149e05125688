package perennial.server.web.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.answer.State;
import perennial.core.calendar.Every;
import perennial.server.web.Figures;
import perennial.server.web.report.Chart.Measure;
import perennial.server.web.report.Chart.Point;
import perennial.server.web.report.Chart.Series;
import perennial.server.web.report.Chart.Tone;
import perennial.server.web.report.Chart.Triangle;

/// The pictures of retention: the pooled curve, and the triangle of cohorts.
final class Retained {
    private static final String ALL = "all";

    private Retained() {}

    /// The pooled cell that stands for a whole answer: week 4, day 7, month 1, or the last before it.
    static Optional<Row> headline(Answered answer) {
        int wanted = switch (answer.every()) {
            case HOUR -> 24;
            case DAY -> 7;
            case WEEK -> 4;
            case MONTH, QUARTER, YEAR -> 1;
        };
        List<Row> known = pooled(answer).stream()
                .filter(row -> Rows.real(row, "value").isPresent())
                .filter(row -> Integer.parseInt(Rows.key(row, "n")) <= wanted)
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(known.getLast());
    }

    /// The cells of all cohorts together.
    static List<Row> pooled(Answered answer) {
        return answer.rows().stream()
                .filter(row -> Rows.key(row, "cohort").equals(ALL))
                .toList();
    }

    /// The pooled shares by period: of the answer itself, and beside it those of the other rule.
    static Chart curve(Answered answer, Optional<Answered> orLater) {
        List<String> along = columns(answer);
        List<Series> series = new ArrayList<>();
        series.add(line("In period n", Tone.PINE, answer, along));
        orLater.ifPresent(other -> series.add(line("In period n or later", Tone.BLUE, other, along)));
        return new Chart.Lines(along, Words.heading(answer.every() + "s after the first"), Measure.SHARE, series);
    }

    private static Series line(String name, Tone tone, Answered answer, List<String> along) {
        Map<String, Row> byColumn = new LinkedHashMap<>();
        pooled(answer).forEach(row -> byColumn.put(Rows.key(row, "n"), row));
        return new Series(
                name,
                tone,
                along.stream()
                        .map(column -> Optional.ofNullable(byColumn.get(column))
                                .map(row -> new Point(
                                        Rows.real(row, "value"),
                                        Rows.real(row, "low"),
                                        Rows.real(row, "high"),
                                        false,
                                        answer.who(row, "returned")))
                                .orElseGet(Point::none))
                        .toList());
    }

    private static List<String> columns(Answered answer) {
        SequencedSet<String> columns = new LinkedHashSet<>();
        answer.rows().forEach(row -> columns.add(Rows.key(row, "n")));
        return List.copyOf(columns);
    }

    /// The cohorts, all of them together first; the colours fit the range of the complete shares after period 0.
    static Chart triangle(Answered answer) {
        Map<String, List<Row>> cohorts = new LinkedHashMap<>();
        pooled(answer)
                .forEach(row ->
                        cohorts.computeIfAbsent(ALL, _ -> new ArrayList<>()).add(row));
        answer.rows().forEach(row -> {
            if (!Rows.key(row, "cohort").equals(ALL)) {
                cohorts.computeIfAbsent(Rows.key(row, "cohort"), _ -> new ArrayList<>())
                        .add(row);
            }
        });
        double[] shares = answer.rows().stream()
                .filter(row ->
                        row.state() == State.COMPLETE && !Rows.key(row, "n").equals("0"))
                .map(row -> Rows.real(row, "value"))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        double low = shares.length == 0 ? 0 : Math.floor(20 * shares[shares.length / 20]) / 20;
        double high = shares.length == 0 ? 1 : Math.ceil(20 * shares[shares.length - 1 - shares.length / 20]) / 20;
        return new Triangle(
                answer.every() == Every.WEEK
                        ? "Week of"
                        : Words.heading(answer.every().toString()),
                columns(answer).stream().filter(n -> !n.equals("0")).toList(),
                cohorts.entrySet().stream()
                        .map(cohort -> line(answer, cohort.getKey(), cohort.getValue(), low, high))
                        .toList(),
                low,
                high);
    }

    private static Triangle.Line line(Answered answer, String cohort, List<Row> rows, double low, double high) {
        boolean isPooled = cohort.equals(ALL);
        String name = isPooled ? "All, pooled" : Figures.period(cohort, answer.every());
        return new Triangle.Line(
                name,
                Figures.whole(Rows.count(rows.getFirst(), "size")),
                isPooled,
                rows.stream()
                        .filter(row -> !Rows.key(row, "n").equals("0"))
                        .map(row -> square(answer, row, name, low, high))
                        .toList());
    }

    private static Triangle.Square square(Answered answer, Row row, String cohort, double low, double high) {
        OptionalDouble value = Rows.real(row, "value");
        String what = cohort + ", " + answer.every() + " " + Rows.key(row, "n") + ": ";
        if (value.isEmpty()) {
            String why = row.state() == State.NOT_YET ? "not yet" : "nobody there";
            return new Triangle.Square(
                    "", Optional.empty(), State.NOT_YET.toString(), what + why, Optional.empty(), false);
        }
        long of = Rows.count(row, row.state() == State.COMPLETE ? "eligible" : "size");
        String sentence = what + Figures.bare(value.getAsDouble()) + "%, "
                + Figures.whole(Rows.count(row, "returned")) + " of " + Figures.whole(of)
                + (row.state() == State.COMPLETE ? "" : " so far");
        int step = (int) Math.clamp(Math.floor(10 * (value.getAsDouble() - low) / Math.max(0.01, high - low)), 0, 9);
        return new Triangle.Square(
                Figures.bare(value.getAsDouble()),
                row.state() == State.COMPLETE ? Optional.of(step) : Optional.empty(),
                row.state().toString(),
                sentence,
                answer.who(row, "returned"),
                answer.isOpen(row, "returned"));
    }
}
