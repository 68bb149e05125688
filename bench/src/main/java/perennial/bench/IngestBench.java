package perennial.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;
import perennial.store.access.Keys;
import perennial.store.access.Scope;

/// Prints what we claim about taking events over HTTP: `bin/bench ingest [SECONDS]`. The server is a process of its
/// own, as users start it; the clients run here, on the same cores. Each success answer means committed.
public final class IngestBench {
    private static final int[] BATCHES = {1, 20, 100, 1000};
    /// The size of the batches beside which questions are asked.
    private static final int ASKED_BESIDE = 100;

    private static final int EVENTS_AT_ONCE = 2_000;
    private static final int MOST_CLIENTS = 64;

    private final Path jar;
    private final Path home;
    private final int seconds;

    private IngestBench(Path jar, Path home, int seconds) {
        this.jar = jar;
        this.home = home;
        this.seconds = seconds;
    }

    /// @param arguments the program's jar, a directory for workspaces, and for how many seconds to send each size
    public static void main(String[] arguments) throws Exception {
        say(
                "Machine: %s, %d cores, Java %s",
                Machine.processor(), Runtime.getRuntime().availableProcessors(), Runtime.version());
        var bench = new IngestBench(
                Path.of(arguments[0]),
                Files.createDirectories(Path.of(arguments[1])),
                arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20);
        bench.starts();
        bench.idle();
        for (int batch : BATCHES) {
            bench.load(batch, false);
        }
        bench.load(ASKED_BESIDE, true);
    }

    /// A server process on a new workspace.
    private final class Running implements AutoCloseable {
        private final Path workspace = Files.createTempDirectory(home, "workspace");
        private final String key;
        private final ServerProcess server;
        private final URI address;

        Running(List<String> options) throws IOException {
            try (var made = Workspace.openOrCreate(workspace, Settings.standard("bench"), Clock.systemUTC())) {
                key = new Keys(made)
                        .make("bench", Set.of(Scope.WRITE, Scope.READ))
                        .text();
            }
            server = ServerProcess.start(jar, workspace, options);
            address = server.address();
        }

        /// Stops it, and counts what it stored.
        long stored() throws Exception {
            server.stop();
            try (var opened = Workspace.open(workspace, Clock.systemUTC())) {
                return opened.read("counting", connection -> {
                    try (var statement = connection.createStatement();
                            var row = statement.executeQuery("SELECT count(DISTINCT message_id) FROM events")) {
                        row.next();
                        return row.getLong(1);
                    }
                });
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            Machine.delete(workspace);
        }
    }

    private void starts() throws Exception {
        Path cache = home.resolve("start.aot");
        try (var rehearsed = new Running(List.of("-XX:AOTCacheOutput=" + cache))) {
            rehearsed.stored();
        }
        try (var plain = new Running(List.of());
                var cached = new Running(List.of("-XX:AOTCache=" + cache))) {
            say(
                    "start: %.1f s; with the AOT cache %.1f s; idle %d MB of memory of its own",
                    plain.server.startSeconds(), cached.server.startSeconds(), cached.server.memoryMb());
        } finally {
            Files.deleteIfExists(cache);
        }
    }

    private void load(int batch, boolean isAsked) throws Exception {
        int clients = Math.clamp(EVENTS_AT_ONCE / batch, 4, MOST_CLIENTS);
        var next = new AtomicLong();
        try (var server = new Running(List.of());
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var asking = new Asker(server.address, server.key)) {
            send(server, batch, clients, 3, next, threads); // until the compilers have done their work
            long began = System.nanoTime();
            Future<String> asked = isAsked ? threads.submit(() -> asking.askFor(seconds)) : threads.submit(() -> "");
            long[] latencies = send(server, batch, clients, seconds, next, threads);
            double took = (System.nanoTime() - began) / 1e9;
            Arrays.sort(latencies);
            String beside = asked.get();
            long memory = server.server.memoryMb();
            long stored = server.stored() - asking.sent();
            long sent = next.get() * batch;
            say(
                    "batches of %4d from %2d clients: %,8.0f events a second; answered in %.1f ms (p50), %.1f (p99), %.1f (most); %d MB; %s",
                    batch,
                    clients,
                    latencies.length * (double) batch / took,
                    ms(latencies, 0.5),
                    ms(latencies, 0.99),
                    ms(latencies, 1),
                    memory,
                    stored == sent ? "all stored once" : "DIFFERENT: sent " + sent + ", stored " + stored);
            if (isAsked) {
                say("  beside it: %s", beside);
            }
        }
    }

    /// What one who asks sees of a server that nobody else uses.
    private void idle() throws Exception {
        try (var server = new Running(List.of());
                var asking = new Asker(server.address, server.key)) {
            asking.askFor(5); // until the compilers have done their work
            say("nothing else to do: %s", asking.askFor(seconds));
        }
    }

    /// A time that so many of the sorted ones do not exceed, in milliseconds.
    static double ms(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }

    private static long[] send(
            Running server, int batch, int clients, int forSeconds, AtomicLong next, ExecutorService threads)
            throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(forSeconds);
        List<Callable<long[]>> work = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            work.add(() -> {
                try (var client = new BatchClient(server.address, server.key, batch)) {
                    long[] latencies = new long[1024];
                    int sent = 0;
                    while (System.nanoTime() < until) {
                        long began = System.nanoTime();
                        client.send(next.getAndIncrement());
                        latencies = sent == latencies.length ? Arrays.copyOf(latencies, 2 * sent) : latencies;
                        latencies[sent++] = System.nanoTime() - began;
                    }
                    return Arrays.copyOf(latencies, sent);
                }
            });
        }
        long[] all = new long[0];
        for (Future<long[]> each : threads.invokeAll(work)) {
            long[] more = each.get();
            all = Arrays.copyOf(all, all.length + more.length);
            System.arraycopy(more, 0, all, all.length - more.length, more.length);
        }
        return all;
    }

    private static void say(String format, Object... parameters) {
        System.out.println(String.format(Locale.ROOT, format, parameters));
    }
}
