package perennial.server.web.campaign;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.core.campaign.Outcome;
import perennial.core.campaign.Reason;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.api.AnswerFormat;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.report.PeopleView.Person;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.answer.Sheet;

/// The people behind the numbers of a campaign, as a list and as CSV.
@Controller
final class BehindPages {
    private static final int MOST_SHOWN = 200;

    private final Pages pages;
    private final LiveWorkspace live;

    BehindPages(Pages pages, LiveWorkspace live) {
        this.pages = pages;
        this.live = live;
    }

    @Allowed(Role.ANALYST)
    @GetMapping(CampaignAddress.PEOPLE)
    ResponseEntity<String> people(
            HttpServletRequest request,
            SignedIn signedIn,
            @PathVariable String name,
            @RequestParam Optional<String> arm,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> why,
            @RequestParam Optional<String> returned,
            @RequestParam(defaultValue = "") String format) {
        return live.use(() -> {
            Known.requireThere(live, name);
            Whom whom = Whom.read(live.campaigns().plans().versions(name).arms(), arm, state, why, returned);
            History history = live.answers().history(Unit.CUSTOMER);
            List<Somebody> people = Somebody.of(live, name, whom, history);
            if (format.equals("csv")) {
                live.people().audit().add(signedIn.actor(request), Deed.EXPORTED_CAMPAIGN, name);
                return AnswerFormat.CSV.answer(sheet(people, history.calendar().zone()));
            }
            return pages.html(
                    "campaign/people",
                    new BehindView(
                            pages.page(request, name, Place.CAMPAIGNS),
                            name,
                            CampaignAddress.of(name),
                            whom.words(),
                            Figures.whole(people.size()),
                            people.stream()
                                    .limit(MOST_SHOWN)
                                    .map(each -> line(each, history.calendar().zone()))
                                    .toList(),
                            Math.max(0, people.size() - MOST_SHOWN),
                            CampaignAddress.under(name, "/people") + whom.query(Map.of("format", "csv"))));
        });
    }

    private static BehindView.Line line(Somebody each, ZoneId zone) {
        OptionalLong back = each.outcome().map(Outcome::back).orElse(OptionalLong.empty());
        return new BehindView.Line(
                Person.of(each.message().decision().customer()),
                each.message().decision().arm().map(Standing::arm).orElse(""),
                each.place().words(),
                each.why().map(Reason::words).orElse(""),
                each.message().decision().offer().orElse(""),
                back.isPresent() ? Standing.date(back.getAsLong(), zone) : "");
    }

    private static Sheet<Somebody> sheet(List<Somebody> people, ZoneId zone) {
        return Sheet.of("people", zone, people)
                .text(
                        "kind",
                        each -> each.message().decision().customer().kind().toString())
                .text("id", each -> each.message().decision().customer().id())
                .text("arm", each -> each.message().decision().arm().orElse(""))
                .text("state", each -> each.place().toString())
                .text("why", each -> each.why().map(Reason::toString).orElse(""))
                .text("offer", each -> each.message().decision().offer().orElse(""))
                .text("because", each -> each.message().decision().because())
                .time("decided", each -> Optional.of(each.message().decision().decided()))
                .time(
                        "returned",
                        each -> each.outcome()
                                .map(Outcome::back)
                                .filter(OptionalLong::isPresent)
                                .map(back -> Instant.ofEpochMilli(back.getAsLong())));
    }
}
