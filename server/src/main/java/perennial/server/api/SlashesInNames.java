package perennial.server.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets ids and names in addresses of the API and of customers hold slashes and backslashes, written `%2F` and `%5C`:
/// nobody may be out of reach of an export or an erasure for the id they were given.
///
/// They part no path: what finds the method that answers, and the gate or the door before it, splits an address first
/// and decodes its pieces then. All other addresses are refused as ever: they hold no names, and one there can only be
/// meant to be read in two ways.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SlashesInNames extends OncePerRequestFilter
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final List<String> WITH_NAMES = List.of("/api/v1/", "/customers/");
    private static final Pattern SLASH = Pattern.compile("%2f|%5c", Pattern.CASE_INSENSITIVE);

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        });
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRequestURI();
        if (SLASH.matcher(address).find() && WITH_NAMES.stream().noneMatch(address::startsWith)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }
}
