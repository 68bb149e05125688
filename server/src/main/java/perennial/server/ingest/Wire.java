package perennial.server.ingest;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import perennial.server.ingest.Fault.Kind;
import perennial.store.imports.Calls;
import perennial.store.json.Json;

/// What the protocols have in common: fields of bodies, and answers.
final class Wire {
    private static final String RETRY_AFTER_SECONDS = "1";

    private static final Json.Object NO_FIELDS = new Json.Object(new TreeMap<>());

    /// What is said of a call whose id was used before for something else.
    static final String CONFLICTING =
            "Its id was used before with other content; the first copy stays. Give each call an id of its own";

    /// What is said of a call of somebody who wanted to be forgotten.
    static final String ERASED = "Its person was erased; nothing of the call is kept";

    private Wire() {}

    /// The status most clients understand.
    static int status(Fault fault) {
        return switch (fault.kind()) {
            case UNREADABLE -> 400;
            case NO_KEY -> 401;
            case STARVED -> 408;
            case TOO_LARGE -> 413;
            case TOO_OFTEN -> 429;
            case OVERLOADED -> 503;
        };
    }

    /// A text field; empty if it is missing or no text.
    static String text(Json.Object body, String name) {
        return body.field(name).orElse(Json.Literal.NULL) instanceof Json.Text(String text) ? text : "";
    }

    /// A list, which must be there.
    static List<Json> list(Json.Object body, String name) throws Fault {
        if (body.field(name).orElse(Json.Literal.NULL) instanceof Json.Array(List<Json> values)) {
            return values;
        }
        throw new Fault(Kind.UNREADABLE, "\"" + name + "\" is no list; give one with an object for each call");
    }

    /// An object; one without fields if it is missing or no object.
    static Json.Object object(Json.Object body, String name) {
        return object(body.field(name).orElse(Json.Literal.NULL));
    }

    /// A value that is an object; else one without fields.
    static Json.Object object(Json value) {
        return value instanceof Json.Object object ? object : NO_FIELDS;
    }

    /// The first of some values, if it is an object; else one without fields.
    static Json.Object firstObject(List<Json> values) {
        return values.isEmpty() ? NO_FIELDS : object(values.getFirst());
    }

    /// The first that is there of some texts; empty if none is.
    static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    static Json number(long number) {
        return new Json.Number(Long.toString(number));
    }

    /// A time in ISO 8601; none if it is missing or cannot be read: then no clock is corrected.
    static OptionalLong time(Json.Object body, String name) {
        return time(text(body, name));
    }

    /// None, too, for a time at which nothing could be stored.
    static OptionalLong time(String text) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long millis = OffsetDateTime.parse(text).toInstant().toEpochMilli();
            return Calls.isTime(millis) ? OptionalLong.of(millis) : OptionalLong.empty();
        } catch (DateTimeException | ArithmeticException e) { // the latter for years far beyond any
            return OptionalLong.empty();
        }
    }

    static ResponseEntity<String> json(int status, Map<String, ? extends Json> fields) {
        return answer(status, MediaType.APPLICATION_JSON, new Json.Object(new TreeMap<>(fields)).text());
    }

    /// An answer; those that ask to come again say when.
    static ResponseEntity<String> answer(int status, MediaType type, String body) {
        var answer = ResponseEntity.status(status).contentType(type);
        if (status == 429 || status == 503) {
            answer.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        return answer.body(body);
    }
}
