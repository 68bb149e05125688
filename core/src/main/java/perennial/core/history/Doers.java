package perennial.core.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// How many owners ever did each event of a history, by its name.
public final class Doers {
    private Doers() {}

    public static Map<String, Long> of(History history) {
        int names = history.names().size();
        long[] doers =
                history.shards().parallelStream().map(shard -> of(shard, names)).reduce(new long[names], Doers::plus);
        Map<String, Long> byName = new HashMap<>();
        for (int code = 0; code < names; code++) {
            byName.put(history.names().get(code), doers[code]);
        }
        return byName;
    }

    private static long[] of(Shard shard, int names) {
        long[] doers = new long[names];
        int[] last = new int[names];
        Arrays.fill(last, -1);
        OwnerSet.forEach(shard.members(), owner -> {
            for (long at = shard.from(owner); at < shard.until(owner); at++) {
                int name = shard.timelines().name(at);
                doers[name] += last[name] == owner ? 0 : 1;
                last[name] = owner;
            }
        });
        return doers;
    }

    private static long[] plus(long[] one, long[] other) {
        long[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }
}
