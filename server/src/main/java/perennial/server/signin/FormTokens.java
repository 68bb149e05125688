package perennial.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import perennial.server.access.SignedIn;
import perennial.store.access.Secret;

/// What a form has to hold to be one that this server gave to this browser. It follows from the cookie, of
/// the session or else of forms, in a way that does not lead back: nothing is stored, and it changes when
/// somebody signs in or out.
public final class FormTokens implements CsrfTokenRepository {
    /// The name of the form's field.
    public static final String FIELD = "_csrf";

    /// The header that a script sends instead.
    public static final String HEADER = "X-CSRF-TOKEN";

    private static final Duration WHILE_OPEN = Duration.ofSeconds(-1);
    private static final String MADE = FormTokens.class.getName();

    /// For a form in the answer to a request: what the field holds. Before the answer begins, as it may set a cookie.
    public static String of(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return SignedIn.of(request)
                .map(SignedIn::secret)
                .or(() -> Cookies.FORMS.read(request))
                .map(FormTokens::token)
                .orElse(null);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        Secret secret = Secret.make();
        request.setAttribute(MADE, secret);
        return token(secret);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(MADE) instanceof Secret secret) {
            Cookies.FORMS.write(request, response, secret, WHILE_OPEN);
        }
    }

    /// By what a browser is known before it is signed in, if it was given a form.
    public static Optional<Secret> browser(HttpServletRequest request) {
        return Cookies.FORMS.read(request);
    }

    /// The same; a browser that was not is known from now on.
    public static Secret browser(HttpServletRequest request, HttpServletResponse response) {
        return browser(request).orElseGet(() -> {
            Secret secret = Secret.make();
            Cookies.FORMS.write(request, response, secret, WHILE_OPEN);
            return secret;
        });
    }

    private static CsrfToken token(Secret secret) {
        return new DefaultCsrfToken(HEADER, FIELD, new Secret("form " + secret.text()).hash());
    }
}
