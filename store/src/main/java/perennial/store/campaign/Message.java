package perennial.store.campaign;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Reason;
import perennial.core.campaign.SendState;
import perennial.core.customer.Owner;
import perennial.core.history.History;

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
    /// The same messages, of whom their customers are by a history.
    static List<Message> about(List<Message> messages, Connection connection, History history) throws SQLException {
        var successors = new Successors(
                connection,
                history,
                messages.stream().map(each -> each.decision().customer()).toList());
        return messages.stream()
                .map(each -> each.about(successors.of(each.decision().customer())))
                .toList();
    }

    private Message about(Owner now) {
        return now.equals(decision.customer())
                ? this
                : new Message(decision.about(now), state, skipped, detail, changed, tries);
    }

    /// Whether it may have reached the customer.
    public boolean hasLeft() {
        return state == SendState.SENT || state == SendState.UNCERTAIN;
    }
}
