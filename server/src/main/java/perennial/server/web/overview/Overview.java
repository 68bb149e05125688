package perennial.server.web.overview;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import perennial.core.answer.Rows;
import perennial.core.calendar.Every;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.api.Parameters;
import perennial.server.health.Metrics;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.server.web.Page;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.overview.OverviewView.Content;
import perennial.server.web.report.Sentence;
import perennial.store.access.Role;
import perennial.store.answer.Answers;

/// The first page: the numbers that matter, of the last period that is over, each leading to its report. The address
/// says how long periods are (`every`, week or month) and who is counted (`segment`).
@Controller
final class Overview {
    private static final String EVERY = "every";
    private static final String SEGMENT = "segment";

    private final Pages pages;
    private final LiveWorkspace live;
    private final Metrics metrics;

    Overview(Pages pages, LiveWorkspace live, Metrics metrics) {
        this.pages = pages;
        this.live = live;
        this.metrics = metrics;
    }

    @Allowed(Role.VIEWER)
    @GetMapping("/")
    ResponseEntity<String> overview(HttpServletRequest request, SignedIn signedIn) {
        var parameters = Parameters.of(request, EVERY, SEGMENT);
        Page page = pages.page(request, "Overview", Place.OVERVIEW);
        Role role = signedIn.user().role();
        return pages.html(
                "overview/overview",
                live.use(() -> metrics.timed("overview", () -> view(page, parameters, live.answers(), role))));
    }

    private OverviewView view(Page page, Parameters parameters, Answers answers, Role role) {
        History history = answers.history(Unit.USER);
        if (history.firstTime().isEmpty()) {
            return new OverviewView(
                    page,
                    Sentence.of("There are no events yet."),
                    List.of(),
                    Optional.empty(),
                    role.includes(Role.ADMIN));
        }
        var asking = new Asking(answers, parameters.text(SEGMENT).orElse(""));
        Every every = parameters.text(EVERY).map(Asking::every).orElseGet(asking::usual);
        String segment = asking.segment();
        var goals = Targets.of(live.workspace());
        Map<Kpi, Measured> measured = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            measured.put(
                    kpi,
                    asking.measured(
                            kpi,
                            asking.recent(kpi, every),
                            segment.isEmpty() ? goals.of(kpi, every) : OptionalDouble.empty()));
        }
        boolean isNamed = role.includes(Role.ANALYST);
        var lately = new Lately(answers, asking.common(), live.workspace().settings(), isNamed);
        return new OverviewView(
                page,
                Lead.of(measured),
                List.of(
                        "Last complete " + every,
                        "As of "
                                + Figures.moment(
                                        java.time.Instant.ofEpochMilli(history.asOf()),
                                        history.calendar().zone()),
                        "Shaded: 95% interval",
                        segment.isEmpty() ? "Everybody" : "Who is in the segment now"),
                Optional.of(new Content(
                        every.toString(),
                        segment,
                        segments(answers, segment),
                        measured.values().stream().map(Tile::of).toList(),
                        Changes.address(moved(measured), every, segment),
                        isNamed && segment.isEmpty()
                                ? Optional.of(Goals.ADDRESS + "?every=" + every)
                                : Optional.empty(),
                        lately.slipping(),
                        lately.returned())),
                false);
    }

    /// The first number that moved by more than chance may do, else the first that has a value.
    private static Kpi moved(Map<Kpi, Measured> measured) {
        return measured.values().stream()
                .filter(each -> each.change().isPresent()
                        && each.verdict(each.change().getAsDouble()) != Measured.Verdict.NOISE)
                .findFirst()
                .or(() -> measured.values().stream()
                        .filter(each -> each.value().isPresent())
                        .findFirst())
                .map(Measured::kpi)
                .orElse(Kpi.ACTIVE);
    }

    /// Those to choose from, with the one that is chosen.
    private static List<String> segments(Answers answers, String chosen) {
        List<String> names = new ArrayList<>(answers.segments().rows().stream()
                .map(row -> Rows.key(row, "name"))
                .toList());
        if (!chosen.isEmpty() && !names.contains(chosen)) {
            names.addFirst(chosen);
        }
        return names;
    }
}
