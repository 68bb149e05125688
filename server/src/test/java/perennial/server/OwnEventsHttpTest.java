package perennial.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnEventsHttpTest {
    @TempDir
    Path folder;

    @Test
    void each_call_of_a_list_is_answered_by_itself() throws Exception {
        try (var server = new TestServer(folder)) {
            String body = """
                    [{"type":"track","messageId":"m1","userId":"ada","event":"Saw","timestamp":"2026-03-01T11:00:00Z"},
                     {"type":"track","messageId":"m1","userId":"ada","event":"Saw","timestamp":"2026-03-01T11:00:00Z"},
                     {"type":"track","messageId":"m1","userId":"ada","event":"Heard","timestamp":"2026-03-01T11:00:00Z"},
                     {"type":"track","userId":"ada"},
                     17,
                     {"type":"page","anonymousId":"v"}]
                    """;
            var answer = server.post("/api/v1/events", body, "Authorization", "Bearer " + server.writeKey());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("""
                    {"results":[{"index":0,"messageId":"m1","result":"ok"},\
                    {"index":1,"messageId":"m1","result":"duplicate"},\
                    {"index":2,"messageId":"m1","reason":"conflicting_duplicate","result":"conflicting",\
                    "sentence":"Its id was used before with other content; the first copy stays. Give each call an id of its own"},\
                    {"index":3,"reason":"missing_event","result":"refused","sentence":"A track call names its event; give event"},\
                    {"index":4,"reason":"bad_json","result":"refused",\
                    "sentence":"The call is no JSON object; give one such as {\\"type\\":\\"track\\",…}"},\
                    {"index":5,"result":"ok"}]}\
                    """);
            assertThat(server.rows("SELECT message_id, name FROM events WHERE message_id = 'm1'"))
                    .containsExactly("m1 Saw");
        }
    }

    @Test
    void lines_are_taken_one_by_one_and_the_key_may_stand_in_the_address() throws Exception {
        try (var server = new TestServer(folder)) {
            String body = """
                    {"type":"track","messageId":"m1","userId":"ada","event":"Saw","timestamp":"2026-03-01T14:59:00Z"}
                    {"type":"track","messageId":"m2",
                    {"type":"identify","messageId":"m3","userId":"ada","traits":{"plan":"pro"}}
                    """;
            var answer = server.post(
                    "/api/v1/events?key=" + server.writeKey() + "&sentAt=2026-03-01T15:00:00Z",
                    body,
                    "Content-Type",
                    "text/plain");
            assertThat(answer.body())
                    .contains(
                            "{\"index\":0,\"messageId\":\"m1\",\"result\":\"ok\"}",
                            "\"index\":1,\"reason\":\"bad_json\"");
            assertThat(server.rows("SELECT message_id, time_ms FROM events")).containsExactly("m1 1772366340000");
            assertThat(server.rows("SELECT name, value FROM traits")).containsExactly("plan \"pro\"");
            assertThat(server.post("/api/v1/events", "[]").body())
                    .isEqualTo(
                            "{\"reason\":\"no_key\",\"sentence\":\"The request has no write key; make one with: perennial"
                                    + " keys create\"}");
        }
    }
}
