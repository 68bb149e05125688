package perennial.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import perennial.core.question.Unit;
import perennial.core.workspace.Settings;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.access.Keys;
import perennial.store.access.Scope;
import perennial.store.campaign.Campaigns;
import perennial.store.campaign.PlanDocument;
import perennial.store.view.Views;

/// Prints what we claim about campaigns: `bin/bench campaign [CUSTOMERS]`. One decision for each customer, in one
/// transaction; then a server in a process of its own posts the messages to a receiver here, on the same cores, that
/// takes all of them and counts what comes twice or not at all.
public final class CampaignBench {
    private static final String NAME = "bench";
    private static final String PLAN = """
            {"name":"bench","objective":{"did":"Order Completed"},"audience":"did \\"Opened\\"",
             "treatments":[{"name":"letter","offers":[
               {"offer":{"name":"discount","text":"20 % off","cost":3,"codes":{"generated":"B-"}}}]}],
             "channel":"loopback"}
            """;

    private static final Pattern PENDING = Pattern.compile("\"pending\":([0-9]+)");
    private static final long LOOK_MS = 500;
    private static final int BACKLOG = 1_024;
    private static final int ANY_RATE = 100_000;

    private final Map<String, AtomicInteger> received = new ConcurrentHashMap<>();

    private CampaignBench() {}

    /// @param arguments the program's jar, a directory for workspaces, and how many customers
    public static void main(String[] arguments) throws Exception {
        say(
                "Machine: %s, %d cores, Java %s",
                Machine.processor(), Runtime.getRuntime().availableProcessors(), Runtime.version());
        int customers = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100_000;
        Path workspace = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[1])), "workspace");
        try {
            new CampaignBench().run(Path.of(arguments[0]), workspace, customers);
        } finally {
            Machine.delete(workspace);
        }
    }

    private void run(Path jar, Path directory, int customers) throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            receiver.setExecutor(threads);
            receiver.createContext("/", exchange -> {
                try (exchange) {
                    exchange.getRequestBody().readAllBytes();
                    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
                    received.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
                    exchange.sendResponseHeaders(204, -1);
                }
            });
            receiver.start();
            String key = launch(directory, customers, receiver.getAddress());
            send(jar, directory, key);
        } finally {
            receiver.stop(0);
        }
    }

    /// Makes customers and launches a campaign that writes to nine of ten of them; the key that shows it.
    private static String launch(Path directory, int customers, InetSocketAddress receiver) throws IOException {
        try (var workspace = Workspace.create(directory, Settings.standard(NAME), Clock.systemUTC())) {
            workspace.change("making customers", connection -> {
                try (var statement = connection.createStatement()) {
                    for (String sql : Sql.statements(Sql.text(CampaignBench.class, "customers"))) {
                        statement.execute(sql.replace("$customers", String.valueOf(customers)));
                    }
                }
                return customers;
            });
            var campaigns = new Campaigns(workspace);
            URI address = URI.create("http://" + receiver.getAddress().getHostAddress() + ":" + receiver.getPort());
            campaigns.webhooks().save("loopback", address, ANY_RATE, true);
            try (var views = new Views(workspace)) {
                var history =
                        views.history(Unit.CUSTOMER).asOf(workspace.clock().millis());
                campaigns.plans().save(PlanDocument.read(PLAN), history);
                long began = System.nanoTime();
                int decided = campaigns.launch(NAME, history);
                double took = (System.nanoTime() - began) / 1e9;
                say(
                        "decided on %,d customers in %.1f s: %,.0f decisions a second, one transaction",
                        decided, took, decided / took);
            }
            return new Keys(workspace).make(NAME, Set.of(Scope.READ)).text();
        }
    }

    private void send(Path jar, Path directory, String key) throws Exception {
        long treated = pending(directory);
        try (var server = ServerProcess.start(jar, directory, List.of());
                var client = HttpClient.newHttpClient()) {
            long began = System.nanoTime();
            HttpRequest status = HttpRequest.newBuilder(server.address().resolve("/api/v1/campaigns/" + NAME))
                    .header("Authorization", "Bearer " + key)
                    .build();
            long left = treated;
            while (left > 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MS));
                Matcher found = PENDING.matcher(client.send(status, HttpResponse.BodyHandlers.ofString())
                        .body());
                left = found.find() ? Long.parseLong(found.group(1)) : left;
            }
            double took = (System.nanoTime() - began) / 1e9;
            long memory = server.memoryMb();
            server.stop();
            long doubled =
                    received.values().stream().filter(each -> each.get() > 1).count();
            say(
                    "sent %,d messages in %.1f s: %,.0f a second, each noted before it left and after it came; %d MB",
                    received.size(), took, received.size() / took, memory);
            say("received twice: %d; not received: %d", doubled, treated - received.size());
        }
    }

    private static long pending(Path directory) {
        try (var workspace = Workspace.open(directory, Clock.systemUTC())) {
            return new Campaigns(workspace).balance(NAME).pending();
        }
    }

    private static void say(String format, Object... parameters) {
        System.out.println(String.format(Locale.ROOT, format, parameters));
    }
}
