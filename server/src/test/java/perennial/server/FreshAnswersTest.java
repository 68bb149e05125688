package perennial.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.question.Unit;

class FreshAnswersTest {
    @TempDir
    Path folder;

    @Test
    void what_was_acknowledged_is_soon_in_the_answers() throws Exception {
        try (var server = new TestServer(folder)) {
            assertThat(server.live().histories().of(Unit.USER).names()).isEmpty();
            server.post(
                    "/v1/track",
                    "{\"writeKey\":\"%s\",\"userId\":\"u\",\"event\":\"Saw\",\"messageId\":\"m\"}"
                            .formatted(server.writeKey()));
            Instant patience = Instant.now().plus(Duration.ofMinutes(1));
            while (server.live().histories().of(Unit.USER).names().isEmpty()
                    && Instant.now().isBefore(patience)) {
                Thread.onSpinWait();
            }
            assertThat(server.live().histories().of(Unit.USER).names()).containsExactly("Saw");
        }
    }
}
