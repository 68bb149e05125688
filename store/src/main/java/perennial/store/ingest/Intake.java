package perennial.store.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import perennial.store.Workspace;

/// Stores what many senders deliver at once: deliveries that wait together are one commit, so that safety does not cost
/// throughput. Whoever delivers waits until its rows are committed.
///
/// What waits is bounded; beyond, deliveries are turned away to come again. If a commit fails, for want of disk space
/// for example, the deliveries in it are told so and nothing of them is kept; the next ones are tried anew.
public final class Intake implements AutoCloseable {
    /// Where under `views/` the index of message ids lies.
    public static final String MESSAGE_IDS = "message-ids";

    /// Rows that may wait, and rows of one commit.
    private static final int WAITING_ROWS = 200_000;
    private static final int COMMITTED_ROWS = 20_000;

    private final Committing committing;
    private final List<Consumer<Duration>> told = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(WAITING_ROWS);
    private final Thread writer;
    private boolean isClosed;
    private volatile Optional<Throwable> trouble = Optional.empty();
    private final Clock clock;

    private record Waiting(Delivery delivery, CompletableFuture<List<Outcome>> done) {}

    /// How a row fared.
    public enum Outcome {
        STORED,
        DUPLICATE,
        CONFLICTING,
        ERASED
    }

    /// What stands behind the last delivery: there is no more.
    private static final Waiting END =
            new Waiting(new Delivery("", 0, 0, List.of(), List.of()), new CompletableFuture<>());

    public Intake(Workspace workspace) {
        committing = new Committing(workspace);
        clock = workspace.clock();
        writer = Thread.ofPlatform().name("intake").start(this::write);
    }

    /// Stores a delivery; returns when it is committed, with what became of each row.
    ///
    /// @throws Overloaded if it was not stored and may come again
    public List<Outcome> take(Delivery delivery) throws Overloaded {
        int size = Math.clamp(delivery.size(), 1, WAITING_ROWS);
        if (!room.tryAcquire(size)) {
            throw new Overloaded("Too many events wait to be stored");
        }
        try {
            return queued(delivery).get();
        } catch (ExecutionException e) {
            throw new Overloaded("The store takes nothing at the moment", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Overloaded("The server is stopping", e);
        } finally {
            room.release(size);
        }
    }

    private synchronized CompletableFuture<List<Outcome>> queued(Delivery delivery) throws Overloaded {
        if (isClosed) {
            throw new Overloaded("The server is stopping");
        }
        var waiting = new Waiting(delivery, new CompletableFuture<>());
        queue.add(waiting);
        return waiting.done();
    }

    /// Why the last commit failed; empty if it did not.
    public Optional<Throwable> trouble() {
        return trouble;
    }

    /// Has somebody told after each commit how long it took, before those who delivered are.
    public void onCommit(Consumer<Duration> hears) {
        told.add(hears);
    }

    /// How many rows wait, at most.
    public int waiting() {
        return WAITING_ROWS - room.availablePermits();
    }

    private void write() {
        for (List<Waiting> together = next(); !together.isEmpty(); together = next()) {
            try {
                long startedMs = clock.millis();
                List<List<Outcome>> outcomes = committing.commit(
                        together.stream().map(Waiting::delivery).toList());
                trouble = Optional.empty();
                Duration took = Duration.ofMillis(clock.millis() - startedMs);
                told.forEach(hears -> hears.accept(took));
                for (int i = 0; i < together.size(); i++) {
                    together.get(i).done().complete(outcomes.get(i));
                }
            } catch (RuntimeException | Error failure) { // the next ones are tried anew, whatever it was
                trouble = Optional.of(failure);
                together.forEach(each -> each.done().completeExceptionally(failure));
            }
        }
    }

    /// The deliveries of the next commit; none when there are no more.
    private List<Waiting> next() {
        List<Waiting> together = new ArrayList<>();
        try {
            int rows = 0;
            for (Waiting one = queue.take(); one != END; one = queue.remove()) {
                together.add(one);
                rows += one.delivery().size();
                if (rows >= COMMITTED_ROWS || queue.isEmpty()) {
                    return together;
                }
            }
            queue.add(END); // met again after these
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return together;
    }

    /// Stores what waits; what comes from now on is turned away.
    @Override
    public void close() {
        synchronized (this) {
            if (!isClosed) {
                isClosed = true;
                queue.add(END);
            }
        }
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        committing.close();
    }
}
