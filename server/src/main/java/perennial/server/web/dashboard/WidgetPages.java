package perennial.server.web.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.store.access.Role;
import perennial.store.dashboard.Widget;

/// The reports of a dashboard: each refreshes itself, and is moved, resized and removed.
@Controller
final class WidgetPages {
    private final LiveWorkspace live;
    private final Board board;

    WidgetPages(LiveWorkspace live, Board board) {
        this.live = live;
        this.board = board;
    }

    @Allowed(Role.VIEWER)
    @GetMapping(Address.WIDGET)
    ResponseEntity<String> news(
            HttpServletRequest request,
            SignedIn signedIn,
            @PathVariable String dashboard,
            @PathVariable String widget,
            @RequestParam(defaultValue = "") String seen) {
        return board.news(request, Board.reader(signedIn), board.named(dashboard), widget, seen);
    }

    @Allowed(Role.ANALYST)
    @PostMapping(Address.WIDGET + "/move")
    ResponseEntity<String> move(
            HttpServletRequest request,
            SignedIn signedIn,
            @PathVariable String dashboard,
            @PathVariable String widget,
            @RequestParam(defaultValue = "1") int places) {
        return board.change(
                request, signedIn, dashboard, each -> live.dashboards().move(each.id(), widget, places));
    }

    @Allowed(Role.ANALYST)
    @PostMapping(Address.WIDGET + "/width")
    ResponseEntity<String> resize(
            HttpServletRequest request,
            SignedIn signedIn,
            @PathVariable String dashboard,
            @PathVariable String widget,
            @RequestParam(defaultValue = "6") int columns) {
        return board.change(
                request,
                signedIn,
                dashboard,
                each -> live.dashboards().resize(each.id(), widget, Widget.Width.of(columns)));
    }

    @Allowed(Role.ANALYST)
    @PostMapping(Address.WIDGET + "/remove")
    ResponseEntity<String> remove(
            HttpServletRequest request,
            SignedIn signedIn,
            @PathVariable String dashboard,
            @PathVariable String widget) {
        return board.change(
                request, signedIn, dashboard, each -> live.dashboards().unpin(each.id(), widget));
    }
}
