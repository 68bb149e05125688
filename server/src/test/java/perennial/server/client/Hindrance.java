package perennial.server.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import perennial.server.TestServer;

/// Stands between a client and the server and spoils what comes first at each address; all else it hands through.
final class Hindrance implements AutoCloseable {
    /// What to spoil.
    ///
    /// @param status answered instead of the server's
    /// @param times at each address
    /// @param reachesServer whether the server gets the request all the same: then only its answer is lost
    record Plan(int status, int times, boolean reachesServer) {}

    private static final Set<String> OWN_HEADERS =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "expect", "date");

    private final TestServer server;
    private final Plan plan;
    private final HttpServer front;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Integer> spoilt = new ConcurrentHashMap<>();

    Hindrance(TestServer server, Plan plan) throws IOException {
        this.server = server;
        this.plan = plan;
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        front.createContext("/", this::handle);
        front.start();
    }

    URI address() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + front.getAddress().getPort());
    }

    /// How many requests it spoilt.
    int spoilt() {
        return spoilt.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean isAsked = exchange.getRequestMethod().equals("OPTIONS"); // a browser asks before it sends
            if (!isAsked && isSpoilt(exchange.getRequestURI().getPath())) {
                if (plan.reachesServer()) {
                    handedOn(exchange, body);
                }
                spoil(exchange);
            } else {
                HttpResponse<byte[]> answer = handedOn(exchange, body);
                answer.headers().map().forEach((name, values) -> {
                    if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                        exchange.getResponseHeaders().put(name, values);
                    }
                });
                answer(exchange, answer.statusCode(), answer.body());
            }
        }
    }

    private boolean isSpoilt(String path) {
        boolean[] isSpoilt = {false};
        spoilt.compute(path, (_, before) -> {
            int count = before == null ? 0 : before;
            isSpoilt[0] = count < plan.times();
            return isSpoilt[0] ? count + 1 : count;
        });
        return isSpoilt[0];
    }

    private void spoil(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null) { // so that a page may read the status
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
            exchange.getResponseHeaders().set("Access-Control-Allow-Credentials", "true");
        }
        if (plan.status() == 429) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        String body = "{\"code\":" + plan.status() + ",\"error\":\"spoilt\"}";
        answer(exchange, plan.status(), body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> handedOn(HttpExchange exchange, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(
                        server.address(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        front.stop(0);
        client.close();
    }
}
