package perennial.server.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import perennial.server.access.NoAccess;
import perennial.server.signin.SignIns;
import perennial.store.access.Actor;
import perennial.store.access.Deed;
import perennial.store.access.People;
import perennial.store.access.User;

/// Somebody comes back from the provider: as a user, who is known by its subject there, or the first time by an e-mail
/// address that the provider has verified; or as nobody.
final class Arrival implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    private final OpenId openId;
    private final People people;
    private final SignIns signIns;
    private final HandlerExceptionResolver faults;

    Arrival(OpenId openId, People people, SignIns signIns, HandlerExceptionResolver faults) {
        this.openId = openId;
        this.people = people;
        this.signIns = signIns;
        this.faults = faults;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        Optional<User> user = authentication.getPrincipal() instanceof OidcUser known
                ? user(known, request.getRemoteAddr())
                : Optional.empty();
        if (user.isEmpty()) {
            people.audit()
                    .add(Actor.nobody(request.getRemoteAddr()), Deed.WAS_REFUSED, "as somebody of " + openId.name());
            refuse(
                    request,
                    response,
                    "Nobody here signs in by this account of " + openId.name()
                            + ". An administrator makes a user with its e-mail address as the name first.");
            return;
        }
        signIns.start(user.get(), openId.name(), request, response);
        response.setHeader(HttpHeaders.LOCATION, Pending.then(request).path());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    private Optional<User> user(OidcUser known, String from) {
        String subject = openId.issuer() + " " + known.getSubject();
        Optional<User> joined = people.users().ofOpenId(subject);
        return joined.isPresent()
                ? joined.filter(User::isEnabled)
                : verified(known)
                        .flatMap(people.users()::find)
                        .filter(user -> user.isEnabled() && user.openId().isEmpty())
                        .map(user -> people.join(user, from, subject));
    }

    /// An address alone proves nothing: somewhere anybody may claim any.
    private static Optional<String> verified(OidcUser known) {
        return Boolean.TRUE.equals(known.getEmailVerified())
                ? Optional.ofNullable(known.getEmail()).map(email -> email.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException fault) {
        LOG.warn("Signing in by {} failed: {}", openId.name(), code(fault));
        refuse(
                request,
                response,
                openId.name()
                        + " did not sign you in here, or could not be reached. Begin again at /sign-in; if it goes on,"
                        + " the log of the server has the reason.");
    }

    /// The reason as a word: its sentence may hold what somebody put into an address.
    private static String code(AuthenticationException fault) {
        String code = fault instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : String.valueOf(Optional.ofNullable(fault.getCause())
                        .orElse(fault)
                        .getClass()
                        .getSimpleName());
        return code.matches("[\\w-]{1,60}") ? code : "for an unknown reason";
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String sentence) {
        faults.resolveException(request, response, null, new NoAccess(true, sentence));
    }
}
