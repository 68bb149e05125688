package perennial.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The address at which others reach this server: links that are handed on begin with it.
///
/// A request says in its Host header under which name it was sent, and whoever sends it may write anything there. So
/// this is believed only where it is this machine's own name for itself, or the very address the request came in at;
/// any other has to be given.
///
/// @param given what whoever started the server said; empty if nothing
public record PublicAddress(Optional<URI> given) {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[(.*)]");

    /// Nothing is said.
    public static final PublicAddress UNKNOWN = new PublicAddress(Optional.empty());

    /// @throws IllegalArgumentException if it is no address that links can begin with
    public static PublicAddress of(String text) {
        String url = text.strip().replaceFirst("/$", "");
        try {
            URI uri = URI.create(url);
            String bare = uri.getScheme() + "://" + uri.getRawAuthority();
            if (SCHEMES.contains(String.valueOf(uri.getScheme())) && uri.getHost() != null && url.equals(bare)) {
                return new PublicAddress(Optional.of(uri));
            }
        } catch (IllegalArgumentException unread) {
            // is told below
        }
        throw new IllegalArgumentException("\"" + text + "\" is no address that links can begin with; give scheme and"
                + " name alone, such as https://perennial.example.com");
    }

    /// What links that others open begin with.
    ///
    /// @throws UnknownAddress if nothing is given, and the request was sent to a name that may be anybody's
    public String ofLinks(HttpServletRequest request) {
        if (given.isPresent()) {
            return given.get().toString();
        }
        if (!isOurs(request)) {
            throw new UnknownAddress(request.getServerName());
        }
        return asked(request);
    }

    /// Where programs send to, for examples: as given, else as whoever reads them came here.
    public URI ofExamples(HttpServletRequest request) {
        return given.orElseGet(() -> URI.create(asked(request)));
    }

    private static boolean isOurs(HttpServletRequest request) {
        String name = request.getServerName();
        return LOOPBACK.matcher(name).matches()
                || name.equals(request.getLocalAddr())
                || ipv6(name)
                        .filter(each -> each.isLoopbackAddress()
                                || ipv6(request.getLocalAddr()).equals(Optional.of(each)))
                        .isPresent();
    }

    /// An address of IPv6, which is written in many ways, and in brackets where a port may follow; empty if it is none.
    private static Optional<InetAddress> ipv6(String name) {
        String bare = IN_BRACKETS.matcher(name).replaceFirst("$1");
        try {
            return bare.contains(":") ? Optional.of(InetAddress.ofLiteral(bare)) : Optional.empty();
        } catch (IllegalArgumentException unread) {
            return Optional.empty();
        }
    }

    private static String asked(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }
}
