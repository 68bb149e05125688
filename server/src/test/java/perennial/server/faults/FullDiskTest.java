package perennial.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server whose disk is full for a while.
class FullDiskTest {
    private static final List<String> CALLS = List.of(
            "/v1/batch 429 {'writeKey':'%1$s','batch':[{'type':'track','userId':'ada','event':'Saw','messageId':'%2$s'}]}",
            "/batch/ 503 {'api_key':'%1$s','batch':[{'distinct_id':'ada','event':'Saw','uuid':'%2$s'}]}",
            "/track 503 [{'event':'Saw','properties':{'token':'%1$s','distinct_id':'ada','$insert_id':'%2$s'}}]",
            "/2/httpapi 503 {'api_key':'%1$s','events':[{'event_type':'Saw','user_id':'ada','insert_id':'%2$s'}]}",
            "/api/v1/events 503 [{'type':'track','userId':'ada','event':'Saw','messageId':'%2$s'}]");

    @TempDir
    Path folder;

    @Test
    void senders_are_told_to_come_again_and_it_goes_on_by_itself_when_there_is_room() throws Exception {
        Path workspace = folder.resolve("workspace");
        String key = Served.newKey(workspace);
        var sender = new Sender(0, key, 1);
        try (Served server = Served.start(workspace)) {
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < 20; i++) {
                    assertThat(sender.send(server)).isTrue();
                }
                server.process().limitFiles("" + (1_000 + 20_000 * round));
                assertThat(Stream.generate(() -> sent(sender, server)).limit(1_000))
                        .contains(false);
                for (String call : CALLS) {
                    String[] parts = call.split(" ", 3);
                    String body = parts[2].replace('\'', '"').formatted(key, "0-" + Integer.MAX_VALUE);
                    var answer = server.post(parts[0], body, key);
                    assertThat(answer.statusCode()).as(parts[0]).isEqualTo(Integer.parseInt(parts[1]));
                    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
                }
                assertThat(server.get("/health/ready", key).statusCode()).isEqualTo(503);
                server.process().limitFiles("unlimited");
                assertThat(sender.send(server)).as("there is room again").isTrue();
                assertThat(server.get("/health/ready", key).statusCode()).isEqualTo(200);
                assertThat(server.get("/api/v1/questions/active-users", key).statusCode())
                        .isEqualTo(200);
            }
            server.stop();
        }
        Ledger ledger = Ledger.of(workspace, List.of(sender));
        ledger.requireExact();
        assertThat(ledger.stored()).isEqualTo(ledger.acknowledged());
    }

    private static boolean sent(Sender sender, Served server) {
        try {
            return sender.send(server);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
