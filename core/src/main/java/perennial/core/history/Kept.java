package perennial.core.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// A bounded cache of what passes over the timelines of a part have made: days of selections with a condition, lives.
/// The least recently used go first. Safe for many threads.
public final class Kept {
    /// Something made of one shard.
    public interface Piece {
        /// The memory it takes.
        long byteSize();
    }

    private record Key(Class<? extends Piece> kind, Object of, int shard) {}

    private final long limitBytes;
    private final SequencedMap<Key, Piece> pieces = new LinkedHashMap<>();
    private long bytes;

    public Kept(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /// The piece kept of this shard, or the one `made` now.
    ///
    /// @param of all it depends on, as values
    <P extends Piece> P get(Class<P> kind, Object of, int shard, Supplier<P> made) {
        var key = new Key(kind, of, shard);
        synchronized (this) {
            Piece found = pieces.remove(key);
            if (found != null) {
                pieces.putLast(key, found);
                return kind.cast(found);
            }
        }
        P piece = made.get(); // outside the lock: two may make the same, both are right
        synchronized (this) {
            Piece before = pieces.putLast(key, piece);
            bytes += piece.byteSize() - (before == null ? 0 : before.byteSize());
            while (bytes > limitBytes && pieces.size() > 1) {
                Map.Entry<Key, Piece> oldest = pieces.pollFirstEntry();
                bytes -= oldest.getValue().byteSize();
            }
        }
        return piece;
    }
}
