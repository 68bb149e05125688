package perennial.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import perennial.store.access.Actor;
import perennial.store.access.Role;
import perennial.store.access.Secret;
import perennial.store.access.User;
import perennial.store.access.WebSession;

/// Who sent a request from the browser. Pages take it as a parameter of their methods.
///
/// @param secret what the cookie of the session holds
public record SignedIn(User user, WebSession session, Secret secret) {
    private static final String ATTRIBUTE = SignedIn.class.getName();

    /// The user of a request, if its browser is signed in.
    public static Optional<SignedIn> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof SignedIn user ? Optional.of(user) : Optional.empty();
    }

    /// Has a request be sent by this user.
    public void sends(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /// Asks for a role, beside that of the page.
    ///
    /// @throws NoAccess if the user has not got it
    public void require(Role needed) {
        if (!user.role().includes(needed)) {
            throw new NoAccess(
                    true,
                    "This needs the role " + needed + ", yours is " + user.role()
                            + "; an administrator can change it under Settings, People.");
        }
    }

    /// As whom the audit log names it.
    public Actor actor(HttpServletRequest request) {
        return new Actor(user.name(), request.getRemoteAddr());
    }
}
