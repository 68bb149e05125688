package perennial.core.adoption;

import java.util.Optional;
import perennial.core.event.Role;
import perennial.core.history.EventFilter;
import perennial.core.history.Shard;
import perennial.core.selection.Selection;

/// How long somebody took to use a feature for the first time: from the first sign-up at or before it, else from the
/// first event of all. For one thread.
final class TimeToFirstUse {
    private final Shard shard;
    private final EventFilter uses;
    private final EventFilter entries;
    private final Optional<EventFilter> signUps;

    TimeToFirstUse(Shard shard, Selection feature) {
        this.shard = shard;
        uses = shard.filter(feature);
        entries = shard.filter(Adoption.entry(feature));
        signUps = shard.filter(shard.history().settings().names(Role.SIGN_UP));
    }

    /// Whole seconds, of an owner who has used it.
    long seconds(int owner) {
        long use = shard.first(uses, owner);
        long start = shard.first(entries, owner);
        if (signUps.isPresent()) {
            long signUp = shard.first(signUps.get(), owner, use + 1);
            start = signUp < 0 ? start : signUp;
        }
        return (shard.timelines().time(use) - shard.timelines().time(start)) / 1000;
    }
}
