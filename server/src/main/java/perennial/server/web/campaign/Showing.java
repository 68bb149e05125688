package perennial.server.web.campaign;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Plan;
import perennial.core.campaign.PlanChange;
import perennial.core.campaign.Reason;
import perennial.core.campaign.Stage;
import perennial.core.campaign.Versions;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.report.InWords.Fact;
import perennial.store.access.Role;
import perennial.store.campaign.Campaign;
import perennial.store.campaign.CodePools;

/// Shows one campaign to somebody, within [LiveWorkspace#use].
record Showing(Pages pages, LiveWorkspace live, HttpServletRequest request, SignedIn signedIn) {

    /// @param fault why something was not done
    /// @param done what was
    ResponseEntity<String> of(String name, Optional<String> fault, Optional<String> done) {
        Known known = Known.of(Known.requireThere(live, name), live);
        Campaign campaign = known.campaign();
        Plan plan = campaign.plan();
        var currency = live.workspace().settings().currency();
        boolean isDraft = campaign.stage() == Stage.DRAFT;
        boolean isOver = campaign.isOver(known.asOf());
        return pages.html(
                fault.isPresent() ? HttpStatus.BAD_REQUEST : HttpStatus.OK,
                "campaign/campaign",
                new CampaignView(
                        pages.page(request, name, Place.CAMPAIGNS),
                        name,
                        known.stage(),
                        Figures.moment(known.asOf(), known.zone()),
                        isDraft
                                ? Optional.of(
                                        VerdictView.of(plan, live.campaigns().verdict(plan, known.history()), currency))
                                : Optional.empty(),
                        isDraft ? Optional.of(launch(known)) : Optional.empty(),
                        known.effect().map(effect -> new Result(known, effect, currency, showsPeople()).view()),
                        isDraft ? Optional.empty() : Optional.of(progress(known)),
                        plan(known),
                        versions(known),
                        live.campaigns().codes().all().stream()
                                .map(CodePools.Pool::name)
                                .toList(),
                        new CampaignView.Controls(
                                campaign.stage() == Stage.RUNNING && !isOver,
                                campaign.stage() == Stage.PAUSED && !isOver,
                                campaign.stage().mayBecome(Stage.STOPPED) && !isOver,
                                !isOver,
                                plan.isCsv() && campaign.isSending(known.asOf())),
                        signedIn.user().role().includes(Role.MARKETER),
                        Optional.of(CampaignAddress.people(name, Whom.ALL)).filter(_ -> showsPeople() && !isDraft),
                        fault,
                        done));
    }

    private boolean showsPeople() {
        return signedIn.user().role().includes(Role.ANALYST);
    }

    private ProgressView progress(Known known) {
        return new Progress(known, live, showsPeople()).view();
    }

    /// Where everybody is, unless that is what was seen.
    Optional<ProgressView> news(String name, String seen) {
        Campaign campaign = Known.requireThere(live, name);
        return seen.equals(Progress.seen(
                        campaign,
                        live.campaigns().balance(name),
                        live.campaigns().replies().of(name)))
                ? Optional.empty()
                : Optional.of(progress(Known.of(campaign, live)));
    }

    private CampaignView.Launch launch(Known known) {
        Plan plan = known.campaign().plan();
        List<Decision> decisions = live.campaigns().preview(plan, known.history(), Integer.MAX_VALUE);
        Map<Reason, Long> leftOut = new TreeMap<>();
        decisions.forEach(each -> each.why().ifPresent(reason -> leftOut.merge(reason, 1L, Long::sum)));
        long held = decisions.stream().filter(Decision::isHeldOut).count();
        long treated = decisions.stream().filter(Decision::isTreated).count();
        return new CampaignView.Launch(
                "%s customers are decided on at once and for good: %s get a message, %s are held out, %s are left out."
                                .formatted(
                                        Figures.whole(decisions.size()),
                                        Figures.whole(treated),
                                        Figures.whole(held),
                                        Figures.whole(decisions.size() - treated - held))
                        + (plan.isEntering() ? " Whoever enters later is decided on then." : ""),
                leftOut.entrySet().stream()
                        .map(each -> Figures.whole(each.getValue()) + ": the customer "
                                + each.getKey().words())
                        .toList(),
                "Messages leave by " + (plan.isCsv() ? "CSV file" : plan.channel())
                        + plan.starts()
                                .filter(start -> start.isAfter(known.asOf()))
                                .map(start -> ", not before " + Figures.moment(start, known.zone()))
                                .orElse(", from now on")
                        + ".");
    }

    private static List<Fact> plan(Known known) {
        Plan plan = known.campaign().plan();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "For", plan.audience() + (plan.isEntering() ? ", whoever enters" : ", who is in it at the launch")));
        facts.add(new Fact("Back when", plan.objective().words()));
        facts.add(new Fact("Within", Figures.days(plan.windowDays())));
        plan.treatments()
                .forEach(each -> facts.add(new Fact(
                        each.name(),
                        Figures.percent((1 - plan.holdout()) * each.share())
                                + each.offers().stream()
                                        .map(rule -> ", " + rule.segment().orElse("everybody") + ": "
                                                + rule.offer().name())
                                        .reduce("", String::concat))));
        facts.add(new Fact("Held out", Figures.percent(plan.holdout())));
        plan.exclusions().consent().ifPresent(consent -> facts.add(new Fact("Agreed", consent)));
        plan.exclusions()
                .cap()
                .ifPresent(cap -> facts.add(new Fact(
                        "At most",
                        cap.contacts()
                                + (cap.contacts() == 1 ? " message in " : " messages in ")
                                + Figures.days(cap.days()))));
        facts.add(new Fact("By", plan.isCsv() ? "CSV file" : plan.channel()));
        plan.starts().ifPresent(start -> facts.add(new Fact("From", date(start, known))));
        plan.ends().ifPresent(end -> facts.add(new Fact("Until", date(end, known))));
        return facts;
    }

    private static String date(Instant time, Known known) {
        return Figures.date(time.atZone(known.zone()).toLocalDate());
    }

    private List<CampaignView.Version> versions(Known known) {
        List<Versions.Version> versions =
                live.campaigns().plans().versions(known.campaign().name()).all();
        List<CampaignView.Version> told = new ArrayList<>();
        for (int i = versions.size() - 1; i >= 0; i--) {
            Versions.Version each = versions.get(i);
            boolean wasLaunched = known.campaign()
                    .launched()
                    .filter(at -> at.isBefore(each.saved()))
                    .isPresent();
            told.add(new CampaignView.Version(
                    String.valueOf(each.number()),
                    date(each.saved(), known),
                    i > 0 && wasLaunched
                            ? new PlanChange(versions.get(i - 1).plan(), each.plan()).words()
                            : List.of()));
        }
        return told;
    }
}
