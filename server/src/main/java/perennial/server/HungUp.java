package perennial.server;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/// Clients that hang up before they have their answer: there is nobody to tell, and nothing is wrong here.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HungUp {
    @ExceptionHandler
    void of(AsyncRequestNotUsableException gone) {
        // what was stored is stored; the client will send it again
    }
}
