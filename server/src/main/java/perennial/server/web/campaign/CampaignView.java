package perennial.server.web.campaign;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;
import perennial.server.web.report.InWords.Fact;

/// One campaign: what it added, where everybody is, and what was planned.
///
/// @param verdict what can be said before the launch; none after it
/// @param launch what the launch would do; none after it
/// @param result none before the launch
/// @param progress none before the launch
/// @param plan the version that is carried out, in words
/// @param mayRun whether who looks may launch, pause and change it
/// @param fault why something was not done
public record CampaignView(
        Page page,
        String name,
        String stage,
        String asOf,
        Optional<VerdictView> verdict,
        Optional<Launch> launch,
        Optional<ResultView> result,
        Optional<ProgressView> progress,
        List<Fact> plan,
        List<Version> versions,
        List<String> pools,
        Controls controls,
        boolean mayRun,
        Optional<String> people,
        Optional<String> fault,
        Optional<String> done) {
    /// What the launch would do.
    public record Launch(String sentence, List<String> leftOut, String when) {}

    /// @param means what the version did to the reading
    public record Version(String number, String since, List<String> means) {}

    /// What may be done with it now.
    ///
    /// @param canTake whether its messages are taken as a file
    public record Controls(boolean canPause, boolean canResume, boolean canStop, boolean canChange, boolean canTake) {}

    /// Whether there are numbers of an effect, which come first then.
    public boolean isRead() {
        return result.filter(each -> !each.compared().isEmpty()).isPresent();
    }

    /// An address of the campaign's own.
    public String under(String what) {
        return CampaignAddress.under(name, what);
    }
}
