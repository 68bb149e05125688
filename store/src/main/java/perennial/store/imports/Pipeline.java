package perennial.store.imports;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import perennial.store.StoreFailure;

/// Reads, maps and stores in three threads, batch by batch, in the order of the files: reading is bound by unpacking,
/// storing by the database, and mapping fits between.
final class Pipeline {
    private static final int BATCH = 4_096;
    private static final int WAITING = 8;

    private final List<ResolvedPlan.Part> parts;
    private final ImportTracker tracker;
    private final BlockingQueue<Step<RawBatch>> raw = new ArrayBlockingQueue<>(WAITING);
    private final BlockingQueue<Step<MappedBatch>> mapped = new ArrayBlockingQueue<>(WAITING);

    /// Where mapped batches go.
    @FunctionalInterface
    interface Sink {
        void take(MappedBatch batch) throws SQLException;
    }

    private record RawBatch(int file, List<Raw> rows, boolean isLast) {}

    /// What one thread hands to the next.
    private sealed interface Step<T> {
        record Next<T>(T batch) implements Step<T> {}

        record End<T>() implements Step<T> {}

        record Failed<T>(Throwable cause) implements Step<T> {}
    }

    Pipeline(List<ResolvedPlan.Part> parts, ImportTracker tracker) {
        this.parts = parts;
        this.tracker = tracker;
    }

    /// Runs to the end in the calling thread and two more. What fails in them is thrown here.
    void run(Sink sink) throws SQLException {
        Thread reader = Thread.ofPlatform().daemon().name("import-read").start(() -> guarded(raw, this::read));
        Thread mapper = Thread.ofPlatform().daemon().name("import-map").start(() -> guarded(mapped, this::map));
        try {
            while (true) {
                switch (mapped.take()) {
                    case Step.Next<MappedBatch>(MappedBatch batch) -> sink.take(batch);
                    case Step.Failed<MappedBatch>(RuntimeException cause) -> throw cause;
                    case Step.Failed<MappedBatch>(Throwable cause) ->
                        throw new IllegalStateException("Import failed", cause);
                    case Step.End<MappedBatch>() -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailure("The import was interrupted; nothing of it was stored", e);
        } finally {
            reader.interrupt();
            mapper.interrupt();
            join(reader);
            join(mapper);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private static <T> void guarded(BlockingQueue<Step<T>> to, Work work) {
        try {
            try {
                work.run();
                to.put(new Step.End<>());
            } catch (RuntimeException | Error e) {
                to.put(new Step.Failed<>(e));
            }
        } catch (InterruptedException e) {
            // the import has ended early; nobody listens any more
        }
    }

    private void read() throws InterruptedException {
        tracker.begin("importing");
        for (int file = 0; file < parts.size(); file++) {
            ResolvedPlan.Part part = parts.get(file);
            tracker.file(part.path());
            try (RowSource rows = part.rows().get()) {
                boolean goesOn = true;
                while (goesOn) {
                    List<Raw> batch = new ArrayList<>(BATCH);
                    goesOn = rows.read(batch, BATCH);
                    raw.put(new Step.Next<>(new RawBatch(file, batch, !goesOn)));
                    tracker.at(rows.bytesRead(), batch.size());
                }
            } catch (IOException e) {
                throw InputFile.failure(part.path(), e);
            }
        }
    }

    private void map() throws InterruptedException {
        while (true) {
            switch (raw.take()) {
                case Step.Next<RawBatch>(RawBatch(int file, List<Raw> rows, boolean isLast)) ->
                    mapped.put(new Step.Next<>(MappedBatch.of(file, parts.get(file), rows, isLast)));
                case Step.Failed<RawBatch>(RuntimeException cause) -> throw cause;
                case Step.Failed<RawBatch>(Throwable cause) -> throw new IllegalStateException("Import failed", cause);
                case Step.End<RawBatch>() -> {
                    return;
                }
            }
        }
    }
}
