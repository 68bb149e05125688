package perennial.server.ingest;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import perennial.store.json.Json;
import perennial.store.json.JsonError;

/// JSON without halves of signs, which programs send that cut a text in the middle of an emoji: each becomes the sign
/// for unknown signs. Such halves cannot be stored.
final class WellFormed {
    private static final char UNKNOWN = '\uFFFD';

    private WellFormed() {}

    /// Reads JSON; only where its text may hold halves, which are written as escapes, is every text looked at.
    ///
    /// @throws JsonError saying where the text is wrong
    static Json parse(String text) {
        Json value = Json.parse(text);
        return text.contains("\\ud") || text.contains("\\uD") ? of(value) : value;
    }

    private static Json of(Json value) {
        return switch (value) {
            case Json.Text(String text) -> new Json.Text(of(text));
            case Json.Array(List<Json> values) ->
                new Json.Array(values.stream().map(WellFormed::of).toList());
            case Json.Object(SortedMap<String, Json> fields) -> {
                var mended = new TreeMap<String, Json>();
                fields.forEach((name, each) -> mended.put(of(name), of(each)));
                yield new Json.Object(mended);
            }
            case Json.Number _, Json.Literal _ -> value;
        };
    }

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return mended(text);
            }
        }
        return text;
    }

    private static String mended(String text) {
        var mended = new StringBuilder(text.length());
        text.codePoints()
                .map(sign -> Character.getType(sign) == Character.SURROGATE ? UNKNOWN : sign)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }
}
