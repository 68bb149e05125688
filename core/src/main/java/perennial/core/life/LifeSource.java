package perennial.core.life;

import perennial.core.history.Shard;

/// Where lives come from.
public interface LifeSource {
    /// The lives of this shard's owners; for one thread.
    Lives in(Shard shard);

    /// The rules in words.
    String rule();
}
