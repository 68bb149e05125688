package perennial.store.campaign;

import java.time.Instant;
import java.util.Optional;
import perennial.core.campaign.Plan;
import perennial.core.campaign.Stage;

/// A campaign as it is now.
///
/// @param version of the plan, from 1
/// @param launched when it first ran
/// @param saved when this version was
public record Campaign(Plan plan, int version, Stage stage, Optional<Instant> launched, Instant saved) {
    public String name() {
        return plan.name();
    }

    /// Whether it is over: stopped, or past its end.
    public boolean isOver(Instant now) {
        return stage == Stage.STOPPED
                || stage.isLaunched()
                        && plan.ends().filter(end -> !now.isBefore(end)).isPresent();
    }

    /// Whether messages may leave now.
    public boolean isSending(Instant now) {
        return stage == Stage.RUNNING
                && !isOver(now)
                && plan.starts().filter(now::isBefore).isEmpty();
    }
}
