package perennial.server.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import perennial.server.access.SignedIn;
import perennial.store.access.People;
import perennial.store.access.Secret;
import perennial.store.access.User;

/// Knows the user of a request by the cookie of its session. What the user may do is looked up each time.
public final class SessionFilter extends OncePerRequestFilter {
    private final People people;

    public SessionFilter(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Cookies.SESSION.read(request).flatMap(this::signedIn).ifPresent(user -> user.sends(request));
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> signedIn(Secret secret) {
        return people.sessions()
                .find(secret)
                .flatMap(session -> people.users()
                        .find(session.user())
                        .filter(User::isEnabled)
                        .map(user -> new SignedIn(user, session, secret)));
    }
}
