package perennial.server.api;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import perennial.store.json.Json;

/// What went wrong with a request, as RFC 9457 has it.
///
/// @param detail the sentence: what it is and what to do
/// @param more members of its own, such as the option that is meant
record Problem(HttpStatus status, String detail, Map<String, String> more) {
    Problem(HttpStatus status, String detail) {
        this(status, detail, Map.of());
    }

    ResponseEntity.BodyBuilder head() {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    String body() {
        var fields = new TreeMap<String, Json>();
        fields.put("type", new Json.Text("about:blank"));
        fields.put("title", new Json.Text(status.getReasonPhrase()));
        fields.put("status", new Json.Number(String.valueOf(status.value())));
        fields.put("detail", new Json.Text(detail));
        more.forEach((name, value) -> fields.put(name, new Json.Text(value)));
        return new Json.Object(fields).text() + "\n";
    }

    ResponseEntity<String> answer() {
        return head().body(body());
    }
}
