package perennial.server.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The answers to requests that reach nothing of ours: short JSON, never a stack trace.
@RestController
final class Errors implements ErrorController {
    @RequestMapping("/error")
    ResponseEntity<String> error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return LateAnswer.of(request).orElseGet(() -> problem(status).answer());
    }

    private static Problem problem(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return new Problem(
                known == null || !known.isError() ? HttpStatus.BAD_REQUEST : known,
                "The request is nothing that this server takes; /api/docs says what it takes");
    }

    /// Tells those too whose request is no HTTP.
    @Component
    static final class Before implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(Valve.class.getName());
                }
            });
        }
    }

    /// Made by Tomcat, by its name.
    public static final class Valve extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.setCharacterEncoding("utf-8");
                response.getReporter().write(problem(status).body());
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                // the client is gone: there is nobody to tell
            }
        }
    }
}
