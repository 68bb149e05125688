package perennial.server.ingest;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// How many events one key may send: so many a second in the mean, and a burst at once. For each key a bucket
/// that fills steadily and that events are taken out of.
public final class RateLimit {
    /// More than one machine stores, so that only a sender gone wild meets it.
    public static final RateLimit STANDARD = new RateLimit(100_000);

    private static final long BURST_SECONDS = 10;
    private static final long MOST = 1_000_000_000;

    private final long eventsPerSecond;
    private final long burst;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    /// Thousandths of events that are left at a time.
    private record Bucket(long left, long atMs, boolean isAdmitted) {}

    /// @param eventsPerSecond in the mean; ten seconds' worth at once
    /// @throws IllegalArgumentException if it is not 1 to 1,000,000,000
    public RateLimit(long eventsPerSecond) {
        if (eventsPerSecond < 1 || eventsPerSecond > MOST) {
            throw new IllegalArgumentException("A key must be allowed 1 to " + MOST + " events a second, was "
                    + eventsPerSecond + "; leave it out for 100000");
        }
        this.eventsPerSecond = eventsPerSecond;
        burst = eventsPerSecond * BURST_SECONDS;
    }

    /// Takes events out of a key's bucket, if they are in it. More at once than a burst need a full one.
    boolean admits(String key, int events, long nowMs) {
        long full = burst * 1_000;
        long wanted = Math.min(full, events * 1_000L);
        return buckets.compute(key, (_, before) -> {
                    long elapsedMs = before == null ? 0 : Math.clamp(nowMs - before.atMs(), 0, 3_600_000);
                    long left = before == null ? full : Math.min(full, before.left() + elapsedMs * eventsPerSecond);
                    boolean isAdmitted = left >= wanted;
                    return new Bucket(isAdmitted ? left - wanted : left, nowMs, isAdmitted);
                })
                .isAdmitted();
    }
}
