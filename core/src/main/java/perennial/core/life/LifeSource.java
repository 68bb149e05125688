package perennial.core.life;

import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;

/// Where lives come from.
public interface LifeSource {
    /// Shows the lives of each owner of a shard who has any; the next owner overwrites them.
    default void forEach(Shard shard, Visitor visitor) {
        Lives lives = in(shard);
        OwnerSet.forEach(shard.members(), owner -> {
            lives.read(owner);
            if (lives.count() > 0) {
                visitor.visit(owner, lives);
            }
        });
    }

    /// The lives of this shard's owners; for one thread.
    Lives in(Shard shard);

    /// The rules in words.
    String rule();

    /// Is shown the lives of one owner after the other.
    interface Visitor {
        void visit(int owner, Lives lives);
    }
}
