package perennial.server.web.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import perennial.core.campaign.Outcome;
import perennial.core.campaign.Outcomes;
import perennial.core.campaign.Plan;
import perennial.core.campaign.Reason;
import perennial.core.campaign.Versions;
import perennial.core.history.History;
import perennial.server.live.LiveWorkspace;
import perennial.store.campaign.Message;

/// Somebody a campaign decided on.
///
/// @param outcome what became of a customer who was drawn into an arm
record Somebody(Message message, Optional<Outcome> outcome) {

    /// Those who are meant, in the order in which they were decided on: as many as the number says that they are
    /// behind.
    static List<Somebody> of(LiveWorkspace live, String campaign, Whom whom, History history) {
        Versions versions = live.campaigns().plans().versions(campaign);
        var outcomes = new Outcomes(versions, history);
        return live.campaigns().messages(campaign, history).stream()
                .filter(message -> !whom.isOfResult() || versions.isRead(message.decision()))
                .map(message -> new Somebody(
                        message,
                        outcomes.of(List.of(message.decision()), _ -> message.hasLeft()).stream()
                                .findFirst()))
                .filter(each -> each.is(whom, versions.newest(), history.asOf()))
                .toList();
    }

    private boolean is(Whom whom, Plan plan, long asOf) {
        return (!whom.isOfResult() || outcome.isPresent())
                && whom.arm()
                        .filter(arm -> !message.decision().arm().equals(Optional.of(arm)))
                        .isEmpty()
                && whom.place().filter(place -> place() != place).isEmpty()
                && whom.why().filter(why -> !why().equals(Optional.of(why))).isEmpty()
                && whom.came().filter(came -> !came(came, plan, asOf)).isEmpty();
    }

    private boolean came(Whom.Came how, Plan plan, long asOf) {
        Outcome known = outcome.orElseThrow();
        long over = known.decided() + plan.window().toMillis();
        return switch (how) {
            case YES -> over <= asOf && known.isBack();
            case NO -> over <= asOf && !known.isBack();
            case KEPT -> over + Duration.ofDays(plan.keptDays()).toMillis() <= asOf && known.isKept();
        };
    }

    Whom.Place place() {
        if (message.decision().isHeldOut()) {
            return Whom.Place.HOLDOUT;
        }
        return message.decision().arm().isEmpty()
                ? Whom.Place.EXCLUDED
                : switch (message.state()) {
                    case PLANNED, LEASED, SENDING -> Whom.Place.PENDING;
                    case SENT -> Whom.Place.SENT;
                    case FAILED -> Whom.Place.FAILED;
                    case SKIPPED -> Whom.Place.SKIPPED;
                    case UNCERTAIN -> Whom.Place.UNCERTAIN;
                };
    }

    /// Why there is no message.
    Optional<Reason> why() {
        return message.decision().why().or(message::skipped);
    }
}
