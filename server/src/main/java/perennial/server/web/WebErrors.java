package perennial.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import perennial.server.access.Open;
import perennial.server.api.Problem;

/// Tells people what goes wrong, as a page with the sentence that programs get.
@Controller
final class WebErrors implements HandlerExceptionResolver, Ordered {
    private final Pages pages;

    WebErrors(Pages pages) {
        this.pages = pages;
    }

    /// Before those who tell programs.
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    @SuppressWarnings("NullAway") // Spring's contract: null hands the fault on
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (!isPage(request, Optional.ofNullable(handler))) {
            return null;
        }
        if (response.isCommitted() || fault instanceof IOException) { // the reader is gone: there is nobody to tell
            return new ModelAndView();
        }
        Problem problem = Problem.of(fault);
        write(page(request, problem.status(), problem.detail()), response);
        return new ModelAndView();
    }

    /// What is wrong with a request that reached nothing of ours.
    @Open
    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> unreached(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        HttpStatus known = Optional.ofNullable(HttpStatus.resolve(status))
                .filter(HttpStatus::isError)
                .orElse(HttpStatus.BAD_REQUEST);
        return page(request, known, "This request is nothing that this server takes.");
    }

    private ResponseEntity<String> page(HttpServletRequest request, HttpStatus status, String sentence) {
        return pages.html(status, "error", new ErrorView(pages.page(request, heading(status)), sentence));
    }

    private static String heading(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Not here";
            case UNAUTHORIZED, FORBIDDEN -> "Not allowed";
            case SERVICE_UNAVAILABLE -> "Not now";
            default -> "Not understood";
        };
    }

    /// Whether people asked: for one of our pages, or with a browser for what is not there at all.
    private static boolean isPage(HttpServletRequest request, Optional<Object> handler) {
        if (handler.isPresent() && handler.get() instanceof HandlerMethod method) {
            return method.getBeanType().getPackageName().startsWith(WebErrors.class.getPackageName());
        }
        String taken = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return taken.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith("/api/");
    }

    private static void write(ResponseEntity<String> page, HttpServletResponse response) {
        response.setStatus(page.getStatusCode().value());
        page.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        try {
            response.getWriter().write(Optional.ofNullable(page.getBody()).orElse(""));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
