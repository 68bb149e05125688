package perennial.app;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import perennial.core.campaign.Adopting;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Exclusions;
import perennial.core.campaign.Objective;
import perennial.core.campaign.Offer;
import perennial.core.campaign.Plan;
import perennial.core.campaign.SendState;
import perennial.core.campaign.Treatment;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.core.selection.Selection;
import perennial.store.Workspace;
import perennial.store.campaign.Campaigns;
import perennial.store.campaign.Message;
import perennial.store.campaign.Outbox;
import perennial.store.view.Views;

/// The three campaigns of the demo company, each carried out at its time: one that worked, one that did nothing, and
/// one whose split is broken.
///
/// - `spring-comeback` was run by the company's mail tool; its effect was planted with the history.
/// - `summer-hello` is launched here. Nobody came back because of it: the history was told before.
/// - `early-bird` was drawn soundly, but every second of those written to is missing from what the tool noted.
final class DemoCampaigns {
    private static final String GONE = "life ended in last 90 days and not in a life";
    private static final int ALL = Integer.MAX_VALUE;
    private static final int LOST_OF = 2;

    private final Path workspace;
    private final ZoneId zone;

    /// @param workspace with the company's history, owned by nobody
    DemoCampaigns(Path workspace, ZoneId zone) {
        this.workspace = workspace;
        this.zone = zone;
    }

    void run() {
        at("2026-06-30T09:00", DemoCampaigns::adoptSpring);
        at("2026-05-04T09:00", DemoCampaigns::launchSummer);
        at("2026-06-01T09:00", DemoCampaigns::adoptEarlyBird);
    }

    private void at(String time, BiConsumer<Campaigns, History> work) {
        Instant then = LocalDateTime.parse(time).atZone(zone).toInstant();
        try (Workspace opened = Workspace.open(workspace, Clock.fixed(then, zone));
                var views = new Views(opened)) {
            work.accept(new Campaigns(opened), views.history(Unit.CUSTOMER).asOf(then.toEpochMilli()));
        }
    }

    private static void adoptSpring(Campaigns campaigns, History history) {
        Plan plan = plan(
                "spring-comeback",
                "life ended more than 90 days ago and not in a life",
                0.5,
                new Treatment("treatment", 1, List.of()),
                90);
        List<Decision> decisions =
                Adopting.of(plan, 1, history, Selection.parse("Campaign Assigned[campaign = spring-comeback]"));
        if (!decisions.isEmpty()) {
            campaigns.adopt(plan, history, decisions);
        }
    }

    private static void launchSummer(Campaigns campaigns, History history) {
        Offer month = new Offer("free month", "Your next month is free", new BigDecimal(9), new Offer.Codes.None());
        Plan plan = plan(
                "summer-hello",
                GONE,
                0.3,
                new Treatment("letter", 1, List.of(new Treatment.Rule(Optional.empty(), month))),
                60);
        campaigns.plans().save(plan, history);
        campaigns.launch(plan.name(), history);
        List<Message> leased = campaigns.outbox().lease(plan.name(), ALL);
        take(campaigns, leased, SendState.SENDING);
        take(campaigns, leased, SendState.SENT);
    }

    private static void take(Campaigns campaigns, List<Message> messages, SendState state) {
        if (!messages.isEmpty()) {
            campaigns
                    .outbox()
                    .take(
                            messages.stream()
                                    .map(each -> Outbox.Step.to(state, each))
                                    .toList(),
                            state == SendState.SENT ? messages : List.of());
        }
    }

    private static void adoptEarlyBird(Campaigns campaigns, History history) {
        Plan plan = plan("early-bird", GONE, 0.3, new Treatment("mail", 1, List.of()), 60);
        List<Decision> noted = campaigns.preview(plan, history, ALL).stream()
                .filter(each -> !each.isTreated() || Math.floorMod(each.id().hashCode(), LOST_OF) != 0)
                .toList();
        if (!noted.isEmpty()) {
            campaigns.adopt(plan, history, noted);
        }
    }

    private static Plan plan(String name, String audience, double holdout, Treatment treatment, int windowDays) {
        return new Plan(
                name,
                new Objective.Return(),
                audience,
                false,
                Exclusions.NONE,
                holdout,
                List.of(treatment),
                new BigDecimal("0.02"),
                new BigDecimal("0.8"),
                windowDays,
                windowDays,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Plan.CSV);
    }
}
