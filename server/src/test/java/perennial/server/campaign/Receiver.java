package perennial.server.campaign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import perennial.store.json.Json;

/// A receiver of webhooks on loopback, which answers as it is told to.
public final class Receiver implements AutoCloseable {
    private static final int BACKLOG = 1_024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// A message as it came.
    public record Received(Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name.substring(0, 1) + name.substring(1).toLowerCase(), List.of(""))
                    .getFirst();
        }

        public String key() {
            return header(WebhookCall.KEY);
        }

        /// The id of the customer that it is for.
        public String customer() {
            return field(field(Json.parse(body), "customer"), "id") instanceof Json.Text(String id) ? id : "";
        }

        private static Json field(Json of, String name) {
            return ((Json.Object) of).field(name).orElseThrow();
        }
    }

    /// How it answers.
    public interface Manner {
        /// @throws IOException to close the connection without an answer
        Reply to(Received message) throws IOException, InterruptedException;
    }

    /// @param retryAfter left out if it is empty
    public record Reply(int status, String text, String retryAfter) {
        public static final Reply OK = new Reply(200, "", "");
    }

    public Receiver(Manner manner) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, manner));
        server.start();
    }

    /// One that takes everything and keeps it.
    public static Receiver keeping(CopyOnWriteArrayList<Received> all) throws IOException {
        return new Receiver(message -> {
            all.add(message);
            return Reply.OK;
        });
    }

    private static void answer(HttpExchange exchange, Manner manner) throws IOException {
        try (exchange) {
            var message = new Received(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Reply reply = manner.to(message);
            if (!reply.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
            }
            byte[] text = reply.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
            if (text.length > 0) {
                exchange.getResponseBody().write(text);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public URI address() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/hook?team=win-back");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
