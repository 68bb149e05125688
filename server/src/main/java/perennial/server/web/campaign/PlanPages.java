package perennial.server.web.campaign;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.core.campaign.BadPlan;
import perennial.core.question.Unit;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Pages;
import perennial.server.web.Redirect;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.campaign.Campaign;

/// The form in which a campaign is planned: judged while it is written, and kept when it is right.
@Controller
final class PlanPages {
    /// The field that says which campaign is changed.
    private static final String KNOWN = "known";

    private final Pages pages;
    private final LiveWorkspace live;

    PlanPages(Pages pages, LiveWorkspace live) {
        this.pages = pages;
        this.live = live;
    }

    @Allowed(Role.VIEWER)
    @GetMapping(CampaignAddress.NEW)
    ResponseEntity<String> plan(
            HttpServletRequest request, SignedIn signedIn, @RequestParam(defaultValue = "") String audience) {
        return live.use(() -> new Planner(pages, live, request, signedIn, Optional.empty())
                .shown(PlanForm.empty(audience, live.workspace().settings().zone())));
    }

    @Allowed(Role.VIEWER)
    @GetMapping(CampaignAddress.EDIT)
    ResponseEntity<String> edit(HttpServletRequest request, SignedIn signedIn, @PathVariable String name) {
        return live.use(() -> {
            Campaign campaign = Known.requireThere(live, name);
            return new Planner(pages, live, request, signedIn, Optional.of(campaign))
                    .shown(PlanForm.of(
                            campaign.plan(), live.workspace().settings().zone()));
        });
    }

    /// Judges what somebody writes; nothing changes.
    @Allowed(Role.VIEWER)
    @PostMapping(CampaignAddress.DRAFT)
    ResponseEntity<String> draft(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "do", defaultValue = "") String act) {
        return live.use(() -> planner(request, signedIn, sent).shown(form(sent).after(act)));
    }

    @Allowed(Role.MARKETER)
    @PostMapping(CampaignAddress.ALL)
    ResponseEntity<String> save(HttpServletRequest request, SignedIn signedIn, @RequestParam Map<String, String> sent) {
        return live.use(() -> {
            Planner planner = planner(request, signedIn, sent);
            try {
                var plan = form(sent).plan();
                if (planner.known().isEmpty()
                        && live.campaigns().plans().find(plan.name()).isPresent()) {
                    throw new BadPlan("name", "There is a campaign \"" + plan.name() + "\" already; take another name");
                }
                Campaign saved =
                        live.campaigns().plans().save(plan, live.answers().history(Unit.CUSTOMER));
                live.people().audit().add(signedIn.actor(request), Deed.PLANNED_CAMPAIGN, saved.name());
                return Redirect.to(CampaignAddress.of(saved.name()));
            } catch (BadPlan fault) {
                return planner.refused(form(sent), fault);
            }
        });
    }

    private PlanForm form(Map<String, String> sent) {
        return PlanForm.of(sent, live.workspace().settings().zone());
    }

    private Planner planner(HttpServletRequest request, SignedIn signedIn, Map<String, String> sent) {
        return new Planner(
                pages,
                live,
                request,
                signedIn,
                Optional.ofNullable(sent.get(KNOWN)).map(name -> Known.requireThere(live, name)));
    }
}
