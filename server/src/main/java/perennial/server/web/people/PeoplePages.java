package perennial.server.web.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.api.NotThere;
import perennial.server.live.LiveWorkspace;
import perennial.server.signin.Links;
import perennial.server.signin.PublicAddress;
import perennial.server.web.Moment;
import perennial.server.web.Pages;
import perennial.server.web.Redirect;
import perennial.server.web.Section;
import perennial.server.web.people.PeopleView.Invitation;
import perennial.store.StoreFailure;
import perennial.store.access.Actor;
import perennial.store.access.People;
import perennial.store.access.Role;
import perennial.store.access.User;

/// Lets administrators make users and change what they may do.
@Controller
final class PeoplePages {
    private static final String HERE = "/settings/people";

    private final Pages pages;
    private final LiveWorkspace live;
    private final People people;
    private final PublicAddress address;

    PeoplePages(Pages pages, LiveWorkspace live, PublicAddress address) {
        this.pages = pages;
        this.live = live;
        this.address = address;
        people = live.people();
    }

    @Allowed(Role.ADMIN)
    @GetMapping(HERE)
    ResponseEntity<String> all(HttpServletRequest request, SignedIn signedIn) {
        return shown(HttpStatus.OK, request, signedIn, Optional.empty(), Optional.empty());
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE)
    ResponseEntity<String> invite(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "viewer") String role) {
        return linked(request, signedIn, by -> people.invite(by, name, Role.of(role)));
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/{id}/link")
    ResponseEntity<String> link(HttpServletRequest request, SignedIn signedIn, @PathVariable int id) {
        User user = user(id);
        return linked(request, signedIn, by -> new People.Invited(user, people.resetPassword(by, user)));
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/{id}/role")
    ResponseEntity<String> role(
            HttpServletRequest request, SignedIn signedIn, @PathVariable int id, @RequestParam String role) {
        return changed(request, signedIn, by -> people.changeRole(by, user(id), Role.of(role)));
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/{id}/disable")
    ResponseEntity<String> disable(HttpServletRequest request, SignedIn signedIn, @PathVariable int id) {
        return changed(request, signedIn, by -> people.disable(by, user(id)));
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/{id}/enable")
    ResponseEntity<String> enable(HttpServletRequest request, SignedIn signedIn, @PathVariable int id) {
        return changed(request, signedIn, by -> people.enable(by, user(id)));
    }

    private User user(int id) {
        return people.users()
                .find(id)
                .orElseThrow(() -> new NotThere("There is no user number " + id + "; Settings, People lists them all"));
    }

    private ResponseEntity<String> changed(
            HttpServletRequest request, SignedIn signedIn, Function<Actor, User> change) {
        try {
            change.apply(signedIn.actor(request));
            return Redirect.to(HERE);
        } catch (StoreFailure | IllegalArgumentException fault) {
            return refused(request, signedIn, fault);
        }
    }

    /// The link stands in the answer alone, so that nothing has to keep it.
    private ResponseEntity<String> linked(
            HttpServletRequest request, SignedIn signedIn, Function<Actor, People.Invited> making) {
        try {
            String here = address.ofLinks(request); // before anything is made
            People.Invited invited = making.apply(signedIn.actor(request));
            var invitation = new Invitation(invited.user().name(), here + Links.password(invited.link()));
            return shown(HttpStatus.OK, request, signedIn, Optional.empty(), Optional.of(invitation));
        } catch (StoreFailure | IllegalArgumentException fault) {
            return refused(request, signedIn, fault);
        }
    }

    private ResponseEntity<String> refused(HttpServletRequest request, SignedIn signedIn, RuntimeException fault) {
        return shown(
                HttpStatus.BAD_REQUEST,
                request,
                signedIn,
                Optional.of(String.valueOf(fault.getMessage())),
                Optional.empty());
    }

    private ResponseEntity<String> shown(
            HttpStatus status,
            HttpServletRequest request,
            SignedIn signedIn,
            Optional<String> fault,
            Optional<Invitation> invitation) {
        var moment = new Moment(live.workspace().settings().zone());
        var rows = people.users().all().stream()
                .map(user -> new PeopleView.Row(
                        user,
                        moment.text(user.created()),
                        user.id() == signedIn.user().id()))
                .toList();
        return pages.html(
                status, "people/people", new PeopleView(pages.page(request, Section.PEOPLE), rows, fault, invitation));
    }
}
