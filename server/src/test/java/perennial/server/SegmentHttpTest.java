package perennial.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentHttpTest {
    @TempDir
    Path folder;

    @Test
    void a_batch_is_stored_call_by_call_and_answered_with_success() throws Exception {
        try (var server = new TestServer(folder)) {
            var answer = server.post("/v1/batch", """
                    {"writeKey":"%s","sentAt":"2026-03-01T12:00:00Z","batch":[
                      {"type":"identify","messageId":"m1","userId":"u","anonymousId":"v","traits":{"plan":"pro"},"timestamp":"2026-03-01T11:59:00Z"},
                      {"type":"track","messageId":"m2","userId":"u","event":"Order Completed","properties":{"revenue":12.5,"currency":"EUR"},"timestamp":"2026-03-01T11:59:01Z"},
                      {"type":"track","messageId":"m3","userId":"u","timestamp":"2026-03-01T11:59:02Z"},
                      {"type":"page","messageId":"m4","anonymousId":"v","name":"Home"}]}
                    """.formatted(server.writeKey()));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"success\":true}");
            assertThat(server.rows("SELECT message_id, name, time_ms, value FROM events ORDER BY seq"))
                    .containsExactly(
                            "m2 Order Completed 1772366341000 12.500000000", "m4 Page Viewed 1772366400000 null");
            assertThat(server.rows("SELECT name, value FROM traits")).containsExactly("plan \"pro\"");
            assertThat(server.rows("SELECT field, reason FROM refused_calls")).containsExactly("event missing_event");
        }
    }

    @Test
    void without_a_key_nothing_is_stored() throws Exception {
        try (var server = new TestServer(folder)) {
            var answer = server.post("/v1/track", "{\"writeKey\":\"nonsense\",\"userId\":\"u\",\"event\":\"Saw\"}");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(server.rows("FROM events")).isEmpty();
        }
    }
}
