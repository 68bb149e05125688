package perennial.server.api;

import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import perennial.core.catalogue.NoQuestion;
import perennial.core.question.BadOption;
import perennial.server.access.NoAccess;
import perennial.store.StoreFailure;
import perennial.store.json.Json;

/// What went wrong with a request, as RFC 9457 has it.
///
/// | thrown | status |
/// |---|---|
/// | [NoAccess] | 401 without a key that holds, 403 with one that may not |
/// | [NoQuestion], [NotThere], an address there is not | 404 |
/// | an address asked in a way it does not take | 405 |
/// | a parameter that is missing or of another type | 400 |
/// | [BadOption] and other types of ours that are an [IllegalArgumentException] | 400 |
/// | [StoreFailure]: something outside the program | 503, and the log has it |
/// | anything else, a bug | 503, and the log has it |
///
/// @param detail the sentence: what it is and what to do
/// @param more members of its own, such as the option that is meant
public record Problem(HttpStatus status, String detail, Map<String, String> more) {
    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

    Problem(HttpStatus status, String detail) {
        this(status, detail, Map.of());
    }

    /// What is wrong, by what was thrown.
    public static Problem of(Exception fault) {
        return switch (fault) {
            case NoAccess none ->
                new Problem(none.isKnown() ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED, none.sentence());
            case NoQuestion none -> new Problem(HttpStatus.NOT_FOUND, sentence(none));
            case NotThere none -> new Problem(HttpStatus.NOT_FOUND, sentence(none));
            case NoResourceFoundException none ->
                new Problem(
                        HttpStatus.NOT_FOUND,
                        "There is nothing at /" + none.getResourcePath() + "; /api/docs lists the addresses there are");
            case HttpRequestMethodNotSupportedException other ->
                new Problem(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "This address does not take " + other.getMethod() + "; /api/docs says what it takes");
            case ServletRequestBindingException missing ->
                new Problem(HttpStatus.BAD_REQUEST, "This is no form of ours: " + missing.getMessage());
            case MethodArgumentTypeMismatchException bad ->
                new Problem(
                        HttpStatus.BAD_REQUEST,
                        bad.getName() + ": \"" + bad.getValue() + "\" is nothing that can stand here");
            case BadOption bad ->
                new Problem(HttpStatus.BAD_REQUEST, bad.option() + ": " + bad.fault(), Map.of("option", bad.option()));
            case StoreFailure outside -> {
                LOG.warn("{}", outside.getMessage());
                yield new Problem(HttpStatus.SERVICE_UNAVAILABLE, sentence(outside));
            }
            default -> {
                if (fault instanceof IllegalArgumentException && isOurs(fault)) {
                    yield new Problem(HttpStatus.BAD_REQUEST, sentence(fault));
                }
                LOG.error("A request was not answered", fault);
                yield new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "This is a bug in Perennial; the log of the server has the details, please report them");
            }
        };
    }

    private static boolean isOurs(Exception fault) {
        return fault.getClass().getName().startsWith("perennial.");
    }

    private static String sentence(Exception fault) {
        return String.valueOf(fault.getMessage());
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
