package perennial.server.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import perennial.server.access.LocalAddress;
import perennial.server.signin.FormTokens;
import perennial.store.access.Secret;

/// Who is at the provider at the moment, and where each wants to go on: for ten minutes, and only for the browser that
/// began, told by its cookie. Of more than 10,000 the oldest begin anew.
final class Pending implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST = 10_000;
    private static final String THEN = Pending.class.getName();

    private final Clock clock;
    private final SequencedMap<String, Begun> begun = new LinkedHashMap<>();

    private record Begun(OAuth2AuthorizationRequest request, LocalAddress then, Instant until) {}

    Pending(Clock clock) {
        this.clock = clock;
    }

    /// Where a request goes on that came back from the provider.
    static LocalAddress then(HttpServletRequest request) {
        return request.getAttribute(THEN) instanceof LocalAddress then ? then : LocalAddress.HOME;
    }

    @Override
    public synchronized void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest going, HttpServletRequest request, HttpServletResponse response) {
        if (going == null) {
            return;
        }
        LocalAddress then = LocalAddress.of(
                Optional.ofNullable(request.getParameter("then")).orElse("/"));
        String key = key(FormTokens.browser(request, response), String.valueOf(going.getState()));
        begun.put(key, new Begun(going, then, clock.instant().plus(LONGEST)));
        if (begun.size() > MOST) {
            begun.pollFirstEntry();
        }
    }

    @Override
    public synchronized @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return key(request)
                .flatMap(key -> Optional.ofNullable(begun.get(key)))
                .filter(this::holds)
                .map(Begun::request)
                .orElse(null);
    }

    @Override
    public synchronized @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<Begun> found = key(request)
                .flatMap(key -> Optional.ofNullable(begun.remove(key)))
                .filter(this::holds);
        found.ifPresent(each -> request.setAttribute(THEN, each.then()));
        return found.map(Begun::request).orElse(null);
    }

    private boolean holds(Begun each) {
        return clock.instant().isBefore(each.until());
    }

    private static Optional<String> key(HttpServletRequest request) {
        return FormTokens.browser(request)
                .flatMap(browser ->
                        Optional.ofNullable(request.getParameter("state")).map(state -> key(browser, state)));
    }

    private static String key(Secret browser, String state) {
        return new Secret(browser.text() + " " + state).hash();
    }
}
