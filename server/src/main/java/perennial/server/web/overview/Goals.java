package perennial.server.web.overview;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.core.calendar.Every;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.Redirect;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.goal.StoredGoals;

/// Where it is said what the numbers of the overview are wanted to be.
@Controller
final class Goals {
    static final String ADDRESS = "/goals";
    private static final String EVERY = "every";

    private final Pages pages;
    private final LiveWorkspace live;

    Goals(Pages pages, LiveWorkspace live) {
        this.pages = pages;
        this.live = live;
    }

    @Allowed(Role.ANALYST)
    @GetMapping(ADDRESS)
    ResponseEntity<String> goals(HttpServletRequest request, @RequestParam(defaultValue = "month") String every) {
        Every period = Asking.every(every);
        var targets = Targets.of(live.workspace());
        return shown(
                request,
                HttpStatus.OK,
                period,
                Stream.of(Kpi.values())
                        .collect(
                                () -> new EnumMap<>(Kpi.class),
                                (typed, kpi) -> typed.put(kpi, targets.typed(kpi, period)),
                                Map::putAll),
                Optional.empty());
    }

    private ResponseEntity<String> shown(
            HttpServletRequest request,
            HttpStatus status,
            Every every,
            Map<Kpi, String> typed,
            Optional<String> fault) {
        return pages.html(
                status,
                "overview/goals",
                new GoalsView(
                        pages.page(request, "Goals", Place.OVERVIEW),
                        every.toString(),
                        typed.entrySet().stream()
                                .map(each -> GoalsView.Field.of(each.getKey(), every, each.getValue()))
                                .toList(),
                        fault));
    }

    @Allowed(Role.ANALYST)
    @PostMapping(ADDRESS)
    ResponseEntity<String> set(HttpServletRequest request, SignedIn signedIn, @RequestParam Map<String, String> sent) {
        Every every = Asking.every(sent.getOrDefault(EVERY, "month"));
        Map<Kpi, String> typed = new EnumMap<>(Kpi.class);
        Stream.of(Kpi.values()).forEach(kpi -> typed.put(kpi, sent.getOrDefault(kpi.word(), "")));
        Map<Kpi, Optional<BigDecimal>> targets = new EnumMap<>(Kpi.class);
        try {
            typed.forEach((kpi, text) -> targets.put(kpi, Targets.read(kpi, every, text)));
        } catch (IllegalArgumentException fault) {
            return shown(
                    request, HttpStatus.BAD_REQUEST, every, typed, Optional.of(String.valueOf(fault.getMessage())));
        }
        var goals = new StoredGoals(live.workspace());
        targets.forEach((kpi, target) -> {
            if (goals.set(Targets.name(kpi, every), target)) {
                live.people().audit().add(signedIn.actor(request), Deed.SET_GOAL, Targets.name(kpi, every));
            }
        });
        return Redirect.to("/?every=" + every);
    }
}
