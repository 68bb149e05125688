package perennial.server.web.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.api.Parameters;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.Redirect;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.dashboard.Dashboard;
import perennial.store.dashboard.Dashboards;

/// The dashboards: all of them in a list, and each on a page of its own, to look at, to arrange (`?arrange`) and for a
/// wall (`?full`).
@Controller
final class DashboardPages {
    private final Pages pages;
    private final LiveWorkspace live;
    private final Board board;

    DashboardPages(Pages pages, LiveWorkspace live, Board board) {
        this.pages = pages;
        this.live = live;
        this.board = board;
    }

    @Allowed(Role.VIEWER)
    @GetMapping(Address.ALL)
    ResponseEntity<String> all(HttpServletRequest request, SignedIn signedIn) {
        return list(HttpStatus.OK, request, signedIn, Optional.empty());
    }

    private ResponseEntity<String> list(
            HttpStatus status, HttpServletRequest request, SignedIn signedIn, Optional<String> fault) {
        Dashboards dashboards = live.dashboards();
        return pages.html(
                status,
                "dashboard/all",
                new DashboardList(
                        pages.page(request, "Dashboards", Place.DASHBOARDS),
                        dashboards.all().stream()
                                .map(each -> new DashboardList.Line(
                                        each.name(),
                                        Address.of(each),
                                        each.widgets().size(),
                                        dashboards.links().of(each).size()))
                                .toList(),
                        signedIn.user().role().includes(Role.ANALYST),
                        fault));
    }

    @Allowed(Role.ANALYST)
    @PostMapping(Address.ALL)
    ResponseEntity<String> make(
            HttpServletRequest request, SignedIn signedIn, @RequestParam(defaultValue = "") String name) {
        try {
            Dashboard made = live.dashboards().make(name);
            live.people().audit().add(signedIn.actor(request), Deed.MADE_DASHBOARD, made.name());
            return Redirect.to(Address.arranging(made));
        } catch (IllegalArgumentException fault) {
            return list(HttpStatus.BAD_REQUEST, request, signedIn, Optional.of(String.valueOf(fault.getMessage())));
        }
    }

    @Allowed(Role.VIEWER)
    @GetMapping(Address.ONE)
    ResponseEntity<String> one(HttpServletRequest request, SignedIn signedIn, @PathVariable String dashboard) {
        Dashboard found = board.named(dashboard);
        var parameters = Parameters.of(request, "arrange", "full");
        if (parameters.text("arrange").isPresent()) {
            return board.arranging(HttpStatus.OK, request, signedIn, found, Optional.empty(), Optional.empty());
        }
        return parameters.text("full").isPresent()
                ? board.full(request, signedIn, found)
                : board.looking(request, signedIn, found);
    }

    @Allowed(Role.ANALYST)
    @PostMapping(Address.ONE + "/name")
    ResponseEntity<String> rename(
            HttpServletRequest request,
            SignedIn signedIn,
            @PathVariable String dashboard,
            @RequestParam(defaultValue = "") String name) {
        return board.change(
                request, signedIn, dashboard, each -> live.dashboards().rename(each.id(), name));
    }

    @Allowed(Role.ANALYST)
    @PostMapping(Address.ONE + "/delete")
    ResponseEntity<String> delete(HttpServletRequest request, SignedIn signedIn, @PathVariable String dashboard) {
        Dashboard found = board.named(dashboard);
        live.dashboards().delete(found);
        live.people().audit().add(signedIn.actor(request), Deed.DELETED_DASHBOARD, found.name());
        return Redirect.to(Address.ALL);
    }
}
