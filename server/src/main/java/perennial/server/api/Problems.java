package perennial.server.api;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import perennial.server.access.NoAccess;

/// Tells programs what goes wrong, as a [Problem].
@RestControllerAdvice
final class Problems {
    @ExceptionHandler
    ResponseEntity<String> of(NoAccess fault) {
        var problem = Problem.of(fault);
        if (fault.isKnown()) {
            return problem.answer();
        }
        return problem.head()
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Perennial\"", "Basic realm=\"Perennial\"")
                .body(problem.body());
    }

    @ExceptionHandler
    ResponseEntity<String> of(HttpRequestMethodNotSupportedException fault) {
        var problem = Problem.of(fault);
        return problem.head().headers(fault.getHeaders()).body(problem.body());
    }

    @ExceptionHandler
    ResponseEntity<String> of(Exception fault) {
        var problem = Problem.of(fault);
        return problem.status() == HttpStatus.SERVICE_UNAVAILABLE
                ? problem.head().header(HttpHeaders.RETRY_AFTER, "1").body(problem.body())
                : problem.answer();
    }
}
