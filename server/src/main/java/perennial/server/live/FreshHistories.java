package perennial.server.live;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.store.answer.Memory;
import perennial.store.view.Views;

/// The histories of a workspace that is written to all the time. Questions are put to the last that was finished, while
/// the next is made in a thread beside: nobody waits for what arrives.
///
/// The next is begun when something was stored, after a pause half as long as the last took, and half a second at most:
/// what is stored just after one was begun waits for two of them. New bases are built in a thread of their own, and no
/// more than a fifth of the time.
public final class FreshHistories implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FreshHistories.class);
    private static final long SHORTEST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 500;
    private static final long SHORTEST_PAUSE_OF_RENEWING_MS = 1_000;
    private static final long NOT_BEHIND = -1;
    private static final long TICK_MS = 10_000;

    private final Views views;
    private final Clock clock;
    private final Map<Unit, History> latest = new ConcurrentHashMap<>();
    private final Thread refreshing;
    private final Thread renewing;
    private boolean isChanged;
    private boolean isClosed;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long behindSinceMs = NOT_BEHIND;
    private volatile State state;

    /// What is stored, as far as answers count it.
    ///
    /// @param sinceMs when it was finished
    /// @param memory of what it was asked
    private record State(UUID version, long sinceMs, Memory memory) {}

    FreshHistories(Views views, Clock clock) {
        this.views = views;
        this.clock = clock;
        state = newState();
        refreshing = Thread.ofPlatform().daemon().name("histories").start(this::refresh);
        renewing = Thread.ofPlatform().daemon().name("bases").start(this::renew);
    }

    /// The history of a unit: the last that was finished; made now if it is the first.
    public History of(Unit unit) {
        History found = latest.get(unit);
        return found == null ? latest.computeIfAbsent(unit, views::history) : found;
    }

    /// Another whenever what is stored may give other answers than before.
    public UUID version() {
        return state.version();
    }

    /// Of what was asked since the [#version] is this: to be fetched before the histories it is about.
    public Memory memory() {
        return state.memory();
    }

    /// The instant as of which is answered while events come in: of now, as far as what arrived is concerned, else of
    /// a few seconds ago at most, so that who asks again asks the same.
    long now() {
        return Math.max(state.sinceMs(), clock.millis() / TICK_MS * TICK_MS);
    }

    private State newState() {
        return new State(UUID.randomUUID(), clock.millis(), new Memory());
    }

    /// Tells that something was stored.
    public synchronized void changed() {
        isChanged = true;
        behindSinceMs = behindSinceMs == NOT_BEHIND ? clock.millis() : behindSinceMs;
        notifyAll();
    }

    /// Has answers count what was stored so far, before it returns.
    void catchUp() {
        latest.replaceAll((unit, _) -> views.history(unit));
        state = newState(); // after the histories: none older is remembered under it
    }

    private void refresh() {
        try {
            while (awaitChange()) {
                long beganMs = clock.millis();
                try {
                    catchUp();
                    caughtUp(beganMs);
                } catch (
                        RuntimeException
                                failure) { // tried anew, whatever it was: else answers would stand still for good
                    LOG.warn("Answers stand still for a moment: {}", failure.toString());
                    changed();
                }
                pause(Math.clamp((clock.millis() - beganMs) / 2, SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        try {
            long tookMs = 0;
            while (pause(Math.max(SHORTEST_PAUSE_OF_RENEWING_MS, 4 * tookMs))) {
                long beganMs = clock.millis();
                try {
                    views.renew();
                } catch (RuntimeException failure) { // tried anew: until then, what came since the old one piles up
                    LOG.warn("The views are not renewed for a moment: {}", failure.toString());
                }
                tookMs = clock.millis() - beganMs;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void caughtUp(long beganMs) {
        behindSinceMs = isChanged ? beganMs : NOT_BEHIND;
    }

    /// For how long something was stored that answers do not count yet.
    public Duration behind() {
        long since = behindSinceMs;
        return since == NOT_BEHIND ? Duration.ZERO : Duration.ofMillis(Math.max(0, clock.millis() - since));
    }

    /// Returns when something was stored; false when there will be no more.
    private synchronized boolean awaitChange() throws InterruptedException {
        while (!isChanged && !isClosed) {
            wait();
        }
        isChanged = false;
        return !isClosed;
    }

    /// Waits; false if there is nothing to go on with.
    private boolean pause(long millis) throws InterruptedException {
        return !closed.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            notifyAll();
        }
        closed.countDown();
        try {
            refreshing.join();
            renewing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
