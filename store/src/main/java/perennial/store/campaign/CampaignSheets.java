package perennial.store.campaign;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Reason;
import perennial.store.answer.Sheet;

/// Campaigns and what they decided, as lists.
///
/// @param zone in which times are shown
public record CampaignSheets(ZoneId zone) {
    private static final String EXCLUDED = "excluded";

    public Sheet<Campaign> campaigns(List<Campaign> all) {
        return Sheet.of("campaigns", zone, all)
                .text("campaign", Campaign::name)
                .whole("version", each -> (long) each.version())
                .text("stage", each -> each.stage().toString())
                .text("audience", each -> each.plan().audience())
                .time("launched", Campaign::launched);
    }

    public Sheet<Decision> decisions(List<Decision> decisions) {
        return Sheet.of("decisions", zone, decisions)
                .text("customer", each -> each.customer().id())
                .whole("life", each -> (long) each.life())
                .text("arm", each -> each.arm().orElse(EXCLUDED))
                .text("why", CampaignSheets::why)
                .text("offer", each -> each.offer().orElse(""))
                .text("left", each -> each.personal().reason().orElse(""))
                .whole("days_away", each -> each.personal().daysAway());
    }

    public Sheet<Message> messages(List<Message> messages) {
        return Sheet.of("decisions", zone, messages)
                .text("decision", each -> each.decision().id())
                .text("kind", each -> each.decision().customer().kind().toString())
                .text("customer", each -> each.decision().customer().id())
                .whole("life", each -> (long) each.decision().life())
                .whole("version", each -> (long) each.decision().version())
                .text("arm", each -> each.decision().arm().orElse(EXCLUDED))
                .text("why", each -> why(each.decision()))
                .text("offer", each -> each.decision().offer().orElse(""))
                .text("code", each -> each.decision().code().orElse(""))
                .text(
                        "state",
                        each -> each.decision().isTreated() ? each.state().toString() : "")
                .text("skipped", each -> each.skipped().map(Reason::words).orElse(""))
                .time("decided", each -> Optional.of(each.decision().decided()));
    }

    private static String why(Decision decision) {
        return decision.why().map(Reason::words).orElse(decision.because());
    }
}
