package perennial.core.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// How many events of each name happened in each of some stretches of time that follow one another.
public final class Volumes {
    private final long[] starts;
    private final int names;

    private Volumes(long[] starts, int names) {
        this.starts = starts;
        this.names = names;
    }

    /// By name, one count for each stretch `[starts[i], starts[i + 1])`, the last without an end.
    ///
    /// @param starts in milliseconds since 1970, at least one, ascending
    public static Map<String, long[]> of(History history, long... starts) {
        var volumes = new Volumes(starts.clone(), history.names().size());
        long[] counts = history.shards().parallelStream()
                .map(volumes::of)
                .reduce(new long[volumes.names * starts.length], Volumes::plus);
        Map<String, long[]> byName = new HashMap<>();
        for (int code = 0; code < volumes.names; code++) {
            byName.put(
                    history.names().get(code),
                    Arrays.copyOfRange(counts, code * starts.length, (code + 1) * starts.length));
        }
        return byName;
    }

    private long[] of(Shard shard) {
        long[] counts = new long[names * starts.length];
        OwnerSet.forEach(shard.members(), owner -> {
            int stretch = 0;
            for (long at = shard.firstFrom(owner, starts[0]); at < shard.until(owner); at++) {
                long time = shard.timelines().time(at);
                while (stretch + 1 < starts.length && time >= starts[stretch + 1]) {
                    stretch++;
                }
                counts[shard.timelines().name(at) * starts.length + stretch]++;
            }
        });
        return counts;
    }

    private static long[] plus(long[] one, long[] other) {
        long[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }
}
