package perennial.core.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.core.history.History;
import perennial.core.history.Membership;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;

/// Who is in a segment as of a history's as-of instant.
final class Members {
    private final Map<Shard, long[]> sets = new HashMap<>();

    /// @param text the name of a segment, or an expression
    Members(String text, History history) {
        Membership membership = history.segments().read(text);
        List<long[]> inOrder = membership.of(history);
        for (int i = 0; i < inOrder.size(); i++) {
            sets.put(history.shards().get(i), inOrder.get(i));
        }
    }

    /// @param customer its number within the shard
    boolean has(Shard shard, int customer) {
        return OwnerSet.has(Optional.ofNullable(sets.get(shard)).orElseThrow(), customer);
    }
}
