package perennial.server.web.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
import perennial.server.web.Page;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.Redirect;
import perennial.server.web.report.ReportView;
import perennial.server.web.report.ReportView.Link;
import perennial.server.web.report.Reporting;
import perennial.server.web.report.Title;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.answer.Answers;
import perennial.store.dashboard.Dashboard;
import perennial.store.dashboard.Widget;

/// Puts a report on a dashboard, one that is there or a new one.
@Controller
final class PinPages {
    private final Pages pages;
    private final LiveWorkspace live;
    private final Board board;

    PinPages(Pages pages, LiveWorkspace live, Board board) {
        this.pages = pages;
        this.live = live;
        this.board = board;
    }

    @Allowed(Role.ANALYST)
    @GetMapping(Address.PIN)
    ResponseEntity<String> form(
            HttpServletRequest request, SignedIn signedIn, @RequestParam(defaultValue = "") String report) {
        return form(HttpStatus.OK, request, Pinned.at(report), Optional.empty());
    }

    /// @param dashboard its id, or nothing for a new one of this name
    /// @param moving whether its range moves with time
    @Allowed(Role.ANALYST)
    @PostMapping(Address.PIN)
    ResponseEntity<String> pin(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String report,
            @RequestParam(defaultValue = "") String dashboard,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "6") int columns,
            @RequestParam(defaultValue = "false") boolean moving) {
        Pinned pinned = moving ? Pinned.at(report).moving() : Pinned.at(report);
        if (report(request, pinned).answer().isEmpty()) {
            return form(
                    HttpStatus.BAD_REQUEST,
                    request,
                    pinned,
                    Optional.of("A report that cannot be counted is not pinned; change it until it says something."));
        }
        try {
            Widget.Width width = Widget.Width.of(columns);
            Dashboard to = dashboard.isEmpty() ? made(request, signedIn, name) : board.named(dashboard);
            live.dashboards().pin(to.id(), width, pinned.question(), pinned.query());
            live.people().audit().add(signedIn.actor(request), Deed.CHANGED_DASHBOARD, to.name());
            return Redirect.to(Address.of(to));
        } catch (IllegalArgumentException fault) {
            return form(HttpStatus.BAD_REQUEST, request, pinned, Optional.of(String.valueOf(fault.getMessage())));
        }
    }

    private Dashboard made(HttpServletRequest request, SignedIn signedIn, String name) {
        Dashboard made = live.dashboards().make(name);
        live.people().audit().add(signedIn.actor(request), Deed.MADE_DASHBOARD, made.name());
        return made;
    }

    private ResponseEntity<String> form(
            HttpStatus status, HttpServletRequest request, Pinned pinned, Optional<String> fault) {
        ReportView report = report(request, pinned);
        Answers answers = live.answers();
        boolean moves = live.use(() -> pinned.isUsual(
                answers.history(pinned.inquiry().kind().unit(pinned.inquiry().options()))));
        List<Link> dashboards = live.dashboards().all().stream()
                .map(each -> new Link(each.name(), each.id()))
                .toList();
        return pages.html(
                status,
                "dashboard/pin",
                new PinView(
                        report.page(),
                        new Link(
                                Title.of(pinned.inquiry().kind()).text(),
                                pinned.inquiry().address()),
                        report.finding(),
                        dashboards,
                        pinned.hasRange(),
                        moves,
                        fault));
    }

    private ReportView report(HttpServletRequest request, Pinned pinned) {
        Page page = pages.page(request, "Pin a report", Place.DASHBOARDS);
        return live.use(
                () -> new Reporting(page, live.answers(), live.annotations().all(), true).report(pinned.inquiry()));
    }
}
