package perennial.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import perennial.store.access.Role;

/// Lets users in to the pages that their role [Allowed]; a page that does not say whom answers administrators alone.
/// It stands before the method that answers, whatever way its address was written.
///
/// Who is not signed in is sent to do so, and comes back to where it wanted to go.
@Component
final class Door implements HandlerInterceptor, HandlerMethodArgumentResolver, WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !Audience.isPage(method)
                || method.hasMethodAnnotation(Open.class)) {
            return true;
        }
        Optional<SignedIn> signedIn = SignedIn.of(request);
        signedIn.ifPresentOrElse(user -> user.require(needed(method)), () -> signIn(request, response));
        return signedIn.isPresent();
    }

    private static Role needed(HandlerMethod method) {
        return Optional.ofNullable(method.getMethodAnnotation(Allowed.class))
                .map(Allowed::value)
                .orElse(Role.ADMIN);
    }

    /// Parts of a page are asked for by a script, which would put the page to sign in into that part.
    private static void signIn(HttpServletRequest request, HttpServletResponse response) {
        String there = LocalAddress.wantedBy(request).afterSigningIn();
        if (request.getHeader("HX-Request") == null) {
            response.setHeader("Location", there);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        } else {
            response.setHeader("HX-Redirect", there);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SignedIn.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory factory) {
        return Optional.ofNullable(web.getNativeRequest(HttpServletRequest.class))
                .flatMap(SignedIn::of)
                .orElseThrow(() -> new IllegalStateException(
                        "Bug: " + parameter.getExecutable() + " wants a user, and is open to those who are none"));
    }
}
