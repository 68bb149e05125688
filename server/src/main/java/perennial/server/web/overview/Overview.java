package perennial.server.web.overview;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import perennial.core.answer.Rows;
import perennial.core.calendar.Every;
import perennial.core.history.History;
import perennial.core.question.BadOption;
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
import perennial.server.web.report.Answered;
import perennial.server.web.report.Inquiry;
import perennial.server.web.report.Sentence;
import perennial.store.access.Role;
import perennial.store.answer.Answers;

/// The first page: the numbers that matter, of the last period that is over, each leading to its report. The address
/// says how long periods are (`every`, week or month) and who is counted (`segment`).
@Controller
final class Overview {
    private static final String EVERY = "every";
    private static final String SEGMENT = "segment";

    /// A history of fewer months is looked at by week.
    private static final int MONTHS = 4;

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
        Every every = parameters.text(EVERY).map(Overview::every).orElseGet(() -> usual(history));
        String segment = parameters.text(SEGMENT).map(String::strip).orElse("");
        Map<String, List<String>> common = new TreeMap<>(); // all numbers of the page are about the same people
        if (!segment.isEmpty()) {
            common.put(SEGMENT, List.of(segment));
            common.put("segment-at", List.of("now"));
        }
        Map<Kpi, Measured> measured = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            measured.put(kpi, measured(kpi, kpi.inquiry(every, common), answers));
        }
        var lately = new Lately(answers, common, live.workspace().settings(), role.includes(Role.ANALYST));
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
                        lately.slipping(),
                        lately.returned())),
                false);
    }

    private static Every every(String text) {
        return switch (text) {
            case "week" -> Every.WEEK;
            case "month" -> Every.MONTH;
            default -> throw new BadOption(EVERY, "\"" + text + "\" is neither week nor month");
        };
    }

    private static Every usual(History history) {
        LocalDateTime first = history.calendar().local(history.firstTime().orElseThrow());
        LocalDateTime now = history.calendar().local(history.asOf());
        return first.plusMonths(MONTHS).isAfter(now) ? Every.WEEK : Every.MONTH;
    }

    private Measured measured(Kpi kpi, Inquiry inquiry, Answers answers) {
        Inquiry recent = inquiry.last(
                Measured.PERIODS + 1 + kpi.wait(inquiry.every().orElseThrow()),
                answers.history(inquiry.kind().unit(inquiry.options())));
        return Measured.of(kpi, new Answered(recent, answers.ask(recent.kind(), recent.options())));
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
