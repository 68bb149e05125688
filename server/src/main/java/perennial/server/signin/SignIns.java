package perennial.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.store.access.Actor;
import perennial.store.access.Deed;
import perennial.store.access.People;
import perennial.store.access.Secret;
import perennial.store.access.User;
import perennial.store.access.WebSession;

/// Signs users in and out. Whoever signs in gets a new session, whatever session the browser had before.
@Component
public final class SignIns {
    /// So many passwords may be tried for one name, and from one address, within a quarter of an hour.
    private static final int FOR_A_NAME = 10;

    private static final int FROM_AN_ADDRESS = 30;

    private final People people;
    private final Passwords passwords;
    private final Attempts byName;
    private final Attempts byAddress;
    private final Secret firstAdministrator = Secret.make();
    private final Map<String, User> links = new ConcurrentHashMap<>();

    SignIns(LiveWorkspace live, Passwords passwords) {
        people = live.people();
        this.passwords = passwords;
        byName = new Attempts(live.clock(), FOR_A_NAME);
        byAddress = new Attempts(live.clock(), FROM_AN_ADDRESS);
    }

    /// What becomes of a name and a password.
    public sealed interface Outcome {
        /// They belong together.
        record Known(User user) implements Outcome {}

        /// They do not, or there is no such user, or it is disabled: all the same from outside.
        record Unknown() implements Outcome {}

        /// They were not looked at.
        record TooMany(Instant until) implements Outcome {}
    }

    /// Looks whether a name and a password belong together.
    ///
    /// @param from the address of the browser
    public Outcome by(String name, String password, String from) {
        String typed = name.strip().toLowerCase(Locale.ROOT);
        Optional<Instant> wait = byAddress.tryFor(from).or(() -> byName.tryFor(typed));
        if (wait.isPresent()) {
            return new Outcome.TooMany(wait.get());
        }
        Optional<User> user = people.users().find(typed);
        if (passwords.isOf(user, password)) {
            byName.forgive(typed);
            byAddress.takeBack(from);
            return new Outcome.Known(user.orElseThrow());
        }
        // Not what was typed: it might be a password.
        people.audit()
                .add(Actor.nobody(from), Deed.WAS_REFUSED, user.map(User::name).orElse("an unknown name"));
        return new Outcome.Unknown();
    }

    /// Has the browser of a request be signed in.
    ///
    /// @param means by which, in words
    public void start(User user, String means, HttpServletRequest request, HttpServletResponse response) {
        SignedIn.of(request).ifPresent(old -> people.sessions().end(old.session()));
        Secret secret = people.sessions().start(user, request.getRemoteAddr());
        Cookies.SESSION.write(request, response, secret, WebSession.longest());
        Cookies.FORMS.delete(request, response);
        people.audit().add(new Actor(user.name(), request.getRemoteAddr()), Deed.SIGNED_IN, "by " + means);
    }

    /// Has it be signed in no longer.
    public void end(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        people.sessions().end(signedIn.session());
        Cookies.SESSION.delete(request, response);
        people.audit().add(signedIn.actor(request), Deed.SIGNED_OUT, "");
    }

    /// The secret by which the first administrator is made, while there is no user; another one after a restart.
    public Optional<Secret> firstAdministrator() {
        return people.users().isEmpty() ? Optional.of(firstAdministrator) : Optional.empty();
    }

    /// Whether this is that secret, and there is no user.
    public boolean isFirstAdministrator(Secret secret) {
        return people.users().isEmpty() && secret.hasHash(firstAdministrator.hash());
    }

    /// A secret by which a user signs in once, until the server stops.
    public Secret link(User user) {
        Secret secret = Secret.make();
        links.put(secret.hash(), user);
        return secret;
    }

    /// The user of such a secret, which is of no more use then.
    public Optional<User> useLink(Secret secret) {
        return Optional.ofNullable(links.remove(secret.hash()))
                .flatMap(user -> people.users().find(user.id()))
                .filter(User::isEnabled);
    }
}
