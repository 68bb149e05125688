package perennial.core.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// A bounded cache of [ActivityDays] made by a pass over the timelines for selections with a condition. The least
/// recently used go first. Safe for many threads.
public final class SelectedDays {
    private record Key(String selection, int shard) {}

    private final long limitBytes;
    private final SequencedMap<Key, ActivityDays> kept = new LinkedHashMap<>();
    private long bytes;

    public SelectedDays(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /// The days kept for this selection and shard, or those `made` now.
    ActivityDays get(String selection, int shard, Supplier<ActivityDays> made) {
        var key = new Key(selection, shard);
        synchronized (this) {
            ActivityDays found = kept.remove(key);
            if (found != null) {
                kept.putLast(key, found);
                return found;
            }
        }
        ActivityDays days = made.get(); // outside the lock: two may make the same, both are right
        synchronized (this) {
            ActivityDays before = kept.putLast(key, days);
            bytes += days.byteSize() - (before == null ? 0 : before.byteSize());
            while (bytes > limitBytes && kept.size() > 1) {
                Map.Entry<Key, ActivityDays> oldest = kept.pollFirstEntry();
                bytes -= oldest.getValue().byteSize();
            }
        }
        return days;
    }
}
