package perennial.server.campaign;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How fast messages may follow each other to one webhook, whatever campaign they are of.
final class Pace {
    private static final long SECOND_NANOS = 1_000_000_000;

    /// Waiting takes longer than this: shorter waits are saved up.
    private static final long LEAST_WAIT_NANOS = 1_000_000;

    private final long gapNanos;
    private long nextNanos = System.nanoTime();

    Pace(int perSecond) {
        gapNanos = SECOND_NANOS / perSecond;
    }

    /// Waits for the turn of the next message, or until nobody waits any more.
    void await(CountDownLatch closed) throws InterruptedException {
        long wait = turn();
        if (wait >= LEAST_WAIT_NANOS) {
            boolean _ = closed.await(wait, TimeUnit.NANOSECONDS);
        }
    }

    /// Takes the next turn; how long it is until it.
    private synchronized long turn() {
        long now = System.nanoTime();
        nextNanos = Math.max(nextNanos, now);
        long wait = nextNanos - now;
        nextNanos += gapNanos;
        return wait;
    }
}
