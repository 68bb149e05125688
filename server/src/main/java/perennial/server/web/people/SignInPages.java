package perennial.server.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.server.access.Allowed;
import perennial.server.access.LocalAddress;
import perennial.server.access.Open;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.server.openid.OpenId;
import perennial.server.signin.SignIns;
import perennial.server.signin.SignIns.Outcome;
import perennial.server.web.Moment;
import perennial.server.web.Pages;
import perennial.server.web.Redirect;
import perennial.store.access.Role;
import perennial.store.access.Secret;
import perennial.store.access.User;

/// Signs people in and out.
@Controller
final class SignInPages {
    private static final String UNKNOWN =
            "No user has this name and this password. Who forgot one asks an administrator for a link.";

    private final Pages pages;
    private final LiveWorkspace live;
    private final SignIns signIns;
    private final Optional<OpenId> openId;

    SignInPages(Pages pages, LiveWorkspace live, SignIns signIns, ObjectProvider<OpenId> openId) {
        this.pages = pages;
        this.live = live;
        this.signIns = signIns;
        this.openId = Optional.ofNullable(openId.getIfAvailable());
    }

    @Open
    @GetMapping("/sign-in")
    ResponseEntity<String> form(HttpServletRequest request, @RequestParam(defaultValue = "/") String then) {
        LocalAddress next = LocalAddress.of(then);
        if (SignedIn.of(request).isPresent()) {
            return Redirect.to(next);
        }
        return pages.html("people/sign-in", view(request, "", next, Optional.empty()));
    }

    @Open
    @PostMapping("/sign-in")
    ResponseEntity<String> signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String then) {
        LocalAddress next = LocalAddress.of(then);
        return switch (signIns.by(name, password, request.getRemoteAddr())) {
            case Outcome.Known(User user) -> {
                signIns.start(user, "password", request, response);
                yield Redirect.to(next);
            }
            case Outcome.Unknown() ->
                pages.html(HttpStatus.UNAUTHORIZED, "people/sign-in", view(request, name, next, Optional.of(UNKNOWN)));
            case Outcome.TooMany(Instant until) -> {
                response.setHeader(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(Math.max(
                                1,
                                until.getEpochSecond() - live.clock().instant().getEpochSecond())));
                yield pages.html(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "people/sign-in",
                        view(request, name, next, Optional.of(tooMany(until))));
            }
        };
    }

    private String tooMany(Instant until) {
        return "Too many passwords were tried for this name or from this address. Try again after "
                + new Moment(live.workspace().settings().zone()).text(until) + ".";
    }

    private SignInView view(HttpServletRequest request, String name, LocalAddress then, Optional<String> fault) {
        return new SignInView(
                pages.page(request, "Sign in"),
                name,
                then.path(),
                !live.people().users().isEmpty(),
                fault,
                openId.map(OpenId::name));
    }

    /// By a link that this server printed.
    @Open
    @GetMapping("/sign-in/link")
    ResponseEntity<String> byLink(HttpServletRequest request, HttpServletResponse response, @RequestParam String link) {
        if (SignedIn.of(request).isPresent()) {
            return Redirect.to(LocalAddress.HOME);
        }
        Optional<User> user = signIns.useLink(new Secret(link));
        if (user.isEmpty()) {
            return pages.html(
                    HttpStatus.UNAUTHORIZED,
                    "people/sign-in",
                    view(
                            request,
                            "",
                            LocalAddress.HOME,
                            Optional.of(
                                    "This link was used already, or the server was started anew since: it opens once."
                                            + " A start prints another.")));
        }
        signIns.start(user.get(), "link", request, response);
        return Redirect.to(LocalAddress.HOME);
    }

    @Allowed(Role.VIEWER)
    @PostMapping("/sign-out")
    ResponseEntity<String> signOut(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        signIns.end(signedIn, request, response);
        return Redirect.to("/sign-in");
    }
}
