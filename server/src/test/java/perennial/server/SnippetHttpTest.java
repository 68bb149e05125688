package perennial.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetHttpTest {
    @TempDir
    Path folder;

    @Test
    void the_script_for_pages_is_small_and_sets_no_cookie() throws Exception {
        try (var server = new TestServer(folder)) {
            var script = server.get("/perennial.js");
            assertThat(script.statusCode()).isEqualTo(200);
            assertThat(script.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=UTF-8");
            assertThat(script.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(3_000);
            assertThat(script.body()).contains("sendBeacon", "/api/v1/events").doesNotContain("cookie =", ".cookie");
        }
    }

    /// What the script sends when a page is left: a beacon has no headers and is taken for text.
    @Test
    void a_beacon_is_taken_with_the_key_in_its_address() throws Exception {
        try (var server = new TestServer(folder)) {
            String body = """
                    [{"type":"page","name":"Home","properties":{"url":"https://a.example/","path":"/","title":"Home","utm_source":"mail"},
                      "messageId":"s1","timestamp":"2026-03-01T11:59:59.000Z","anonymousId":"v1",
                      "context":{"sessionId":"q","page":{"url":"https://a.example/","referrer":"https://b.example/"}}},
                     {"type":"identify","traits":{"plan":"pro"},"messageId":"s2","timestamp":"2026-03-01T12:00:00.000Z",
                      "anonymousId":"v1","userId":"ada"}]
                    """;
            var answer = server.post(
                    "/api/v1/events?key=" + server.writeKey() + "&sentAt=2026-03-01T12:00:00.000Z",
                    body,
                    "Content-Type",
                    "text/plain;charset=UTF-8",
                    "Origin",
                    "https://a.example");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(server.rows(
                            "SELECT visitor_id, name, properties->>'utm_source', properties->>'referrer' FROM events"))
                    .containsExactly("v1 Page Viewed mail https://b.example/");
            assertThat(server.rows("SELECT kind, from_id, to_id FROM links")).containsExactly("anonymous v1 ada");
        }
    }
}
