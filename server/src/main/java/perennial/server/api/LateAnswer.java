package perennial.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;

/// The answer of an address to a request that the server gives up meanwhile, because its body stops to come: it is
/// given in the place of the server's own.
public final class LateAnswer {
    private static final String NAME = LateAnswer.class.getName();

    private final ResponseEntity<String> answer;

    private LateAnswer(ResponseEntity<String> answer) {
        this.answer = answer;
    }

    /// Leaves an answer with the request.
    public static void leave(HttpServletRequest request, ResponseEntity<String> answer) {
        request.setAttribute(NAME, new LateAnswer(answer));
    }

    /// The one that was left with a request.
    static Optional<ResponseEntity<String>> of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof LateAnswer left ? Optional.of(left.answer) : Optional.empty();
    }
}
