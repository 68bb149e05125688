package perennial.server.web.overview;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import perennial.core.calendar.Every;
import perennial.server.access.Allowed;
import perennial.server.api.Parameters;
import perennial.server.health.Metrics;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Page;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.report.Inquiry;
import perennial.store.access.Role;
import perennial.store.answer.Answers;
import perennial.store.segment.StoredSegments;

/// What changed of one number of the overview, and for whom: a page of its own, of which the overview shows the card.
@Controller
final class Changes {
    private final Pages pages;
    private final LiveWorkspace live;
    private final Metrics metrics;

    Changes(Pages pages, LiveWorkspace live, Metrics metrics) {
        this.pages = pages;
        this.live = live;
        this.metrics = metrics;
    }

    @Allowed(Role.VIEWER)
    @GetMapping("/changes")
    ResponseEntity<String> changes(HttpServletRequest request) {
        var parameters = Parameters.of(request, "kpi", "every", "segment");
        Kpi kpi = parameters.text("kpi").map(Kpi::of).orElse(Kpi.CHURN);
        Page page = pages.page(request, "What changed", Place.OVERVIEW);
        return pages.html(
                "overview/changes",
                live.use(() -> metrics.timed("changes", () -> view(page, kpi, parameters, live.answers()))));
    }

    private ChangesView view(Page page, Kpi kpi, Parameters parameters, Answers answers) {
        var asking = new Asking(answers, parameters.text("segment").orElse(""));
        Every every = parameters.text("every").map(Asking::every).orElseGet(asking::usual);
        Inquiry recent = asking.recent(kpi, every);
        Measured whole = asking.measured(kpi, recent, OptionalDouble.empty());
        List<Mover> movers = new Movers(answers, new StoredSegments(live.workspace())).of(whole, recent);
        return new ChangesView(
                page,
                kpi.title(every),
                finding(whole, movers),
                whole.before().map(whole::period).orElse(""),
                whole.last().map(whole::period).orElse(""),
                movers.stream()
                        .map(mover -> ChangesView.Line.of(whole, mover, scale(movers)))
                        .toList(),
                kpi.isCount() ? "People" : "Points",
                Stream.of(Kpi.values())
                        .map(each -> new ChangesView.Tab(
                                each.title(every), address(each, every, asking.segment()), each == kpi))
                        .toList());
    }

    /// Where the card about a number is.
    static String address(Kpi kpi, Every every, String segment) {
        return "/changes?kpi=" + kpi.word() + "&every=" + every
                + (segment.isEmpty() ? "" : "&segment=" + URLEncoder.encode(segment, StandardCharsets.UTF_8));
    }

    private static double scale(List<Mover> movers) {
        return movers.stream()
                .mapToDouble(mover -> Math.abs(mover.moved()) + mover.give())
                .max()
                .orElse(0);
    }

    private static String finding(Measured whole, List<Mover> movers) {
        if (whole.change().isEmpty()) {
            return "There is no whole " + whole.every() + " before to compare with.";
        }
        double change = whole.change().getAsDouble();
        String moved = change == 0
                ? "It is as it was the " + whole.every() + " before."
                : "It moved by " + whole.signed(change) + " against the " + whole.every() + " before, "
                        + (whole.verdict(change) == Measured.Verdict.NOISE
                                ? "within noise"
                                : whole.verdict(change).words())
                        + ".";
        if (movers.isEmpty()) {
            return moved + " No trait has few enough values to tell groups apart, and no segment is saved.";
        }
        boolean isClear = movers.stream().anyMatch(mover -> !mover.isNoise());
        return moved + (isClear ? "" : " No group moved it by more than chance may do.");
    }
}
