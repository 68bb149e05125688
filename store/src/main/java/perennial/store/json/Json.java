package perennial.store.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// One JSON value. Its text is canonical: keys sorted by UTF-16 code unit, no spaces, numbers as they were sent.
/// Of a key that comes twice, the last value counts.
public sealed interface Json {
    record Text(String value) implements Json {}

    /// A number as it was written; `literal` follows JSON's grammar.
    record Number(String literal) implements Json {}

    enum Literal implements Json {
        TRUE,
        FALSE,
        NULL
    }

    record Array(List<Json> values) implements Json {
        public Array {
            values = List.copyOf(values);
        }
    }

    record Object(SortedMap<String, Json> fields) implements Json {
        /// The value under a key, unless it is missing or `null`.
        public Optional<Json> field(String key) {
            Json value = fields.get(key);
            return value == null || value == Literal.NULL ? Optional.empty() : Optional.of(value);
        }
    }

    /// Appends the canonical text.
    default void write(StringBuilder to) {
        switch (this) {
            case Text(String value) -> JsonText.quote(value, to);
            case Number(String literal) -> to.append(literal);
            case Literal.TRUE -> to.append("true");
            case Literal.FALSE -> to.append("false");
            case Literal.NULL -> to.append("null");
            case Array(List<Json> values) -> {
                char before = '[';
                for (Json value : values) {
                    to.append(before);
                    value.write(to);
                    before = ',';
                }
                to.append(values.isEmpty() ? "[]" : "]");
            }
            case Object(SortedMap<String, Json> fields) -> {
                char before = '{';
                for (Map.Entry<String, Json> field : fields.entrySet()) {
                    to.append(before);
                    JsonText.quote(field.getKey(), to);
                    to.append(':');
                    field.getValue().write(to);
                    before = ',';
                }
                to.append(fields.isEmpty() ? "{}" : "}");
            }
        }
    }

    /// The canonical text.
    default String text() {
        var text = new StringBuilder();
        write(text);
        return text.toString();
    }

    /// A list of texts.
    static Array texts(List<String> values) {
        return new Array(values.stream().<Json>map(Text::new).toList());
    }

    /// Reads one value and nothing after it.
    ///
    /// @throws JsonError saying where the text is wrong
    static Json parse(String text) {
        try (JsonParser parser = Factory.JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Json value = read(parser);
            if (parser.nextToken() != null) {
                throw new JsonError("more text after the end of the value", column(parser));
            }
            return value;
        } catch (StreamReadException | StreamConstraintsException e) {
            throw new JsonError(
                    e.getOriginalMessage(),
                    e.getLocation() == null ? 1 : e.getLocation().getColumnNr());
        }
    }

    private static Json read(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonError("the text is empty", 1);
        }
        return switch (token) {
            case VALUE_STRING -> new Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Number(parser.getString());
            case VALUE_TRUE -> Literal.TRUE;
            case VALUE_FALSE -> Literal.FALSE;
            case VALUE_NULL -> Literal.NULL;
            case START_ARRAY -> {
                List<Json> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(read(parser));
                }
                yield new Array(values);
            }
            case START_OBJECT -> {
                SortedMap<String, Json> fields = new TreeMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    fields.put(key, read(parser));
                }
                yield new Object(fields);
            }
            case END_ARRAY, END_OBJECT, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new JsonError("unexpected " + token, column(parser));
        };
    }

    private static int column(JsonParser parser) {
        return parser.currentTokenLocation().getColumnNr();
    }

    /// Built once: making one is slow.
    final class Factory {
        /// What a text of segments as deep as they may be needs.
        private static final int DEEPEST = 1_000;

        static final JsonFactory JSON = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build();

        private Factory() {}
    }
}
