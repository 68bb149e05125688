package perennial.store.query;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// Runs queries, a few at a time, each in a process of its own.
public final class Queries {
    private static final int AT_A_TIME = 2;

    private final Workspace workspace;
    private final QueryCopy copy;
    private final Semaphore room = new Semaphore(AT_A_TIME);

    public Queries(Workspace workspace) {
        this.workspace = workspace;
        copy = new QueryCopy(workspace);
    }

    /// What a query finds.
    ///
    /// @throws QueryFault if it cannot be answered as it stands
    /// @throws StoreFailure if it cannot be answered now
    public QueryAnswer run(String sql, QueryFormat format, QueryLimits limits) {
        if (!room.tryAcquire()) {
            throw new StoreFailure(
                    AT_A_TIME + " queries are running, as many as run at a time; ask again a little later");
        }
        try {
            QueryCopy.Made made = copy.fresh();
            Process process = start(made, format, limits);
            process.onExit()
                    .orTimeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((ended, late) -> process.destroyForcibly());
            return answer(process, sql, made, limits);
        } catch (IOException e) {
            throw StoreFailure.of("running a query", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailure("The query was given up; run it again", e);
        } finally {
            room.release();
        }
    }

    private Process start(QueryCopy.Made made, QueryFormat format, QueryLimits limits) throws IOException {
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + workspace.directory().resolve("tmp"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                QueryProcess.class.getName(),
                made.file().toString(),
                format.name(),
                String.valueOf(limits.rows()),
                String.valueOf(limits.memoryMb()),
                made.at().toString(),
                String.valueOf(
                        workspace.clock().instant().getEpochSecond() - made.at().getEpochSecond())));
        builder.environment().clear(); // it needs nothing of ours
        return builder.start();
    }

    private static QueryAnswer answer(Process process, String sql, QueryCopy.Made made, QueryLimits limits)
            throws IOException, InterruptedException {
        CompletableFuture<String> fault = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        try (var in = process.getOutputStream()) {
            in.write(sql.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // it says why below
        }
        Path place = made.file().getParent().toRealPath();
        String text = without(place, text(process.getInputStream()));
        int code = process.waitFor();
        return switch (code) {
            case QueryProcess.ANSWERED -> new QueryAnswer(text, made.at(), false);
            case QueryProcess.CUT -> new QueryAnswer(text, made.at(), true);
            case QueryProcess.REFUSED ->
                throw new QueryFault(without(place, fault.join().strip()));
            default ->
                throw new QueryFault("The query took more than " + limits.time().toSeconds()
                        + " s or too much memory and was ended; ask for less, such as a shorter range of time");
        };
    }

    /// Where the copy lies on the machine is not for those who ask over the network; the database tells it in its
    /// lists.
    private static String without(Path place, String text) {
        return text.replace(place + File.separator, "");
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes the copy that queries read; the next one makes another.
    public void forgetCopy() {
        copy.forget();
    }
}
