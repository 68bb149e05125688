package perennial.core.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.core.history.Shard;

/// One life of somebody.
///
/// @param end itself outside; empty while it goes on
public record Life(Instant start, Optional<Instant> end) {

    /// The lives of an owner in order; none of somebody who is not in the history.
    public static List<Life> all(Owner owner, LifeSource source, History history) {
        List<Life> all = new ArrayList<>();
        for (Shard shard : history.shards()) {
            OptionalInt number = shard.number(owner);
            if (number.isPresent()) {
                Lives lives = source.in(shard);
                lives.read(number.getAsInt());
                for (int i = 0; i < lives.count(); i++) {
                    all.add(new Life(Instant.ofEpochMilli(lives.start(i)), end(lives.end(i))));
                }
            }
        }
        return all;
    }

    private static Optional<Instant> end(long end) {
        return end == Lives.OPEN ? Optional.empty() : Optional.of(Instant.ofEpochMilli(end));
    }
}
