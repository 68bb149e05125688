package perennial.store.campaign;

import java.time.Instant;
import java.util.Optional;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Reason;
import perennial.core.campaign.SendState;

/// A decision, and where its message is. Those of the held out and the excluded stay planned: there is none.
///
/// @param skipped why it was not sent
/// @param detail what the receiver said
/// @param changed when it came to this state; empty where nothing happened yet
/// @param tries how often its sending was begun
public record Message(
        Decision decision,
        SendState state,
        Optional<Reason> skipped,
        String detail,
        Optional<Instant> changed,
        int tries) {
    /// Whether it may have reached the customer.
    public boolean hasLeft() {
        return state == SendState.SENT || state == SendState.UNCERTAIN;
    }
}
