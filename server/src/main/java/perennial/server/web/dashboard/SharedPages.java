package perennial.server.web.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.server.access.Open;
import perennial.server.live.LiveWorkspace;
import perennial.server.signin.Attempts;
import perennial.server.web.ErrorView;
import perennial.server.web.Pages;
import perennial.store.access.Secret;
import perennial.store.dashboard.Dashboard;

/// What whoever has a secret link sees: one dashboard, without people and without a way to anything else. The address
/// holds the secret, so it is told to no other site, and no search engine keeps the page.
@Controller
final class SharedPages {
    /// So many wrong links may be tried from one address within a quarter of an hour.
    private static final int FROM_AN_ADDRESS = 30;

    private final Pages pages;
    private final LiveWorkspace live;
    private final Board board;
    private final Attempts attempts;

    SharedPages(Pages pages, LiveWorkspace live, Board board) {
        this.pages = pages;
        this.live = live;
        this.board = board;
        attempts = new Attempts(live.clock(), FROM_AN_ADDRESS);
    }

    @Open
    @GetMapping(Address.SHARED)
    ResponseEntity<String> one(HttpServletRequest request, @RequestParam(defaultValue = "") String link) {
        var guest = new Reader.Guest(new Secret(link));
        return opened(request, guest, dashboard -> board.shared(request, guest, dashboard));
    }

    @Open
    @GetMapping(Address.SHARED + "/widgets/{widget}")
    ResponseEntity<String> news(
            HttpServletRequest request,
            @PathVariable String widget,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String seen) {
        var guest = new Reader.Guest(new Secret(link));
        return opened(request, guest, dashboard -> board.news(request, guest, dashboard, widget, seen));
    }

    private ResponseEntity<String> opened(
            HttpServletRequest request, Reader.Guest guest, Function<Dashboard, ResponseEntity<String>> showing) {
        String from = request.getRemoteAddr();
        if (attempts.tryFor(from).isPresent()) {
            return secluded(refused(
                    request,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many links were tried from here that open nothing; wait a quarter of an hour."));
        }
        Optional<Dashboard> dashboard = live.dashboards()
                .links()
                .find(guest.link())
                .flatMap(link -> live.dashboards().find(link.dashboard()));
        dashboard.ifPresent(_ -> attempts.takeBack(from));
        return secluded(dashboard
                .map(showing)
                .orElseGet(() -> refused(
                        request,
                        HttpStatus.NOT_FOUND,
                        "This link opens nothing: it was revoked, or its time is over. Whoever gave it to you can make"
                                + " another.")));
    }

    /// A page that refreshed itself is loaded anew, so that it does not go on showing what it may no longer.
    private ResponseEntity<String> refused(HttpServletRequest request, HttpStatus status, String sentence) {
        return request.getHeader("HX-Request") == null
                ? pages.html(status, "dashboard/closed", new ErrorView(pages.bare(request, "Not here"), sentence))
                : ResponseEntity.status(status).header("HX-Refresh", "true").build();
    }

    private static ResponseEntity<String> secluded(ResponseEntity<String> page) {
        return ResponseEntity.status(page.getStatusCode())
                .headers(headers -> {
                    headers.addAll(page.getHeaders());
                    headers.set("Referrer-Policy", "no-referrer");
                    headers.set("X-Robots-Tag", "noindex");
                })
                .body(page.getBody());
    }
}
