package perennial.server.web.rules;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.core.question.Unit;
import perennial.core.selection.SelectionParser;
import perennial.core.workspace.Settings;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.server.web.Pages;
import perennial.server.web.Redirect;
import perennial.server.web.Section;
import perennial.server.web.rules.RulesView.Filter;
import perennial.store.Workspace;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.erasure.Keeping;
import perennial.store.event.Filters;

/// Shows the rules by which the workspace is read, and lets administrators change them.
@Controller
final class RulePages {
    private static final String HERE = "/settings/rules";
    private static final String FILTERS = HERE + "/filters";

    private final Pages pages;
    private final LiveWorkspace live;

    RulePages(Pages pages, LiveWorkspace live) {
        this.pages = pages;
        this.live = live;
    }

    @Allowed(Role.VIEWER)
    @GetMapping(HERE)
    ResponseEntity<String> all(HttpServletRequest request, SignedIn signedIn) {
        return shown(HttpStatus.OK, request, signedIn, Filter.NONE, Optional.empty());
    }

    private ResponseEntity<String> shown(
            HttpStatus status, HttpServletRequest request, SignedIn signedIn, Filter typed, Optional<String> fault) {
        return live.use(() -> {
            Workspace workspace = live.workspace();
            var days = new Keeping(workspace).days();
            return pages.html(
                    status,
                    "rules/rules",
                    new RulesView(
                            pages.page(request, Section.RULES),
                            workspace.settings(),
                            new Filters(workspace)
                                    .all().stream()
                                            .map(each -> new Filter(
                                                    each.name(),
                                                    each.condition().toString(),
                                                    Figures.whole(each.leftOut())))
                                            .toList(),
                            days.isEmpty()
                                    ? "Events are kept for ever."
                                    : "Events are to be kept for " + days.getAsInt() + " days.",
                            signedIn.user().role().includes(Role.ADMIN),
                            typed,
                            fault));
        });
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE)
    ResponseEntity<String> change(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam String name,
            @RequestParam String zone,
            @RequestParam String currency,
            @RequestParam(name = "week-start") String weekStart) {
        return changed(
                request,
                signedIn,
                () -> live.workspace()
                        .settings()
                        .withName(name)
                        .withZone(Settings.zone(zone))
                        .withCurrency(Settings.currency(currency))
                        .withWeekStart(Settings.weekStart(weekStart)));
    }

    /// @param names of events, one a line
    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/roles")
    ResponseEntity<String> changeRole(
            HttpServletRequest request, SignedIn signedIn, @RequestParam String role, @RequestParam String names) {
        return changed(
                request,
                signedIn,
                () -> live.workspace()
                        .settings()
                        .withNames(
                                perennial.core.event.Role.of(role), // not that of a user
                                names.lines().filter(line -> !line.isBlank()).toList()));
    }

    private interface Change {
        /// @throws IllegalArgumentException if such settings cannot be
        Settings made();
    }

    private ResponseEntity<String> changed(HttpServletRequest request, SignedIn signedIn, Change change) {
        Settings before = live.workspace().settings();
        Settings after;
        try {
            after = change.made();
        } catch (IllegalArgumentException fault) {
            return shown(
                    HttpStatus.BAD_REQUEST, request, signedIn, Filter.NONE, Optional.ofNullable(fault.getMessage()));
        }
        if (!after.equals(before)) {
            live.use(() -> {
                live.workspace().changeSettings(after);
                live.histories().changed();
                return after;
            });
            differences(before, after)
                    .forEach(each -> live.people().audit().add(signedIn.actor(request), Deed.CHANGED_RULES, each));
        }
        return Redirect.to(HERE);
    }

    private static List<String> differences(Settings before, Settings after) {
        List<String> differences = new ArrayList<>();
        differ(differences, "name", before.name(), after.name());
        differ(differences, "zone", before.zone(), after.zone());
        differ(differences, "currency", before.currency(), after.currency());
        differ(differences, "week start", before.weekStart(), after.weekStart());
        for (var role : perennial.core.event.Role.values()) {
            differ(differences, role.toString(), before.names(role), after.names(role));
        }
        return differences;
    }

    private static void differ(List<String> differences, String what, Object before, Object after) {
        if (!before.equals(after)) {
            differences.add(what + " from " + before + " to " + after);
        }
    }

    @Allowed(Role.ADMIN)
    @PostMapping(FILTERS)
    ResponseEntity<String> addFilter(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String condition) {
        return filtered(
                request,
                signedIn,
                new Filter(name, condition, ""),
                Deed.SAVED_FILTER,
                filters -> filters.add(name, SelectionParser.condition(condition)));
    }

    @Allowed(Role.ADMIN)
    @PostMapping(FILTERS + "/remove")
    ResponseEntity<String> removeFilter(
            HttpServletRequest request, SignedIn signedIn, @RequestParam(defaultValue = "") String name) {
        return filtered(
                request, signedIn, new Filter(name, "", ""), Deed.REMOVED_FILTER, filters -> filters.remove(name));
    }

    private interface FilterChange {
        /// @throws IllegalArgumentException if it cannot be
        void of(Filters filters);
    }

    private ResponseEntity<String> filtered(
            HttpServletRequest request, SignedIn signedIn, Filter filter, Deed deed, FilterChange change) {
        try {
            live.use(() -> {
                change.of(new Filters(live.workspace()));
                live.views()
                        .history(Unit.VISITOR); // judges the events, so that the page can say how many it leaves out
                live.histories().changed();
                return filter;
            });
        } catch (IllegalArgumentException fault) {
            Filter typed = deed == Deed.SAVED_FILTER ? filter : Filter.NONE;
            return shown(HttpStatus.BAD_REQUEST, request, signedIn, typed, Optional.ofNullable(fault.getMessage()));
        }
        live.people().audit().add(signedIn.actor(request), deed, filter.name().strip());
        return Redirect.to(HERE + "#filters");
    }
}
