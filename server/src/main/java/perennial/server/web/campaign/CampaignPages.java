package perennial.server.web.campaign;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.core.question.Unit;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.campaign.MessageFile;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.Redirect;
import perennial.store.access.Deed;
import perennial.store.access.Role;

/// The campaigns: all of them in a list, with what they brought together, and each on a page of its own, where it is
/// launched, paused and stopped.
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
        return name.isEmpty() ? list(request, signedIn) : one(request, signedIn, name);
    }

    private ResponseEntity<String> list(HttpServletRequest request, SignedIn signedIn) {
        return live.use(() -> pages.html(
                "campaign/all",
                new Listing(
                                pages.page(request, "Campaigns", Place.CAMPAIGNS),
                                live.campaigns().plans().all().stream()
                                        .map(each -> Known.of(each, live))
                                        .toList(),
                                live.workspace().settings().currency(),
                                signedIn.user().role().includes(Role.MARKETER))
                        .view()));
    }

    @Allowed(Role.VIEWER)
    @GetMapping(CampaignAddress.ONE)
    ResponseEntity<String> one(HttpServletRequest request, SignedIn signedIn, @PathVariable String name) {
        return live.use(() -> showing(request, signedIn).of(name, Optional.empty(), Optional.empty()));
    }

    /// Where everybody is, for a page that refreshes itself; nothing if that is what it shows.
    @Allowed(Role.VIEWER)
    @GetMapping(CampaignAddress.NEWS)
    ResponseEntity<String> news(
            HttpServletRequest request,
            SignedIn signedIn,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String seen) {
        return live.use(() -> showing(request, signedIn)
                .news(name, seen)
                .map(view -> pages.html("campaign/progress", view))
                .orElseGet(() -> ResponseEntity.noContent().build()));
    }

    @Allowed(Role.MARKETER)
    @PostMapping(CampaignAddress.ONE + "/launch")
    ResponseEntity<String> launch(HttpServletRequest request, SignedIn signedIn, @PathVariable String name) {
        return changed(
                request,
                signedIn,
                name,
                Deed.LAUNCHED_CAMPAIGN,
                each -> live.campaigns().launch(each, live.answers().history(Unit.CUSTOMER)));
    }

    @Allowed(Role.MARKETER)
    @PostMapping(CampaignAddress.ONE + "/pause")
    ResponseEntity<String> pause(HttpServletRequest request, SignedIn signedIn, @PathVariable String name) {
        return changed(request, signedIn, name, Deed.PAUSED_CAMPAIGN, live.campaigns()::pause);
    }

    @Allowed(Role.MARKETER)
    @PostMapping(CampaignAddress.ONE + "/resume")
    ResponseEntity<String> resume(HttpServletRequest request, SignedIn signedIn, @PathVariable String name) {
        return changed(request, signedIn, name, Deed.RESUMED_CAMPAIGN, live.campaigns()::resume);
    }

    @Allowed(Role.MARKETER)
    @PostMapping(CampaignAddress.ONE + "/stop")
    ResponseEntity<String> stop(HttpServletRequest request, SignedIn signedIn, @PathVariable String name) {
        return changed(request, signedIn, name, Deed.STOPPED_CAMPAIGN, live.campaigns()::stop);
    }

    private ResponseEntity<String> changed(
            HttpServletRequest request, SignedIn signedIn, String name, Deed did, Consumer<String> change) {
        return live.use(() -> {
            Known.requireThere(live, name);
            try {
                change.accept(name);
            } catch (IllegalArgumentException fault) {
                return showing(request, signedIn)
                        .of(name, Optional.of(String.valueOf(fault.getMessage())), Optional.empty());
            }
            live.people().audit().add(signedIn.actor(request), did, name);
            live.catchUp(); // what was decided is on the timelines
            return Redirect.to(CampaignAddress.of(name));
        });
    }

    /// Brings in codes, one on each line.
    @Allowed(Role.MARKETER)
    @PostMapping(CampaignAddress.ONE + "/codes")
    ResponseEntity<String> addCodes(
            HttpServletRequest request,
            SignedIn signedIn,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String pool,
            @RequestParam(defaultValue = "") String codes) {
        return live.use(() -> {
            List<String> all = Arrays.stream(codes.split("\\R"))
                    .map(String::strip)
                    .filter(code -> !code.isEmpty())
                    .toList();
            var showing = showing(request, signedIn);
            try {
                if (pool.isBlank() || all.isEmpty()) {
                    throw new IllegalArgumentException("Name a pool, and give codes for it, one on each line");
                }
                int added = live.campaigns().codes().add(pool.strip(), all);
                live.people().audit().add(signedIn.actor(request), Deed.ADDED_CODES, pool.strip());
                return showing.of(
                        name,
                        Optional.empty(),
                        Optional.of(Figures.whole(added) + " new codes are in the pool " + pool.strip() + "; "
                                + Figures.whole(all.size() - added) + " were there already."));
            } catch (IllegalArgumentException fault) {
                return showing.of(name, Optional.of(String.valueOf(fault.getMessage())), Optional.empty());
            }
        });
    }

    /// Hands out the messages that wait, each once: taking the file sends them.
    @Allowed(Role.MARKETER)
    @PostMapping(CampaignAddress.ONE + "/messages.csv")
    void takeMessages(
            HttpServletRequest request, HttpServletResponse response, SignedIn signedIn, @PathVariable String name)
            throws IOException {
        new MessageFile(live, name).write(response);
        live.people().audit().add(signedIn.actor(request), Deed.TOOK_MESSAGES, name);
        live.catchUp();
    }

    private Showing showing(HttpServletRequest request, SignedIn signedIn) {
        return new Showing(pages, live, request, signedIn);
    }
}
