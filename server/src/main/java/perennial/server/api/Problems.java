package perennial.server.api;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import perennial.core.catalogue.NoQuestion;
import perennial.core.question.BadOption;
import perennial.server.access.NoAccess;
import perennial.store.StoreFailure;

/// Tells what goes wrong in a sentence.
///
/// | thrown | status |
/// |---|---|
/// | [NoAccess] | 401 without a key that holds, 403 with one that may not |
/// | [NoQuestion], [NotThere], an address there is not | 404 |
/// | [BadOption] and other types of ours that are an [IllegalArgumentException] | 400 |
/// | [StoreFailure]: something outside the program | 503 |
/// | anything else, a bug | 503, and the log has it |
@RestControllerAdvice
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<String> of(NoAccess fault) {
        if (fault.isKnown()) {
            return new Problem(HttpStatus.FORBIDDEN, fault.sentence()).answer();
        }
        var problem = new Problem(HttpStatus.UNAUTHORIZED, fault.sentence());
        return problem.head()
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Perennial\"", "Basic realm=\"Perennial\"")
                .body(problem.body());
    }

    @ExceptionHandler({NoQuestion.class, NotThere.class})
    ResponseEntity<String> notThere(RuntimeException fault) {
        return new Problem(HttpStatus.NOT_FOUND, sentence(fault)).answer();
    }

    @ExceptionHandler
    ResponseEntity<String> of(NoResourceFoundException fault) {
        return new Problem(
                        HttpStatus.NOT_FOUND,
                        "There is nothing at /" + fault.getResourcePath() + "; /api/docs lists the addresses there are")
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<String> of(HttpRequestMethodNotSupportedException fault) {
        var problem = new Problem(
                HttpStatus.METHOD_NOT_ALLOWED,
                "This address does not take " + fault.getMethod() + "; /api/docs says what it takes");
        return problem.head().headers(fault.getHeaders()).body(problem.body());
    }

    @ExceptionHandler
    ResponseEntity<String> of(BadOption fault) {
        return new Problem(
                        HttpStatus.BAD_REQUEST, fault.option() + ": " + fault.fault(), Map.of("option", fault.option()))
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<String> of(StoreFailure fault) {
        LOG.warn("{}", fault.getMessage());
        return unavailable(sentence(fault));
    }

    @ExceptionHandler
    ResponseEntity<String> of(Exception fault) {
        if (fault instanceof IllegalArgumentException && isOurs(fault)) {
            return new Problem(HttpStatus.BAD_REQUEST, sentence(fault)).answer();
        }
        LOG.error("A request was not answered", fault);
        return unavailable("This is a bug in Perennial; the log of the server has the details, please report them");
    }

    private static ResponseEntity<String> unavailable(String sentence) {
        var problem = new Problem(HttpStatus.SERVICE_UNAVAILABLE, sentence);
        return problem.head().header(HttpHeaders.RETRY_AFTER, "1").body(problem.body());
    }

    private static boolean isOurs(Exception fault) {
        return fault.getClass().getName().startsWith("perennial.");
    }

    private static String sentence(Exception fault) {
        return String.valueOf(fault.getMessage());
    }
}
