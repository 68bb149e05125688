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
import perennial.server.access.LocalAddress;
import perennial.server.access.NoAccess;
import perennial.server.access.Open;
import perennial.server.live.LiveWorkspace;
import perennial.server.signin.Passwords;
import perennial.server.signin.SignIns;
import perennial.server.web.Pages;
import perennial.server.web.Redirect;
import perennial.store.access.People;
import perennial.store.access.Secret;
import perennial.store.access.User;

/// Lets who has a link choose a password: the first administrator its name too. Looking at the page does not use the
/// link up: programs that look at links in mails do so as well.
@Controller
final class NewPasswordPages {
    private static final String FIRST = "/first-administrator";
    private static final String PASSWORD = "/password";

    private final Pages pages;
    private final People people;
    private final Passwords passwords;
    private final SignIns signIns;

    NewPasswordPages(Pages pages, LiveWorkspace live, Passwords passwords, SignIns signIns) {
        this.pages = pages;
        people = live.people();
        this.passwords = passwords;
        this.signIns = signIns;
    }

    @Open
    @GetMapping(FIRST)
    ResponseEntity<String> first(HttpServletRequest request, @RequestParam(defaultValue = "") String link) {
        requireFirst(link);
        return form(request, FIRST, link, Optional.empty(), "", Optional.empty());
    }

    @Open
    @PostMapping(FIRST)
    ResponseEntity<String> makeFirst(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        requireFirst(link);
        Optional<String> fault = User.fault(name).or(() -> fault(name, password, again));
        if (fault.isPresent()) {
            return form(request, FIRST, link, Optional.empty(), name, fault);
        }
        User user = people.first(request.getRemoteAddr(), name, passwords.hash(password))
                .orElseThrow(NewPasswordPages::noFirst);
        signIns.start(user, "first administrator's link", request, response);
        return Redirect.to("/setup");
    }

    private void requireFirst(String link) {
        if (!signIns.isFirstAdministrator(new Secret(link))) {
            throw noFirst();
        }
    }

    private static NoAccess noFirst() {
        return new NoAccess(
                true,
                "This link makes the first administrator no more: there is one, or the server was started anew since and"
                        + " printed another.");
    }

    @Open
    @GetMapping(PASSWORD)
    ResponseEntity<String> password(HttpServletRequest request, @RequestParam(defaultValue = "") String link) {
        User user = people.ofLink(new Secret(link)).orElseThrow(NewPasswordPages::noLink);
        return form(request, PASSWORD, link, Optional.of(user.name()), "", Optional.empty());
    }

    @Open
    @PostMapping(PASSWORD)
    ResponseEntity<String> setPassword(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        var secret = new Secret(link);
        User user = people.ofLink(secret).orElseThrow(NewPasswordPages::noLink);
        Optional<String> fault = fault(user.name(), password, again);
        if (fault.isPresent()) {
            return form(request, PASSWORD, link, Optional.of(user.name()), "", fault);
        }
        User changed = people.setPassword(secret, request.getRemoteAddr(), passwords.hash(password))
                .orElseThrow(NewPasswordPages::noLink);
        signIns.start(changed, "link", request, response);
        return Redirect.to(LocalAddress.HOME);
    }

    private static NoAccess noLink() {
        return new NoAccess(
                true,
                "This link opens nothing: it was used, is older than a day, or there is a newer one. An administrator can"
                        + " make another.");
    }

    private Optional<String> fault(String name, String password, String again) {
        return password.equals(again)
                ? passwords.fault(name, password)
                : Optional.of("The two passwords differ; type the same twice.");
    }

    private ResponseEntity<String> form(
            HttpServletRequest request,
            String action,
            String link,
            Optional<String> name,
            String typed,
            Optional<String> fault) {
        String title = name.isPresent() ? "Choose a password" : "First administrator";
        return pages.html(
                fault.isPresent() ? HttpStatus.BAD_REQUEST : HttpStatus.OK,
                "people/new-password",
                new NewPasswordView(pages.page(request, title), action, link, name, typed, fault));
    }
}
