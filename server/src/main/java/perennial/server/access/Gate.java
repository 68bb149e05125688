package perennial.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import perennial.server.live.LiveWorkspace;
import perennial.store.access.Key;
import perennial.store.access.Scope;

/// Lets requests in that carry a key with the scope their address needs. What is behind it answers nobody else, an
/// address that there is not included. Addresses that take events have keys of their own kind.
///
/// What a browser asks before it sends carries no key and gets nothing: no page of another site may send here.
@Component
public final class Gate implements HandlerInterceptor, WebMvcConfigurer {
    /// What is behind it.
    static final String[] PATHS = {"/api/**", "/metrics"};

    private final LiveWorkspace live;

    Gate(LiveWorkspace live) {
        this.live = live;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PATHS).excludePathPatterns("/api/v1/events", "/api/v1/events/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (CorsUtils.isPreFlightRequest(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        Scope needed = handler instanceof HandlerMethod method
                ? Optional.ofNullable(method.getMethodAnnotation(Needs.class))
                        .map(Needs::value)
                        .orElse(Scope.ADMIN)
                : Scope.READ;
        require(request, needed);
        return true;
    }

    /// Asks for a scope beside that of the address.
    ///
    /// @throws NoAccess if the key of the request has not got it
    public void require(HttpServletRequest request, Scope scope) {
        String text = Authorization.of(request);
        Key key = live.keys()
                .find(text)
                .orElseThrow(() -> new NoAccess(
                        false,
                        (text.isEmpty()
                                        ? "The request has no key"
                                        : "This is no key of this workspace, or it was revoked")
                                + "; send \"Authorization: Bearer KEY\" with one made by: perennial keys create NAME"
                                + " --scope " + scope));
        if (!key.allows(scope)) {
            throw new NoAccess(
                    true,
                    "Key " + key + " may not " + scope.meaning()
                            + "; make one that may with: perennial keys create NAME --scope " + scope);
        }
    }
}
