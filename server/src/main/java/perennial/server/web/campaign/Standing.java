package perennial.server.web.campaign;

import java.time.Instant;
import java.time.ZoneId;
import perennial.core.campaign.Comparison;
import perennial.core.campaign.Effect;
import perennial.core.campaign.Plan;
import perennial.server.web.Figures;
import perennial.store.campaign.Campaign;

/// What can be said of a campaign in two or three words, and in a phrase.
///
/// @param tone of the words, as a class of styles: `joined`, `none`, `caution` or nothing
public record Standing(String words, String tone, String phrase) {
    static final Standing DRAFT = new Standing("Not launched", "", "");

    static Standing of(Effect effect, ZoneId zone) {
        return switch (effect.finding()) {
            case BROKEN -> new Standing("Broken", "caution", "The split is not as planned, so no effect is told");
            case TOO_EARLY ->
                new Standing(
                        "Too early",
                        "",
                        effect.firstMature().isEmpty()
                                ? "Nobody is drawn yet"
                                : "The first windows end on "
                                        + date(effect.firstMature().getAsLong(), zone));
            case NOT_SHOWN -> new Standing("No effect seen", "", difference(effect));
            case BETTER -> new Standing("Clear effect", "joined", difference(effect));
            case WORSE -> new Standing("Clear harm", "none", difference(effect));
        };
    }

    private static String difference(Effect effect) {
        Told told = Told.points(effect.best().map(Comparison::anyTime).orElseThrow());
        return told.value() + ", likely " + told.interval();
    }

    static String date(long millis, ZoneId zone) {
        return Figures.date(Instant.ofEpochMilli(millis).atZone(zone).toLocalDate());
    }

    /// Where a campaign is on its way, in a word.
    static String stage(Campaign campaign, Instant now) {
        return switch (campaign.stage()) {
            case DRAFT -> "Draft";
            case STOPPED -> "Stopped";
            case RUNNING -> campaign.isOver(now) ? "Ended" : "Running";
            case PAUSED -> campaign.isOver(now) ? "Ended" : "Paused";
        };
    }

    /// How an arm is called: the held out are an arm like any other.
    static String arm(String name) {
        return name.equals(Plan.HOLDOUT) ? "Held out" : name;
    }
}
