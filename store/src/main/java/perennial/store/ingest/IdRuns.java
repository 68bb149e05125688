package perennial.store.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import perennial.store.StoreFailure;

/// The runs of a directory: they follow one another along the log without a gap. Neighbours of like size become one, in
/// a thread beside, so that there are few of them however long the log is.
final class IdRuns implements AutoCloseable {
    private final Path directory;
    private final ExecutorService merging = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("message-ids").factory());
    private volatile List<IdRun> runs = List.of();

    /// Writes the keys of a new run.
    interface Filling {
        void fill(IdRun.Writer run) throws IOException;
    }

    /// Takes those that follow one another from the start of the log, and drops what else there is.
    IdRuns(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            List<IdRun> found = new ArrayList<>();
            Set<Path> useless = new HashSet<>();
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    IdRun.open(file).ifPresent(found::add);
                    useless.add(file);
                }
            }
            found.sort(Comparator.comparingLong(IdRun::last).reversed()); // a merged one before those it was made of
            for (Optional<IdRun> next = after(last(), found); next.isPresent(); next = after(last(), found)) {
                useless.remove(next.get().file());
                append(next.get());
            }
            for (Path file : useless) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static Optional<IdRun> after(long last, List<IdRun> found) {
        return found.stream().filter(run -> run.first() == last + 1).findFirst();
    }

    /// The last place of the log that they cover; 0 before the first.
    long last() {
        List<IdRun> now = runs;
        return now.isEmpty() ? 0 : now.getLast().last();
    }

    void find(long key, LongConsumer seqs) {
        for (IdRun run : runs) {
            run.find(key, seqs);
        }
    }

    /// Adds the run from the end of the last to a place in the log.
    ///
    /// @param size how many keys it gets
    void add(long until, long size, Filling filling) {
        append(written(last() + 1, until, size, filling));
        merging.execute(this::merge);
    }

    private IdRun written(long first, long until, long size, Filling filling) {
        try (var writer = new IdRun.Writer(directory, first, until, size)) {
            filling.fill(writer);
            return writer.finish();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private synchronized void append(IdRun run) {
        List<IdRun> more = new ArrayList<>(runs);
        more.add(run);
        runs = List.copyOf(more);
    }

    /// Makes neighbours one as long as an older one is no more than twice the newer.
    private void merge() {
        for (List<IdRun> now = runs; now.size() > 1; now = runs) {
            int at = now.size() - 2;
            while (at >= 0 && now.get(at).size() > 2 * now.get(at + 1).size()) {
                at--;
            }
            if (at < 0) {
                return;
            }
            IdRun older = now.get(at);
            IdRun newer = now.get(at + 1);
            replace(
                    older,
                    newer,
                    written(
                            older.first(),
                            newer.last(),
                            older.size() + newer.size(),
                            writer -> both(older, newer, writer)));
        }
    }

    private static void both(IdRun older, IdRun newer, IdRun.Writer to) {
        long i = 0;
        long j = 0;
        while (i < older.size() || j < newer.size()) {
            if (j == newer.size() || i < older.size() && older.key(i) <= newer.key(j)) {
                to.add(older.key(i), older.seq(i));
                i++;
            } else {
                to.add(newer.key(j), newer.seq(j));
                j++;
            }
        }
    }

    private void replace(IdRun older, IdRun newer, IdRun merged) {
        synchronized (this) {
            List<IdRun> fewer = new ArrayList<>(runs);
            fewer.set(fewer.indexOf(older), merged);
            fewer.remove(newer);
            runs = List.copyOf(fewer);
        }
        try {
            Files.deleteIfExists(older.file());
            Files.deleteIfExists(newer.file());
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static StoreFailure failure(IOException cause) {
        return StoreFailure.of("keeping the index of message ids", cause);
    }

    /// Waits until nothing is written any more.
    @Override
    public void close() {
        merging.shutdown();
        try {
            while (!merging.awaitTermination(1, TimeUnit.MINUTES)) {
                continue;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
