package perennial.server.web.setup;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.core.workspace.Settings;
import perennial.server.access.Allowed;
import perennial.server.access.LocalAddress;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.server.signin.PublicAddress;
import perennial.server.web.Figures;
import perennial.server.web.Pages;
import perennial.server.web.Redirect;
import perennial.server.web.data.Snippet;
import perennial.server.web.imports.Uploads;
import perennial.server.web.setup.DataView.Arrival;
import perennial.server.web.setup.DataView.NewKey;
import perennial.store.access.Deed;
import perennial.store.access.Key;
import perennial.store.access.Keys;
import perennial.store.access.Role;
import perennial.store.access.Scope;
import perennial.store.event.EventCatalogue;
import perennial.store.event.EventCatalogue.NamedEvents;
import perennial.store.ingest.QualityLog;

/// Leads an administrator from an empty workspace to its overview.
@Controller
final class SetupPages {
    private static final int NAMES_SHOWN = 8;
    private static final String KEY = "product";

    private final Pages pages;
    private final LiveWorkspace live;
    private final Uploads uploads;
    private final PublicAddress address;

    SetupPages(Pages pages, LiveWorkspace live, Uploads uploads, PublicAddress address) {
        this.pages = pages;
        this.live = live;
        this.uploads = uploads;
        this.address = address;
    }

    /// Leads to the first step that seems to be open.
    @Allowed(Role.ADMIN)
    @GetMapping("/setup")
    ResponseEntity<String> next() {
        Settings settings = live.workspace().settings();
        if (arrival().isAwaited()) {
            boolean isUntouched = settings.equals(Settings.standard(settings.name()));
            return Redirect.to((isUntouched ? Step.WORKSPACE : Step.DATA).address());
        }
        return Redirect.to((Activity.isDecided(settings) ? Step.OVERVIEW : Step.ACTIVE).address());
    }

    @Allowed(Role.ADMIN)
    @GetMapping("/setup/workspace")
    ResponseEntity<String> workspace(HttpServletRequest request) {
        var page = pages.page(request, Step.WORKSPACE.title());
        return pages.html(
                "setup/workspace", WorkspaceView.of(page, live.workspace().settings()));
    }

    @Allowed(Role.ADMIN)
    @PostMapping("/setup/workspace")
    ResponseEntity<String> keepWorkspace(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(name = "week-start", defaultValue = "") String weekStart) {
        try {
            change(
                    request,
                    signedIn,
                    live.workspace()
                            .settings()
                            .withName(name)
                            .withZone(Settings.zone(zone))
                            .withCurrency(Settings.currency(currency))
                            .withWeekStart(Settings.weekStart(weekStart)),
                    "name, zone, currency, week");
        } catch (IllegalArgumentException fault) {
            var page = pages.page(request, Step.WORKSPACE.title());
            return pages.html(
                    HttpStatus.BAD_REQUEST,
                    "setup/workspace",
                    new WorkspaceView(page, name, zone, currency, weekStart, Optional.ofNullable(fault.getMessage())));
        }
        return Redirect.to(Step.DATA.address());
    }

    private void change(HttpServletRequest request, SignedIn signedIn, Settings changed, String what) {
        live.workspace().changeSettings(changed);
        live.people().audit().add(signedIn.actor(request), Deed.CHANGED_RULES, what);
        live.catchUp();
    }

    /// Asks again and again, by script or by hand, until something has come.
    @Allowed(Role.ADMIN)
    @GetMapping("/setup/data")
    ResponseEntity<String> data(HttpServletRequest request) {
        return data(request, Optional.empty());
    }

    /// Makes a write key. Its text stands in the answer alone, so that nothing has to keep it.
    @Allowed(Role.ADMIN)
    @PostMapping("/setup/data")
    ResponseEntity<String> makeKey(HttpServletRequest request, SignedIn signedIn) {
        Keys.Made made = live.keys().make(KEY, Set.of(Scope.WRITE));
        live.people()
                .audit()
                .add(signedIn.actor(request), Deed.MADE_KEY, made.key().toString());
        URI server = address.ofExamples(request);
        return data(request, Optional.of(new NewKey(made.text(), Snippet.sending(server, made.text()))));
    }

    private ResponseEntity<String> data(HttpServletRequest request, Optional<NewKey> key) {
        return pages.html(
                "setup/data",
                new DataView(
                        pages.page(request, Step.DATA.title()),
                        key,
                        live.keys().all().stream()
                                .filter(each -> each.allows(Scope.WRITE))
                                .map(Key::id)
                                .count(),
                        arrival(),
                        uploads.largest()));
    }

    private Arrival arrival() {
        List<NamedEvents> events = live.use(() -> new EventCatalogue(live.workspace()).events(Map.of()));
        return new Arrival(
                Figures.whole(events.stream().mapToLong(NamedEvents::events).sum()),
                events.stream()
                        .limit(NAMES_SHOWN)
                        .map(each -> new Arrival.Named(each.name(), Figures.whole(each.events())))
                        .toList(),
                new QualityLog(live.workspace())
                        .refused(1).stream().map(kept -> kept.call().message()).findFirst());
    }

    @Allowed(Role.ADMIN)
    @GetMapping("/setup/active")
    ResponseEntity<String> active(HttpServletRequest request) {
        return live.use(() ->
                pages.html("setup/active", new Activity(live).view(pages.page(request, Step.ACTIVE.title()))));
    }

    @Allowed(Role.ADMIN)
    @PostMapping("/setup/active")
    ResponseEntity<String> keepActive(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam(name = "listed", defaultValue = "") List<String> listed,
            @RequestParam(name = "active", defaultValue = "") List<String> active) {
        Settings changed = live.use(() -> new Activity(live).with(Set.copyOf(listed), Set.copyOf(active)));
        change(request, signedIn, changed, "what counts as active");
        return Redirect.to(LocalAddress.HOME);
    }
}
