package perennial.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Amplitude's clients send, as on the wire.
class AmplitudeHttpTest {
    @TempDir
    Path folder;

    @Test
    void events_people_groups_and_revenue_are_read_and_one_bad_event_costs_itself_alone() throws Exception {
        try (var server = new TestServer(folder)) {
            String body = """
                    {"api_key":"%s","client_upload_time":"2026-03-01T12:00:00.000Z","options":{"min_id_length":5},"events":[
                      {"event_type":"$identify","user_id":"ada-1","device_id":"d1","time":1772366340000,"insert_id":"a1",
                       "user_properties":{"$set":{"plan":"pro"},"$setOnce":{"born":1815},"$add":{"visits":1},"$append":{"tags":"x"}}},
                      {"event_type":"$identify","user_id":"ada-1","device_id":"d1","time":1772366341000,"insert_id":"a2",
                       "user_properties":{"$add":{"visits":2},"$prepend":{"tags":"w"},"$unset":{"plan":"-"}}},
                      {"event_type":"revenue_amount","user_id":"ada-1","device_id":"d1","time":1772366342000,"insert_id":"a3",
                       "event_properties":{"$productId":"p","$price":2.5,"$quantity":3},"groups":{"company":"acme"}},
                      {"event_type":"Bought","user_id":"ada-1","time":1772366343000,"insert_id":"a4","price":4,"session_id":7},
                      {"event_type":"$groupidentify","device_id":"anything","time":1772366344000,"insert_id":"a5",
                       "groups":{"company":"acme"},"group_properties":{"$set":{"size":7}}},
                      {"event_type":"Saw","user_id":"ada-1","insert_id":"a6"},
                      {"event_type":"Lost","time":1772366344000,"insert_id":"a7"}]}
                    """.formatted(server.writeKey());
            var answer = server.post("/2/httpapi", body, "Content-Type", "application/json");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .matches(
                            "\\{\"code\":200,\"events_ingested\":6,\"payload_size_bytes\":\\d+,\"server_upload_time\":1772366400000}");
            assertThat(server.rows("SELECT message_id, account_id, name, value, time_ms FROM events ORDER BY time_ms"))
                    .containsExactly(
                            "d1:a3 acme Order Completed 7.500000000 1772366342000",
                            ":a4 null Bought 4.000000000 1772366343000",
                            ":a6 null Saw null 1772366400000");
            assertThat(server.rows("SELECT subject, name, arg_max(value, seq) FROM traits GROUP BY ALL ORDER BY ALL"))
                    .containsExactly(
                            "account size 7",
                            "user born 1815",
                            "user plan null",
                            "user tags [\"w\",\"x\"]",
                            "user visits 3");
            assertThat(server.rows("SELECT DISTINCT kind, from_id, to_id FROM links"))
                    .containsExactly("anonymous d1 ada-1");
            assertThat(server.rows("SELECT reason FROM refused_calls")).containsExactly("missing_id");
            assertThat(server.post("/2/httpapi", body).statusCode()).isEqualTo(200);
            assertThat(server.rows("SELECT arg_max(value, seq) FROM traits WHERE name = 'visits'"))
                    .as("what is added is added once, however often it is sent")
                    .containsExactly("3");
            assertThat(server.rows("SELECT count FROM quality WHERE kind = 'duplicate'"))
                    .containsExactly("6");
        }
    }

    @Test
    void the_address_shared_with_posthog_tells_them_apart_by_the_body() throws Exception {
        try (var server = new TestServer(folder)) {
            String key = server.writeKey();
            assertThat(server.post("/batch", """
                            {"api_key":"%s","events":[{"event_type":"Saw","user_id":"ada-1","time":1772366340000}]}
                            """.formatted(key)).body()).contains("\"events_ingested\":1");
            assertThat(server.post("/batch", """
                            {"api_key":"%s","batch":[{"event":"Heard","distinct_id":"ada","timestamp":"2026-03-01T11:00:00Z"}]}
                            """.formatted(key)).body()).isEqualTo("{\"status\":1}");
            assertThat(server.rows("SELECT name FROM events ORDER BY seq")).containsExactly("Saw", "Heard");
            var keyless = server.post("/batch", "{\"api_key\":\"x\",\"events\":[]}");
            assertThat(keyless.statusCode()).isEqualTo(400);
            assertThat(keyless.body()).startsWith("{\"code\":400,\"error\":\"Invalid API key: ");
        }
    }
}
