package perennial.server.web.campaign;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import perennial.core.campaign.Balance;
import perennial.core.campaign.Effect;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.server.api.NotThere;
import perennial.server.live.LiveWorkspace;
import perennial.store.campaign.Campaign;

/// What is known of a campaign now.
///
/// @param effect what it really added; none before its launch
record Known(Campaign campaign, Balance balance, Optional<Effect> effect, History history) {

    static Known of(Campaign campaign, LiveWorkspace live) {
        History history = live.answers().history(Unit.CUSTOMER);
        return new Known(
                campaign,
                live.campaigns().balance(campaign.name()),
                campaign.stage().isLaunched()
                        ? Optional.of(live.campaigns().effect(campaign.name(), history))
                        : Optional.empty(),
                history);
    }

    /// The campaign of a name.
    static Campaign requireThere(LiveWorkspace live, String name) {
        return live.campaigns()
                .plans()
                .find(name)
                .orElseThrow(
                        () -> new NotThere("There is no campaign \"" + name + "\"; Campaigns lists all there are"));
    }

    Instant asOf() {
        return Instant.ofEpochMilli(history.asOf());
    }

    ZoneId zone() {
        return history.calendar().zone();
    }

    Standing standing() {
        return effect.map(each -> Standing.of(each, zone())).orElse(Standing.DRAFT);
    }

    String stage() {
        return Standing.stage(campaign, asOf());
    }
}
