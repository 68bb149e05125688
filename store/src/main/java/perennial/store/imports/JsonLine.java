package perennial.store.imports;

import java.util.Optional;
import perennial.store.json.Json;
import perennial.store.json.JsonError;

/// One line of NDJSON, and the values under its dotted paths.
final class JsonLine {
    private JsonLine() {}

    static Json.Object object(String line) throws Refused {
        try {
            if (Json.parse(line) instanceof Json.Object object) {
                return object;
            }
        } catch (JsonError e) {
            throw new Refused(
                    "", line, Reason.BAD_JSON, "The line is " + e.getMessage() + "; each line holds one JSON object");
        }
        throw new Refused(
                "",
                line,
                Reason.BAD_JSON,
                "The line is JSON but no object; each line holds one such as" + " {\"type\":\"track\",…}");
    }

    /// The value under a name, or under a path such as `context.page.url` if no field has the whole as its name.
    static Optional<Json> at(Json.Object object, String path) {
        Optional<Json> whole = object.field(path);
        int dot = path.indexOf('.');
        if (whole.isPresent() || dot < 0) {
            return whole;
        }
        return object.field(path.substring(0, dot))
                .filter(Json.Object.class::isInstance)
                .flatMap(inner -> at((Json.Object) inner, path.substring(dot + 1)));
    }

    /// A value as a cell: texts without quotes, `null` empty, the rest as it is written.
    static String plain(Json value) {
        return switch (value) {
            case Json.Text(String text) -> text;
            case Json.Literal.NULL -> "";
            default -> value.text();
        };
    }
}
