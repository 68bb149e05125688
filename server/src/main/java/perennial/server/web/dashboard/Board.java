package perennial.server.web.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import perennial.server.access.SignedIn;
import perennial.server.api.NotThere;
import perennial.server.health.Metrics;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Moment;
import perennial.server.web.Page;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.Redirect;
import perennial.server.web.dashboard.DashboardView.Changes;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.dashboard.Dashboard;
import perennial.store.dashboard.Widget;

/// Shows and changes one dashboard.
@Component
final class Board {
    private final Pages pages;
    private final LiveWorkspace live;
    private final Metrics metrics;

    Board(Pages pages, LiveWorkspace live, Metrics metrics) {
        this.pages = pages;
        this.live = live;
        this.metrics = metrics;
    }

    /// The dashboard with this id.
    ///
    /// @throws NotThere if there is none
    Dashboard named(String id) {
        return live.dashboards()
                .find(id)
                .orElseThrow(() ->
                        new NotThere("There is no such dashboard, or it was deleted; Dashboards lists them" + " all"));
    }

    ResponseEntity<String> looking(HttpServletRequest request, SignedIn signedIn, Dashboard dashboard) {
        return shown(HttpStatus.OK, inside(request, dashboard), reader(signedIn), dashboard, Optional.empty());
    }

    /// On the whole screen, with nothing around it.
    ResponseEntity<String> full(HttpServletRequest request, SignedIn signedIn, Dashboard dashboard) {
        return shown(
                HttpStatus.OK, pages.bare(request, dashboard.name()), reader(signedIn), dashboard, Optional.empty());
    }

    /// As whoever has a link sees it.
    ResponseEntity<String> shared(HttpServletRequest request, Reader.Guest guest, Dashboard dashboard) {
        return shown(HttpStatus.OK, pages.bare(request, dashboard.name()), guest, dashboard, Optional.empty());
    }

    /// With what changes it.
    ResponseEntity<String> arranging(
            HttpStatus status,
            HttpServletRequest request,
            SignedIn signedIn,
            Dashboard dashboard,
            Optional<String> made,
            Optional<String> fault) {
        signedIn.require(Role.ANALYST);
        var moment = new Moment(live.workspace().settings().zone());
        List<DashboardView.Link> links = live.dashboards().links().of(dashboard).stream()
                .map(link -> new DashboardView.Link(link.id(), moment.text(link.created()), moment.text(link.until())))
                .toList();
        return shown(
                status,
                inside(request, dashboard),
                reader(signedIn),
                dashboard,
                Optional.of(new Changes(links, made, fault)));
    }

    private Page inside(HttpServletRequest request, Dashboard dashboard) {
        return pages.page(request, dashboard.name(), Place.DASHBOARDS);
    }

    static Reader.User reader(SignedIn signedIn) {
        return new Reader.User(signedIn.user().role());
    }

    private ResponseEntity<String> shown(
            HttpStatus status, Page page, Reader reader, Dashboard dashboard, Optional<Changes> changes) {
        return live.use(() -> metrics.timed("dashboard", () -> {
            var widgets = Widgets.of(page, live, reader);
            return pages.html(
                    status,
                    "dashboard/dashboard",
                    new DashboardView(
                            page,
                            dashboard.name(),
                            Optional.of(Address.of(dashboard)).filter(_ -> reader instanceof Reader.User),
                            dashboard.widgets().stream()
                                    .map(widget -> widgets.view(dashboard, widget))
                                    .toList(),
                            reader.isAnalyst(),
                            changes));
        }));
    }

    /// One widget if it says something else than what was seen of it, else nothing.
    ResponseEntity<String> news(
            HttpServletRequest request, Reader reader, Dashboard dashboard, String id, String seen) {
        Widget widget =
                dashboard.widget(id).orElseThrow(() -> new NotThere("This report was removed from the dashboard"));
        return live.use(() -> Widgets.of(pages.bare(request, dashboard.name()), live, reader)
                .news(dashboard, widget, seen)
                .map(view -> pages.html("dashboard/widget", view))
                .orElseGet(() -> ResponseEntity.noContent().build()));
    }

    /// Changes a dashboard and goes on arranging it; what cannot be is told there.
    ResponseEntity<String> change(
            HttpServletRequest request, SignedIn signedIn, String id, UnaryOperator<Dashboard> change) {
        Dashboard before = named(id);
        try {
            Dashboard after = change.apply(before);
            if (!after.equals(before)) {
                live.people().audit().add(signedIn.actor(request), Deed.CHANGED_DASHBOARD, after.name());
            }
            return Redirect.to(Address.arranging(after));
        } catch (IllegalArgumentException fault) {
            return arranging(
                    HttpStatus.BAD_REQUEST,
                    request,
                    signedIn,
                    before,
                    Optional.empty(),
                    Optional.of(String.valueOf(fault.getMessage())));
        }
    }
}
