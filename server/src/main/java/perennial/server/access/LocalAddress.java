package perennial.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// An address of this server, whatever the browser was made to say: where to go on after signing in.
///
/// @param path with its query, as in the first line of a request
public record LocalAddress(String path) {
    /// The first page.
    public static final LocalAddress HOME = new LocalAddress("/");

    public LocalAddress {
        if (!isLocal(path)) {
            throw new IllegalArgumentException("Bug: \"" + path + "\" leads elsewhere");
        }
    }

    /// One slash and no second: two, or a backslash that browsers take for one, name another server. What a browser
    /// drops, such as a tab, cannot stand between them either.
    private static boolean isLocal(String path) {
        return path.matches("/(?:[\\x21-\\x7e&&[^/\\\\]][\\x21-\\x7e&&[^\\\\]]*)?");
    }

    /// This address, or the first page if it leads elsewhere, or to where one signs in.
    public static LocalAddress of(String path) {
        return isLocal(path) && !path.startsWith("/sign-") ? new LocalAddress(path) : HOME;
    }

    /// What a request asks for: its address, or of one that is part of a page, or changes something, the page it came
    /// from.
    static LocalAddress wantedBy(HttpServletRequest request) {
        Optional<String> page = Optional.ofNullable(request.getHeader("HX-Current-URL"));
        if (page.isPresent()) {
            return page.flatMap(LocalAddress::pathOf).map(LocalAddress::of).orElse(HOME);
        }
        if (!request.getMethod().equals("GET")) {
            return HOME;
        }
        return of(request.getRequestURI()
                + Optional.ofNullable(request.getQueryString())
                        .map(query -> "?" + query)
                        .orElse(""));
    }

    private static Optional<String> pathOf(String url) {
        try {
            URI uri = URI.create(url);
            return Optional.ofNullable(uri.getRawPath())
                    .map(path -> path
                            + Optional.ofNullable(uri.getRawQuery())
                                    .map(query -> "?" + query)
                                    .orElse(""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Where to sign in before going here.
    String afterSigningIn() {
        return equals(HOME) ? "/sign-in" : "/sign-in?then=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
