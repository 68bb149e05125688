package perennial.store.campaign;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.core.campaign.Reply;

/// What came back of the messages of an arm.
///
/// @param messages of how many each reply came back; none of those that are not there
public record ArmReplies(String arm, Map<Reply, Long> messages) {
    public ArmReplies {
        messages = new EnumMap<>(messages);
    }

    /// Of how many messages.
    public long of(Reply reply) {
        return Optional.ofNullable(messages.get(reply)).orElse(0L);
    }

    /// Such as `letter: 8 delivered, 3 opened, 1 clicked, 0 unsubscribed, 0 bounced`.
    @Override
    public String toString() {
        return Arrays.stream(Reply.values())
                .map(each -> of(each) + " " + each)
                .collect(Collectors.joining(", ", arm + ": ", ""));
    }
}
