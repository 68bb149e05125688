package perennial.core.life;

import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;

/// Where lives come from.
public interface LifeSource {
    /// Shows the lives of each owner of a shard who has any; the next owner overwrites them.
    default void forEach(Shard shard, Visitor visitor) {
        Reader reader = in(shard);
        var lives = new Lives();
        OwnerSet.forEach(shard.members(), owner -> {
            reader.read(owner, lives);
            if (lives.count() > 0) {
                visitor.visit(owner, lives);
            }
        });
    }

    /// Something that reads the lives of this shard's owners; for one thread.
    Reader in(Shard shard);

    /// The rules in words.
    String rule();

    /// Is shown the lives of one owner after the other.
    interface Visitor {
        void visit(int owner, Lives lives);
    }

    /// Reads the lives of one owner after the other.
    interface Reader {
        /// Fills `into` with the owner's lives.
        void read(int owner, Lives into);
    }
}
