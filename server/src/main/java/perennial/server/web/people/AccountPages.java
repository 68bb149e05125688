package perennial.server.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.server.signin.Passwords;
import perennial.server.signin.SignIns;
import perennial.server.signin.SignIns.Outcome;
import perennial.server.web.Moment;
import perennial.server.web.Pages;
import perennial.server.web.Redirect;
import perennial.store.access.People;
import perennial.store.access.Role;
import perennial.store.access.User;

/// What somebody who is signed in does about itself.
@Controller
final class AccountPages {
    private final Pages pages;
    private final LiveWorkspace live;
    private final People people;
    private final Passwords passwords;
    private final SignIns signIns;

    AccountPages(Pages pages, LiveWorkspace live, Passwords passwords, SignIns signIns) {
        this.pages = pages;
        this.live = live;
        people = live.people();
        this.passwords = passwords;
        this.signIns = signIns;
    }

    @Allowed(Role.VIEWER)
    @GetMapping("/account")
    ResponseEntity<String> account(
            HttpServletRequest request, SignedIn signedIn, @RequestParam(defaultValue = "") String done) {
        return shown(
                request,
                signedIn,
                Optional.empty(),
                Optional.of("The password was changed; this browser alone is signed in now.")
                        .filter(sentence -> done.equals("password")));
    }

    @Allowed(Role.VIEWER)
    @PostMapping("/account/password")
    ResponseEntity<String> changePassword(
            HttpServletRequest request,
            HttpServletResponse response,
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        User user = signedIn.user();
        Optional<String> fault = password.equals(again)
                ? passwords.fault(user.name(), password)
                : Optional.of("The two new passwords differ; type the same twice.");
        if (fault.isEmpty() && !(signIns.by(user.name(), current, request.getRemoteAddr()) instanceof Outcome.Known)) {
            fault = Optional.of("This is not your password of now, or too many were tried. Who forgot it asks an"
                    + " administrator for a link.");
        }
        if (fault.isPresent()) {
            return shown(request, signedIn, fault, Optional.empty());
        }
        User changed = people.setPassword(signedIn.actor(request), user, passwords.hash(password));
        signIns.start(changed, "the new password", request, response);
        return Redirect.to("/account?done=password");
    }

    @Allowed(Role.VIEWER)
    @PostMapping("/account/sign-out-everywhere")
    ResponseEntity<String> signOutEverywhere(HttpServletRequest request, SignedIn signedIn) {
        people.endSessions(signedIn.actor(request), signedIn.user());
        return Redirect.to("/sign-in");
    }

    private ResponseEntity<String> shown(
            HttpServletRequest request, SignedIn signedIn, Optional<String> fault, Optional<String> done) {
        var moment = new Moment(live.workspace().settings().zone());
        var sessions = people.sessions().of(signedIn.user()).stream()
                .map(session -> new AccountView.SessionRow(
                        session.from(),
                        moment.text(session.created()),
                        moment.text(session.seen()),
                        session.hash().equals(signedIn.session().hash())))
                .toList();
        return pages.html(
                fault.isPresent() ? HttpStatus.BAD_REQUEST : HttpStatus.OK,
                "people/account",
                new AccountView(pages.page(request, "Your account"), signedIn.user(), sessions, fault, done));
    }
}
