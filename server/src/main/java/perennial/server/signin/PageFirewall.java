package perennial.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import perennial.server.access.Audience;

/// Refuses addresses that could be read in two ways, if they are of pages; programs with a key are asked for it
/// whatever they send. Ids stand in addresses and may hold a percent sign or a semicolon, written `%25` and `%3B`, and
/// where names stand slashes and backslashes too, written `%2F` and `%5C`.
@Component
final class PageFirewall implements HttpFirewall {
    private final Audience audience;
    private final StrictHttpFirewall strict = new StrictHttpFirewall();

    PageFirewall(Audience audience) {
        this.audience = audience;
        strict.setAllowUrlEncodedPercent(true);
        strict.setAllowSemicolon(true);
        strict.setAllowUrlEncodedSlash(true); // refused before, where no names stand
        strict.setAllowUrlEncodedDoubleSlash(true);
        strict.setAllowBackSlash(true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        if (!audience.isPeople(request)) {
            return new FirewalledRequest(request) {
                @Override
                public void reset() {
                    // nothing was changed
                }
            };
        }
        String address = request.getRequestURI();
        if (address.indexOf(';') >= 0 || address.indexOf('\\') >= 0 || address.contains("//")) {
            throw new RequestRejectedException("In a path ; is written %3B, \\ %5C, and / within a name %2F");
        }
        return strict.getFirewalledRequest(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return strict.getFirewalledResponse(response);
    }
}
