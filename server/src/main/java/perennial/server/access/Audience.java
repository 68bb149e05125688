package perennial.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Who asks: people, with a browser and a session, or programs, with a key. Told by where the method that answers is at
/// home, so that there is no list of addresses that could be wrong.
@Component
public final class Audience {
    private static final String HOME = "perennial.server.web";

    private final Supplier<Paths> paths;

    private record Paths(List<PathPatternRequestMatcher> pages, List<PathPatternRequestMatcher> others) {}

    Audience(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        paths = SingletonSupplier.of(() -> paths(mapping.getObject()));
    }

    private static Paths paths(RequestMappingHandlerMapping mapping) {
        var matchers = PathPatternRequestMatcher.withDefaults();
        List<PathPatternRequestMatcher> ofGate =
                Stream.of(Gate.PATHS).map(matchers::matcher).toList();
        return new Paths(
                patterns(mapping, Audience::isPage).map(matchers::matcher).toList(),
                Stream.concat(
                                ofGate.stream(),
                                patterns(mapping, method -> !isPage(method)).map(matchers::matcher))
                        .toList());
    }

    private static Stream<String> patterns(RequestMappingHandlerMapping mapping, Predicate<HandlerMethod> which) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .map(RequestMappingInfo::getPatternValues)
                .flatMap(Set::stream)
                .distinct();
    }

    static boolean isPage(HandlerMethod method) {
        String home = method.getBeanType().getPackageName();
        return home.equals(HOME) || home.startsWith(HOME + ".");
    }

    /// Whether people asked: for a page, or for one that there is not.
    public boolean isPeople(HttpServletRequest request) {
        return matches(paths.get().pages(), request)
                || (isLooking(request) && !matches(paths.get().others(), request));
    }

    private static boolean isLooking(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean matches(List<PathPatternRequestMatcher> matchers, HttpServletRequest request) {
        return matchers.stream().anyMatch(matcher -> matcher.matches(request));
    }
}
