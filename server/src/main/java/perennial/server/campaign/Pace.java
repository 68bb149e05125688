package perennial.server.campaign;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How fast messages may follow each other to one webhook, whatever campaign they are of.
final class Pace {
    private static final long SECOND_NANOS = 1_000_000_000;

    /// Waiting takes a thousandth of a second at least: where more may go in one, so many go together.
    private static final int WAITS_A_SECOND = 1_000;

    private final int together;
    private final long waitNanos;
    private int gone;

    Pace(int perSecond) {
        together = Math.max(1, perSecond / WAITS_A_SECOND);
        waitNanos = SECOND_NANOS * together / perSecond;
    }

    /// Waits for the turn of the next message, or until nobody waits any more.
    synchronized void await(CountDownLatch closed) throws InterruptedException {
        gone++;
        if (gone % together == 0) {
            boolean _ = closed.await(waitNanos, TimeUnit.NANOSECONDS);
        }
    }
}
