package perennial.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.store.access.Scope;

class ClockJumpTest {
    @TempDir
    Path folder;

    @Test
    void a_clock_that_goes_back_and_forth_loses_and_doubles_nothing() throws Exception {
        var now = new AtomicReference<>(TestServer.NOON);
        InstantSource jumping = now::get;
        try (var server = new TestServer(folder, jumping.withZone(ZoneOffset.UTC))) {
            String[] key = server.key(Scope.READ);
            String call = "{\"type\":\"track\",\"userId\":\"ada\",\"event\":\"Saw\",\"messageId\":\"%d\"}";
            for (int i = 0; i < 8; i++) {
                now.set(TestServer.NOON.plus(Duration.ofHours(i % 2 == 0 ? i : -i)));
                String both = call.formatted(i) + "\n" + call.formatted(Math.max(0, i - 1));
                var answer = server.post("/api/v1/events?key=" + server.writeKey(), both);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("\"ok\"", "\"duplicate\"");
                assertThat(server.get("/api/v1/questions/active-users", key).statusCode())
                        .isEqualTo(200);
                assertThat(server.get("/metrics", key).statusCode()).isEqualTo(200);
            }
            assertThat(server.rows("SELECT count(*), count(DISTINCT message_id) FROM events"))
                    .containsExactly("8 8");
        }
    }
}
