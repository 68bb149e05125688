package perennial.server.web.campaign;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import perennial.core.answer.Rows;
import perennial.core.campaign.BadPlan;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Plan;
import perennial.core.campaign.PlanChange;
import perennial.core.campaign.Reason;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.core.question.UnknownNames;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.server.web.Page;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.report.PeopleView.Person;
import perennial.store.access.Role;
import perennial.store.answer.Answers;
import perennial.store.campaign.Campaign;
import perennial.store.campaign.Webhook;

/// Shows a plan that somebody writes, within [LiveWorkspace#use].
///
/// @param known the campaign that is changed; none of a new one
record Planner(
        Pages pages, LiveWorkspace live, HttpServletRequest request, SignedIn signedIn, Optional<Campaign> known) {
    private static final int PREVIEWED = 10;

    /// What is known of a plan that can be read.
    private record Judged(
            VerdictView verdict, List<PlanView.Preview> preview, List<String> changes, List<String> notes) {
        static final Judged NOT = new Judged(
                new VerdictView("", "", "", List.of(), List.of(), Optional.empty()), List.of(), List.of(), List.of());
    }

    ResponseEntity<String> shown(PlanForm form) {
        if (form.isUntouched()) {
            return shown(HttpStatus.OK, form, Optional.empty(), Optional.empty());
        }
        try {
            Answers answers = live.answers();
            Plan plan = form.draft();
            History history = answers.history(Unit.CUSTOMER);
            live.campaigns().plans().check(plan, history);
            return shown(HttpStatus.OK, form, Optional.of(judged(plan, history, answers)), Optional.empty());
        } catch (BadPlan fault) {
            return shown(HttpStatus.OK, form, Optional.empty(), Optional.of(fault));
        }
    }

    /// One that could not be saved.
    ResponseEntity<String> refused(PlanForm form, BadPlan fault) {
        return shown(HttpStatus.BAD_REQUEST, form, Optional.empty(), Optional.of(fault));
    }

    private ResponseEntity<String> shown(
            HttpStatus status, PlanForm form, Optional<Judged> judged, Optional<BadPlan> fault) {
        String title = known.map(Campaign::name).orElse("New campaign");
        Page page = pages.page(request, title, Place.CAMPAIGNS);
        Judged told = judged.orElse(Judged.NOT);
        return pages.html(
                status,
                "campaign/plan",
                new PlanView(
                        page,
                        form,
                        known.map(Campaign::name),
                        fault.map(each -> new PlanView.Fault(each.field(), String.valueOf(each.getMessage()))),
                        judged.map(Judged::verdict),
                        told.preview(),
                        told.changes(),
                        told.notes(),
                        live.answers().segments().rows().stream()
                                .map(row -> Rows.key(row, "name"))
                                .toList(),
                        channels(),
                        live.workspace().settings().currency().getCurrencyCode(),
                        signedIn.user().role().includes(Role.MARKETER)));
    }

    private List<String> channels() {
        List<String> channels = new ArrayList<>(List.of(Plan.CSV));
        live.campaigns().webhooks().all().stream().map(Webhook::name).forEach(channels::add);
        return channels;
    }

    private Judged judged(Plan plan, History history, Answers answers) {
        boolean showsPeople = signedIn.user().role().includes(Role.ANALYST);
        return new Judged(
                VerdictView.of(
                        plan,
                        live.campaigns().verdict(plan, history),
                        live.workspace().settings().currency()),
                showsPeople
                        ? live.campaigns().preview(plan, history, PREVIEWED).stream()
                                .map(Planner::preview)
                                .toList()
                        : List.of(),
                known.filter(each -> each.stage().isLaunched())
                        .map(each -> new PlanChange(each.plan(), plan).words())
                        .orElse(List.of()),
                UnknownNames.in(Stream.of(Unit.values()).map(answers::history).toList())
                        .of(history.segments().read(plan.audience())));
    }

    private static PlanView.Preview preview(Decision decision) {
        return new PlanView.Preview(
                Person.of(decision.customer()),
                decision.arm().map(Standing::arm).orElse("Left out"),
                decision.why().map(Reason::words).orElseGet(() -> why(decision)),
                decision.arm().isEmpty()
                        ? ""
                        : Figures.days(decision.personal().daysAway()) + " away"
                                + decision.personal()
                                        .reason()
                                        .map(each -> ", left for " + each)
                                        .orElse(""));
    }

    private static String why(Decision decision) {
        return decision.isHeldOut()
                ? "gets nothing, to see who comes back anyway"
                : decision.offer()
                        .map(offer -> "is offered " + offer + " (" + decision.because() + ")")
                        .orElse("gets a message without an offer");
    }
}
