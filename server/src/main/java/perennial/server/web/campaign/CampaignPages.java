package perennial.server.web.campaign;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.store.access.Role;

/// The campaigns: all of them in a list, with what they brought together.
@Controller
final class CampaignPages {
    private final Pages pages;
    private final LiveWorkspace live;

    CampaignPages(Pages pages, LiveWorkspace live) {
        this.pages = pages;
        this.live = live;
    }

    @Allowed(Role.VIEWER)
    @GetMapping(CampaignAddress.ALL)
    ResponseEntity<String> all(
            HttpServletRequest request, SignedIn signedIn, @RequestParam(defaultValue = "") String name) {
        return live.use(() -> pages.html(
                "campaign/all",
                new Listing(
                                pages.page(request, "Campaigns", Place.CAMPAIGNS),
                                live.campaigns().all().stream()
                                        .map(each -> Known.of(each, live))
                                        .toList(),
                                live.workspace().settings().currency(),
                                signedIn.user().role().includes(Role.MARKETER))
                        .view()));
    }
}
