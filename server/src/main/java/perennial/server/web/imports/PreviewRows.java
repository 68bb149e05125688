package perennial.server.web.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.server.web.Figures;
import perennial.store.imports.Glance;
import perennial.store.imports.Preview;
import perennial.store.imports.Reject;
import perennial.store.json.Json;

/// The first rows of a file as they would be stored.
///
/// @param looked which were looked at, in words
/// @param ready how many of them can be
/// @param refused the first that cannot
/// @param refusals how many cannot
public record PreviewRows(List<Row> rows, String looked, String ready, List<Reject> refused, String refusals) {
    private static final int SHOWN = 8;
    private static final int REFUSED = 3;

    /// One event, or fact about somebody.
    ///
    /// @param more its properties and traits
    public record Row(long line, String time, String who, String event, String value, String more) {}

    static PreviewRows of(Preview preview, ZoneId zone) {
        return new PreviewRows(
                preview.lines().stream()
                        .limit(SHOWN)
                        .map(line -> row(line, zone))
                        .toList(),
                looked(preview.lines().size() + preview.refused().size()),
                Figures.whole(preview.lines().size()),
                preview.refused().stream().limit(REFUSED).toList(),
                Figures.whole(preview.refused().size()));
    }

    private static String looked(int rows) {
        return (rows < Glance.ROWS ? "Of its " : "Of the first ") + Figures.whole(rows) + " rows";
    }

    private static Row row(Preview.Line line, ZoneId zone) {
        Json.Object stored = (Json.Object) Json.parse(line.stored());
        return new Row(
                line.line(),
                Figures.moment(Instant.parse(text(stored, "time")), zone),
                Stream.of("user", "visitor", "customer")
                        .map(kind -> text(stored, kind))
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.joining(" · ")),
                text(stored, "event"),
                Stream.of(text(stored, "value"), text(stored, "currency"))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" ")),
                Stream.of("properties", "traits")
                        .flatMap(kind -> fields(stored, kind))
                        .collect(Collectors.joining(", ")));
    }

    private static String text(Json.Object stored, String field) {
        return stored.field(field).map(PreviewRows::plain).orElse("");
    }

    private static Stream<String> fields(Json.Object stored, String field) {
        return stored.field(field).map(Json.Object.class::cast).stream()
                .flatMap(object -> object.fields().entrySet().stream())
                .map(each -> each.getKey() + ": " + plain(each.getValue()));
    }

    private static String plain(Json value) {
        return switch (value) {
            case Json.Text(String text) -> text;
            case Json.Number(String literal) -> literal;
            default -> value.text();
        };
    }

    /// Whether some of the rows cannot be read.
    public Optional<Reject> firstRefused() {
        return refused.stream().findFirst();
    }
}
