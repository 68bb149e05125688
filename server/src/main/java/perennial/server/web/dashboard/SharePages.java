package perennial.server.web.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.server.signin.Links;
import perennial.server.signin.PublicAddress;
import perennial.server.web.Redirect;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.access.Secret;
import perennial.store.dashboard.Dashboard;

/// Makes and revokes the secret links by which people who are no users look at a dashboard.
@Controller
final class SharePages {
    private static final List<Integer> DAYS = List.of(7, 30, 365);

    private final LiveWorkspace live;
    private final Board board;
    private final PublicAddress publicAddress;

    SharePages(LiveWorkspace live, Board board, PublicAddress publicAddress) {
        this.live = live;
        this.board = board;
        this.publicAddress = publicAddress;
    }

    /// The link stands in the answer alone, so that nothing has to keep it.
    @Allowed(Role.ANALYST)
    @PostMapping(Address.ONE + "/links")
    ResponseEntity<String> share(
            HttpServletRequest request,
            SignedIn signedIn,
            @PathVariable String dashboard,
            @RequestParam(defaultValue = "30") int days) {
        Dashboard found = board.named(dashboard);
        if (!DAYS.contains(days)) {
            return board.arranging(
                    HttpStatus.BAD_REQUEST,
                    request,
                    signedIn,
                    found,
                    Optional.empty(),
                    Optional.of("A link opens for 7, 30 or 365 days; choose one of them."));
        }
        String here = publicAddress.ofLinks(request); // before anything is made
        Secret secret = live.dashboards().links().make(found, Duration.ofDays(days));
        live.people().audit().add(signedIn.actor(request), Deed.SHARED_DASHBOARD, found.name());
        return board.arranging(
                HttpStatus.OK, request, signedIn, found, Optional.of(here + Links.shared(secret)), Optional.empty());
    }

    @Allowed(Role.ANALYST)
    @PostMapping(Address.ONE + "/links/{link}/revoke")
    ResponseEntity<String> revoke(
            HttpServletRequest request, SignedIn signedIn, @PathVariable String dashboard, @PathVariable String link) {
        Dashboard found = board.named(dashboard);
        live.dashboards().links().revoke(found, link);
        live.people().audit().add(signedIn.actor(request), Deed.REVOKED_LINK, found.name());
        return Redirect.to(Address.arranging(found));
    }
}
