package perennial.store.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// The people who may use the pages of the server: what is done to them, by whom, and what follows from it. Everything
/// stands in the audit log.
///
/// Passwords are the server's to hash and to compare: what is kept here is what it made of them.
public final class People {
    private final Clock clock;
    private final Users users;
    private final WebSessions sessions;
    private final PasswordLinks links;
    private final AuditLog audit;

    public People(Workspace workspace) {
        clock = workspace.clock();
        users = new Users(workspace);
        sessions = new WebSessions(workspace);
        links = new PasswordLinks(workspace);
        audit = new AuditLog(workspace);
    }

    public Users users() {
        return users;
    }

    public WebSessions sessions() {
        return sessions;
    }

    public AuditLog audit() {
        return audit;
    }

    /// A user with the secret of the link by which it sets its password.
    public record Invited(User user, Secret link) {}

    /// Makes a user who has no password yet.
    ///
    /// @throws StoreFailure if there is one of that name, or this were the first and no administrator
    public Invited invite(Actor by, String name, Role role) {
        User user = users.add(name, role, Optional.empty());
        audit.add(by, Deed.MADE_USER, user.toString());
        return new Invited(user, resetPassword(by, user));
    }

    /// Makes the first user, an administrator, if there is none.
    ///
    /// @param password as hashed
    public synchronized Optional<User> first(String from, String name, String password) {
        if (!users.isEmpty()) {
            return Optional.empty();
        }
        User user = users.add(name, Role.ADMIN, Optional.of(password));
        audit.add(new Actor(user.name(), from), Deed.MADE_USER, user.toString());
        return Optional.of(user);
    }

    /// Makes a link by which a user sets a password; until it does so, the old one holds.
    ///
    /// @throws StoreFailure if the user is disabled
    public Secret resetPassword(Actor by, User user) {
        requireEnabled(user);
        Secret link = links.make(user);
        audit.add(by, Deed.MADE_LINK, user.name());
        return link;
    }

    /// Who may set a password by this link.
    public Optional<User> ofLink(Secret link) {
        return links.find(link).flatMap(users::find).filter(User::isEnabled);
    }

    /// Sets a password by a link, which opens nothing any more then.
    ///
    /// @param password as hashed
    public synchronized Optional<User> setPassword(Secret link, String from, String password) {
        return ofLink(link).map(user -> setPassword(new Actor(user.name(), from), user, password));
    }

    /// Sets a password. Whoever is signed in as this user is so no longer.
    ///
    /// @param password as hashed
    public User setPassword(Actor by, User user, String password) {
        links.forget(user);
        User changed = users.change(user.id(), each -> each.withPassword(password));
        sessions.endAll(user);
        audit.add(by, Deed.SET_PASSWORD, user.name());
        return changed;
    }

    /// Has an account elsewhere sign in as a user.
    ///
    /// @param subject with its issuer
    public User join(User user, String from, String subject) {
        User changed = users.change(user.id(), each -> each.withOpenId(subject));
        audit.add(new Actor(user.name(), from), Deed.JOINED_OPENID, user.name());
        return changed;
    }

    /// Gives a user another role, from its next page on.
    ///
    /// @throws StoreFailure if no administrator were left
    public User changeRole(Actor by, User user, Role role) {
        User changed = users.change(user.id(), each -> each.with(role));
        audit.add(by, Deed.CHANGED_ROLE, user + " → " + role);
        return changed;
    }

    /// Has a user do nothing any more, from now on.
    ///
    /// @throws StoreFailure if no administrator were left, or it is disabled already
    public User disable(Actor by, User user) {
        requireEnabled(user);
        Instant now = clock.instant();
        User changed = users.change(user.id(), each -> each.disabledAt(Optional.of(now)));
        links.forget(user);
        sessions.endAll(user);
        audit.add(by, Deed.DISABLED_USER, user.name());
        return changed;
    }

    /// Has a disabled user do again what its role allows.
    ///
    /// @throws StoreFailure if it is not disabled
    public User enable(Actor by, User user) {
        if (user.isEnabled()) {
            throw new StoreFailure("User \"" + user.name() + "\" is not disabled; nothing was changed");
        }
        User changed = users.change(user.id(), each -> each.disabledAt(Optional.empty()));
        audit.add(by, Deed.ENABLED_USER, user.name());
        return changed;
    }

    private static void requireEnabled(User user) {
        if (!user.isEnabled()) {
            throw new StoreFailure("User \"" + user.name() + "\" is disabled; nothing was changed");
        }
    }

    /// Signs a user out everywhere.
    public void endSessions(Actor by, User user) {
        sessions.endAll(user);
        audit.add(by, Deed.ENDED_SESSIONS, user.name());
    }
}
