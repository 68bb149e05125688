package perennial.server.web.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import perennial.server.web.report.Chart.Point;
import perennial.server.web.report.Chart.Series;
import perennial.store.json.Json;

/// What the script of charts draws: `kind`, `measure`, `along`, `axis` and `series`, each with `name`, `tone` and lists
/// as long as `along`: `values`, `low`, `high`, `soFar` (values whose period still runs, which `values` leaves out) and
/// `who`; and `notes`, each with its `letter`, its `text` and where it is `at`, 2.5 for the middle of the third place.
final class ChartJson {
    private ChartJson() {}

    /// As it may stand within a page.
    static String of(Chart.Drawn chart, List<ReportView.Note> notes) {
        var fields = new TreeMap<String, Json>();
        fields.put("kind", new Json.Text(chart.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
        fields.put("measure", new Json.Text(chart.measure().name().toLowerCase(Locale.ROOT)));
        fields.put("axis", new Json.Text(chart.axis()));
        fields.put("along", list(chart.along(), Json.Text::new));
        fields.put("series", list(chart.series(), ChartJson::series));
        fields.put("notes", list(notes, ChartJson::note));
        return new Json.Object(fields).text().replace("<", "\\u003c");
    }

    private static Json note(ReportView.Note note) {
        var fields = new TreeMap<String, Json>();
        fields.put("letter", new Json.Text(note.letter()));
        fields.put("at", number(OptionalDouble.of(note.at())));
        fields.put("text", new Json.Text(note.text()));
        return new Json.Object(fields);
    }

    private static Json series(Series series) {
        var fields = new TreeMap<String, Json>();
        fields.put("name", new Json.Text(series.name()));
        fields.put("tone", new Json.Text(series.tone().name().toLowerCase(Locale.ROOT)));
        fields.put(
                "values",
                list(series.points(), point -> number(point.isSoFar() ? OptionalDouble.empty() : point.value())));
        fields.put(
                "soFar",
                list(series.points(), point -> number(point.isSoFar() ? point.value() : OptionalDouble.empty())));
        fields.put("low", list(series.points(), point -> number(point.low())));
        fields.put("high", list(series.points(), point -> number(point.high())));
        fields.put("who", list(series.points(), ChartJson::who));
        return new Json.Object(fields);
    }

    private static Json who(Point point) {
        Optional<Json> address = point.who().map(Json.Text::new);
        return address.orElse(Json.Literal.NULL);
    }

    private static Json number(OptionalDouble number) {
        return number.isPresent() ? new Json.Number(Double.toString(number.getAsDouble())) : Json.Literal.NULL;
    }

    private static <T> Json list(List<T> values, Function<T, Json> writing) {
        return new Json.Array(values.stream().map(writing).toList());
    }
}
