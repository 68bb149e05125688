package perennial.server.web.campaign;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;
import perennial.server.web.report.Sentence;

/// All campaigns, the one that was planned last first, and what they brought together.
///
/// @param finding what win-back brought within the last year, in a sentence
/// @param basis what that rests on
/// @param compared those of which effects are told, side by side
/// @param mayPlan whether who looks may plan another
public record CampaignList(
        Page page, Sentence finding, List<String> basis, List<Line> lines, List<Compared> compared, boolean mayPlan) {
    /// One campaign.
    ///
    /// @param decided on how many; `sent` of them written to
    public record Line(
            String name,
            String address,
            String stage,
            String audience,
            String decided,
            String sent,
            Standing standing) {}

    /// One treatment of a campaign.
    ///
    /// @param roi what each unit of money brought; none where it cost nothing
    public record Compared(
            String campaign,
            String address,
            String arm,
            String customers,
            Told difference,
            Whisker whisker,
            Told returns,
            Told net,
            Optional<Told> roi) {}
}
