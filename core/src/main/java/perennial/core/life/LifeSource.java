package perennial.core.life;

import perennial.core.history.Shard;

/// Where lives come from.
public interface LifeSource {
    /// Something that reads the lives of this shard's owners; for one thread.
    Reader in(Shard shard);

    /// The rules in words.
    String rule();

    /// Reads the lives of one owner after the other.
    interface Reader {
        /// Fills `into` with the owner's lives.
        void read(int owner, Lives into);
    }
}
