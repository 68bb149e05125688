package perennial.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.ingest.RateLimit;

/// What is hostile, broken or too much.
class IngestFaultsHttpTest {
    @TempDir
    Path folder;

    /// An address of each protocol, and how it would send one event with a key.
    private static final Map<String, String> EVENTS = Map.of(
            "/v1/batch", "{'writeKey':'%s','batch':[{'type':'track','userId':'ada','event':'Saw'}]}",
            "/batch/", "{'api_key':'%s','batch':[{'distinct_id':'ada','event':'Saw'}]}",
            "/i/v1/analytics/events", "{'api_key':'%s','batch':[{'distinct_id':'ada','event':'Saw','uuid':'1'}]}",
            "/track", "[{'event':'Saw','properties':{'token':'%s','distinct_id':'ada'}}]",
            "/2/httpapi", "{'api_key':'%s','events':[{'event_type':'Saw','user_id':'ada'}]}",
            "/api/v1/events", "[{'type':'track','userId':'ada','event':'Saw','writeKey':'%s'}]");

    /// How long the server waits for the next bytes of a body.
    private static final String PATIENCE = "server.tomcat.connection-timeout";

    private static HttpResponse<String> send(TestServer server, String path) throws IOException {
        String body = EVENTS.get(path).replace('\'', '"').formatted(server.writeKey());
        return server.post(path, body, "Authorization", "Bearer " + server.writeKey());
    }

    @Test
    void who_cannot_be_taken_now_is_told_so_in_the_way_its_client_comes_again() throws Exception {
        try (var server = new TestServer(folder)) {
            for (String path : EVENTS.keySet()) {
                assertThat(send(server, path).statusCode()).as(path).isEqualTo(200);
            }
            server.live().intake().close();
            var statuses = Map.of(
                    "/v1/batch", 429,
                    "/batch/", 503,
                    "/i/v1/analytics/events", 503,
                    "/track", 503,
                    "/2/httpapi", 503,
                    "/api/v1/events", 503);
            for (String path : EVENTS.keySet()) {
                var answer = send(server, path);
                assertThat(answer.statusCode()).as(path).isEqualTo(statuses.get(path));
                assertThat(answer.headers().firstValue("Retry-After")).as(path).hasValue("1");
            }
        }
    }

    @Test
    void a_body_that_stops_to_come_is_answered_in_the_shape_of_its_protocol() throws Exception {
        String sentence = "The body stopped to come; send it again";
        var bodies = Map.of(
                "/v1/batch", "{\"message\":\"" + sentence + "\",\"success\":false}",
                "/batch/", "{\"code\":\"starved\",\"detail\":\"" + sentence + "\",\"type\":\"server_error\"}",
                "/i/v1/analytics/events",
                        "{\"code\":\"starved\",\"detail\":\"" + sentence + "\",\"type\":\"server_error\"}",
                "/track", "0",
                "/2/httpapi", "{\"code\":408,\"error\":\"" + sentence + "\"}",
                "/api/v1/events", "{\"reason\":\"starved\",\"sentence\":\"" + sentence + "\"}");
        System.setProperty(PATIENCE, "200ms");
        try (var server = new TestServer(folder)) {
            for (String path : bodies.keySet()) {
                String answer = raw(
                        server,
                        "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + server.writeKey()
                                + "\r\nContent-Length: 100\r\n\r\n[{");
                assertThat(answer).as(path).startsWith("HTTP/1.1 408 ").endsWith("\r\n\r\n" + bodies.get(path));
            }
            assertThat(send(server, "/v1/batch").statusCode()).isEqualTo(200);
        } finally {
            System.clearProperty(PATIENCE);
        }
    }

