package perennial.server.ingest;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import perennial.server.ingest.Fault.Kind;
import perennial.store.json.Json;

/// What the protocols have in common: fields of bodies, and answers.
final class Wire {
    private static final String RETRY_AFTER_SECONDS = "1";

    private Wire() {}

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

    /// A time in ISO 8601; none if it is missing or cannot be read: then no clock is corrected.
    static OptionalLong time(Json.Object body, String name) {
        try {
            String text = text(body, name);
            return text.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(OffsetDateTime.parse(text).toInstant().toEpochMilli());
        } catch (DateTimeException e) {
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
