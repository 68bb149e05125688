package perennial.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Who goes first: the server, or its client.
class StoppingHttpTest {
    private static final int CLIENTS = 8;

    @TempDir
    Path folder;

    /// A request with many events, sent to its end.
    private static Socket sent(TestServer server) throws IOException {
        String body = "{\"type\":\"track\",\"userId\":\"ada\",\"event\":\"Saw\"}\n".repeat(5_000);
        String head = "POST /api/v1/events?key=" + server.writeKey() + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n";
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /// A request of which half is sent.
    private static Socket begun(TestServer server) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        String head = "POST /api/v1/events?key=" + server.writeKey()
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n[";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    @Test
    void what_was_sent_before_the_server_stops_is_answered() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (var server = new TestServer(folder)) {
            server.get("/health/live"); // the first of all takes long
            for (int i = 0; i < CLIENTS; i++) {
                waiting.add(sent(server));
            }
        }
        for (Socket each : waiting) {
            try (each) {
                assertThat(new String(each.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void a_client_that_hangs_up_is_no_error_of_the_server() throws Exception {
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        try (var server = new TestServer(folder)) {
            root.addAppender(logged);
            for (int i = 0; i < CLIENTS; i++) {
                Socket socket = i % 2 == 0 ? sent(server) : begun(server);
                socket.setSoLinger(true, 0);
                socket.close();
            }
        } finally {
            root.detachAppender(logged);
        }
        assertThat(logged.list).noneMatch(each -> each.getLevel().isGreaterOrEqual(Level.WARN));
    }
}