    @Test
    void a_key_that_sends_too_much_is_told_to_come_again() throws Exception {
        var now = new AtomicReference<>(TestServer.NOON);
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        try (var server = new TestServer(folder, clock, new RateLimit(1))) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 13; i++) {
                if (i == 11) {
                    now.set(TestServer.NOON.plusSeconds(1));
                }
                statuses.add(send(server, "/api/v1/events").statusCode());
            }
            assertThat(statuses)
                    .as("ten at once, none more, one a second later")
                    .containsExactly(200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 429, 200, 429);
            assertThat(send(server, "/v1/batch").statusCode()).isEqualTo(429);
            assertThat(send(server, "/batch/").statusCode()).isEqualTo(503);
            assertThat(send(server, "/track").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void what_is_too_large_too_many_or_too_deep_is_told_so() throws Exception {
        try (var server = new TestServer(folder)) {
            String key = server.writeKey();
            byte[] bomb = TestServer.gzip(new byte[64 << 20]);
            assertThat(bomb.length).isLessThan(100_000);
            String[] let = {"Authorization", "Bearer " + key};
            byte[] numbers = TestServer.gzip(("[" + "1,".repeat(400_000) + "1]").getBytes(StandardCharsets.UTF_8));
            for (String path : EVENTS.keySet()) {
                assertThat(server.post(path, bomb, let).statusCode()).as(path).isEqualTo(413);
                assertThat(server.post(path, numbers, let).statusCode())
                        .as(path)
                        .isEqualTo(413);
                assertThat(server.post(path, numbers).statusCode())
                        .as("%s without a key", path)
                        .isEqualTo(path.equals("/api/v1/events") ? 401 : 413);
            }
            String many = "{\"event_type\":\"Saw\"},".repeat(2_000) + "{\"event_type\":\"Saw\"}";
            var tooMany = server.post("/2/httpapi", "{\"api_key\":\"" + key + "\",\"events\":[" + many + "]}");
            assertThat(tooMany.statusCode()).isEqualTo(413);
            assertThat(tooMany.body())
                    .isEqualTo(
                            "{\"code\":413,\"error\":\"The request holds more than 2000 events; send at most 2000 at once\"}");
            String deep = "[".repeat(60) + "]".repeat(60);
            String large = "x".repeat(70_000);
            String call = "{\"type\":\"track\",\"userId\":\"ada\",\"event\":\"%s\",\"properties\":{\"p\":%s}},";
            String batch = call.formatted("Deep", deep) + call.formatted("Large", "\"" + large + "\"");
            var answer = server.post(
                    "/v1/batch",
                    "{\"writeKey\":\"" + key + "\",\"batch\":[" + batch
                            + call.formatted("Good", "1").replaceAll(",$", "") + "]}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(server.rows("SELECT name FROM events")).containsExactly("Good");
            assertThat(server.rows("SELECT reason, message FROM refused_calls ORDER BY reason"))
                    .containsExactly(
                            "event_too_large It has 70016 characters, at most 65536 are kept; send less with it",
                            "too_deep Its lists and objects lie more than 50 deep in one another; send it flatter");
            String abyss = "[".repeat(100_000);
            for (String path : EVENTS.keySet()) {
                assertThat(server.post(path, abyss, let).statusCode()).as(path).isEqualTo(400);
            }
        }
    }

    @Test
    void what_is_no_text_no_number_or_said_twice_costs_at_most_itself() throws Exception {
        try (var server = new TestServer(folder)) {
            String calls = """
                    {"type":"track","userId":"ada","messageId":"1","event":"Half \\ud83d","properties":{"a\\udc00":"\\ud83d"}}
                    {"type":"track","userId":"ada","messageId":"2","event":"Zero","properties":{"z":"\\u0000"}}
                    {"type":"track","userId":"ada\\u0000","messageId":"3","event":"Zero"}
                    {"type":"identify","userId":"ada","messageId":"4","traits":{"n\\u0000":1}}
                    {"type":"track","userId":"ada","messageId":"5","event":"First","event":"Last"}
                    {"type":"track","userId":"ada","messageId":"6","event":"Rich","properties":{"revenue":1e999999999}}
                    {"type":"track","userId":"ada","messageId":"7","event":"Richer","properties":{"revenue":1e99999999999}}
                    {"type":"track","userId":"ada","messageId":"8","event":"Late","timestamp":"1e99999999"}
                    {"type":"track","userId":"J#rgen","messageId":"9","event":"Broken"}
                    {"type":"track","userId":"ada","messageId":"10","event":"Broken","properties":{"name":"J#rgen"}}
                    {"type":"track","userId":["ada"],"messageId":"11","event":"Listed"}
                    {"type":{"a":1},"userId":"ada","messageId":"12","event":"Typed"}
                    """;
            byte[] bytes = calls.getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = bytes[i] == '#' ? (byte) 0xFC : bytes[i];
            }
            var answer = server.post("/api/v1/events?key=" + server.writeKey(), bytes);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(server.rows("SELECT message_id, name FROM events ORDER BY message_id::INT"))
                    .containsExactly("1 Half \uFFFD", "2 Zero", "5 Last", "6 Rich", "7 Richer", "10 Broken");
            assertThat(server.rows("SELECT reason, count(*) FROM refused_calls GROUP BY ALL ORDER BY ALL"))
                    .containsExactly("bad_field 1", "bad_time 1", "invalid_utf8 1", "nul_byte 2", "unknown_type 1");
            assertThat(server.rows("SELECT count(value) FROM events")).containsExactly("0");
        }
    }

    @Test
    void pages_of_any_site_may_send_and_read_nothing_else() throws Exception {
        try (var server = new TestServer(folder)) {
            String site = "https://shop.example";
            for (String path : List.of("/flags/", "/e/", "/track/", "/2/httpapi", "/v1/track", "/api/v1/events")) {
                var answer = server.preflight(path, site, "content-type,authorization");
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                        .hasValue(site);
                assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                        .hasValue("content-type, authorization");
                assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                        .hasValue("true");
            }
            var sent = server.post("/e/", "{}", "Origin", site);
            assertThat(sent.statusCode()).isEqualTo(401);
            assertThat(sent.headers().firstValue("Access-Control-Allow-Origin")).hasValue(site);
            var health = server.get("/actuator/health", "Origin", site);
            assertThat(health.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertThat(server.post("/e/", "{}", "Origin", "http://[").statusCode())
                    .isLessThan(500);
        }
    }

    @Test
    void what_reaches_nothing_is_answered_with_short_json() throws Exception {
        try (var server = new TestServer(folder)) {
            assertThat(server.get("/nowhere").body()).contains("\"status\":404", "\"title\":\"Not Found\"");
            assertThat(server.get("/v1/nowhere", "Accept", "text/html").body())
                    .contains("<html")
                    .doesNotContain("Tomcat");
            assertThat(server.get("/v1/batch").body()).contains("\"title\":\"Method Not Allowed\"");
            assertThat(raw(server, "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("\"title\":\"Bad Request\"")
                    .doesNotContain("Tomcat", "java");
            assertThat(raw(server, "NONSENSE\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("Tomcat", "java");
        }
    }

    private static String raw(TestServer server, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
