package perennial.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What PostHog's clients send, as on the wire.
class PosthogHttpTest {
    @TempDir
    Path folder;

    @Test
    void a_batch_from_a_server_tells_events_people_groups_and_answers_to_surveys() throws Exception {
        try (var server = new TestServer(folder)) {
            String body = """
                    {"api_key":"%s","sent_at":"2026-03-01T12:00:00.000Z","batch":[
                      {"event":"$identify","distinct_id":"ada","uuid":"u1","timestamp":"2026-03-01T11:00:00.000Z",
                       "properties":{"$lib":"posthog-node","$is_server":true,"$set":{"plan":"pro"},"$set_once":{"first":"mail"}}},
                      {"event":"$set","distinct_id":"ada","uuid":"u2","timestamp":"2026-03-01T11:00:01.000Z",
                       "properties":{"$set_once":{"first":"ad"},"$unset":["plan"]}},
                      {"event":"Order Completed","distinct_id":"ada","uuid":"u3","timestamp":"2026-03-01T11:00:02.000Z",
                       "properties":{"$groups":{"company":"acme"},"revenue":12.5,"currency":"EUR","$lib":"posthog-node"}},
                      {"event":"$groupidentify","distinct_id":"$company_acme","uuid":"u4","timestamp":"2026-03-01T11:00:03.000Z",
                       "properties":{"$group_type":"company","$group_key":"acme","$group_set":{"size":7}}},
                      {"event":"survey sent","distinct_id":"ada","uuid":"u5","timestamp":"2026-03-01T11:00:04.000Z",
                       "properties":{"$survey_id":"s1","$survey_response":9}},
                      {"event":"$create_alias","distinct_id":"ada","uuid":"u6","timestamp":"2026-03-01T11:00:05.000Z",
                       "properties":{"distinct_id":"ada","alias":"ada-old"}},
                      {"event":"","distinct_id":"ada","uuid":"u7","properties":{}},
                      {"event":"Nobody Came","uuid":"u8","properties":{}}]}
                    """.formatted(server.writeKey());
            var answer = server.post(
                    "/batch/", TestServer.gzip(body.getBytes(StandardCharsets.UTF_8)), "Content-Encoding", "gzip");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":1}");
            assertThat(server.rows(
                            "SELECT message_id, user_id, account_id, name, value, currency FROM events ORDER BY seq"))
                    .containsExactly(
                            "u3 ada acme Order Completed 12.500000000 EUR", "u5 ada null Survey Answered null null");
            assertThat(server.rows("SELECT properties FROM events WHERE message_id = 'u5'"))
                    .containsExactly("{\"$survey_id\":\"s1\",\"$survey_response\":9}");
            assertThat(server.rows("SELECT subject, id, name, value FROM traits ORDER BY seq"))
                    .containsExactly(
                            "user ada plan \"pro\"",
                            "user ada first \"mail\"",
                            "user ada plan null",
                            "account acme size 7");
            assertThat(server.rows("SELECT kind, from_id, to_id FROM links ORDER BY seq"))
                    .containsExactly("anonymous ada-old ada", "alias ada-old ada");
            assertThat(server.rows("SELECT reason FROM refused_calls ORDER BY reason"))
                    .containsExactly("missing_event", "missing_id");
        }
    }

    @Test
    void a_browser_sends_gzip_without_saying_so_and_forms_with_base64() throws Exception {
        try (var server = new TestServer(folder)) {
            String key = server.writeKey();
            String waited = """
                    [{"event":"$pageview","uuid":"b1","offset":5000,
                      "properties":{"token":"%s","distinct_id":"v1","$device_id":"v1","$is_identified":false,"$current_url":"https://a.example/x"}}]
                    """.formatted(key);
            var packed = server.post(
                    "/e/?compression=gzip-js&ver=1.449.2&_=1772366400000",
                    TestServer.gzip(waited.getBytes(StandardCharsets.UTF_8)),
                    "Content-Type",
                    "text/plain");
            String identify = """
                    {"event":"$identify","uuid":"b2","timestamp":"2026-03-01T11:59:58.000Z",
                     "$set":{"email":"ada@a.example"},"$set_once":{"referrer":"$direct"},
                     "properties":{"token":"%s","distinct_id":"ada","$anon_distinct_id":"v1","$device_id":"v1","$user_id":"ada"}}
                    """.formatted(key);
            var form = server.post(
                    "/i/v0/e/",
                    "data=" + Base64.getEncoder().encodeToString(identify.getBytes(StandardCharsets.UTF_8))
                            + "&compression=base64",
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            var single = server.post(
                    "/capture/",
                    "{\"api_key\":\"%s\",\"event\":\"Saw 🙂\",\"distinct_id\":\"ada\",\"uuid\":\"b3\"}".formatted(key));
            assertThat(packed.statusCode()).isEqualTo(200);
            assertThat(form.statusCode()).isEqualTo(200);
            assertThat(single.body()).isEqualTo("{\"status\":1}");
            assertThat(server.rows(
                            "SELECT message_id, visitor_id, user_id, name, time_ms FROM events ORDER BY message_id"))
                    .containsExactly("b1 v1 null Page Viewed 1772366395000", "b3 null ada Saw 🙂 1772366400000");
            assertThat(server.rows("SELECT kind, from_id, to_id FROM links")).containsExactly("anonymous v1 ada");
            assertThat(server.rows("SELECT id, name, value FROM traits ORDER BY name"))
                    .containsExactly("ada email \"ada@a.example\"", "ada referrer \"$direct\"");
        }
    }

    @Test
    void junk_before_an_event_costs_itself_alone() throws Exception {
        try (var server = new TestServer(folder)) {
            String event =
                    "{\"event\":\"Saw\",\"uuid\":\"e1\",\"properties\":{\"token\":\"%s\",\"distinct_id\":\"v1\"}}"
                            .formatted(server.writeKey());
            assertThat(server.post("/e/", "[\"junk\"," + event + "]").statusCode())
                    .isEqualTo(200);
            assertThat(server.rows("SELECT message_id FROM events")).containsExactly("e1");
        }
    }

    @Test
    void newer_clients_are_told_event_by_event_and_a_wrong_clock_is_corrected() throws Exception {
        try (var server = new TestServer(folder)) {
            String body = """
                    {"created_at":"2026-03-01T14:00:00.000Z","batch":[
                      {"event":"Saw","uuid":"n1","distinct_id":"ada","timestamp":"2026-03-01T13:59:00.000Z","properties":{},
                       "session_id":"s9","options":{"process_person_profile":true}},
                      {"event":"Heard","uuid":"n1","distinct_id":"ada","timestamp":"2026-03-01T13:59:00.000Z","properties":{}},
                      {"event":"Felt","uuid":"n2","distinct_id":"null","timestamp":"2026-03-01T13:59:00.000Z","properties":{}}]}
                    """;
            var answer = server.post("/i/v1/analytics/events", body, "Authorization", "Bearer " + server.writeKey());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .startsWith("{\"results\":{\"n1\":{\"details\":\"Its id was used before")
                    .contains("\"result\":\"warning\"")
                    .contains("\"n2\":{\"details\":\"placeholder_id: ")
                    .contains("\"result\":\"drop\"");
            assertThat(server.rows("SELECT name, time_ms, properties FROM events"))
                    .containsExactly("Saw 1772366340000 {\"$session_id\":\"s9\"}");
            assertThat(server.rows("SELECT kind, count FROM quality ORDER BY kind"))
                    .containsExactly("clock_skewed 1", "conflicting 1", "refused 1", "stored 1");
            var again = server.post("/i/v1/analytics/events", """
                    {"created_at":"2026-03-01T14:00:00.000Z","batch":[
                      {"event":"Saw","uuid":"n1","distinct_id":"ada","timestamp":"2026-03-01T13:59:00.000Z","properties":{},"session_id":"s9"}]}
                    """, "Authorization", "Bearer " + server.writeKey());
            assertThat(again.body()).isEqualTo("{\"results\":{\"n1\":{\"result\":\"ok\"}}}");
            assertThat(server.rows("SELECT count(*) FROM events")).containsExactly("1");
        }
    }

    @Test
    void an_event_may_ask_that_its_time_is_left_alone() throws Exception {
        try (var server = new TestServer(folder)) {
            String event =
                    "{\"event\":\"Saw\",\"uuid\":\"%s\",\"distinct_id\":\"ada\",\"timestamp\":\"2026-03-01T11:00:00Z\",\"options\":{\"disable_skew_correction\":%s}}";
            server.post(
                    "/i/v1/analytics/events",
                    "{\"created_at\":\"2026-03-01T14:00:00.000Z\",\"batch\":[" + event.formatted("n1", "true") + ","
                            + event.formatted("n2", "false") + "]}",
                    "Authorization",
                    "Bearer " + server.writeKey());
            assertThat(server.rows("SELECT message_id, make_timestamp_ms(time_ms)::TEXT FROM events ORDER BY ALL"))
                    .containsExactly("n1 2026-03-01 11:00:00", "n2 2026-03-01 09:00:00");
        }
    }

    @Test
    void what_clients_ask_before_they_send_is_answered_with_nothing_to_do() throws Exception {
        try (var server = new TestServer(folder)) {
            assertThat(server.post("/flags/?v=2", "{\"token\":\"t\"}").body())
                    .contains("\"featureFlags\":{}", "\"flags\":{}");
            assertThat(server.post("/decide/?v=3", "").statusCode()).isEqualTo(200);
            assertThat(server.get("/array/t0/config").body()).contains("\"sessionRecording\":false");
            var script = server.get("/array/t0/config.js");
            assertThat(script.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
            assertThat(script.body()).contains("_POSTHOG_REMOTE_CONFIG", "{\"t0\":{\"config\":{");
        }
    }

    @Test
    void without_a_key_or_with_a_body_that_cannot_be_read_the_answer_says_so() throws Exception {
        try (var server = new TestServer(folder)) {
            var keyless = server.post("/batch/", "{\"api_key\":\"x\",\"batch\":[]}");
            assertThat(keyless.statusCode()).isEqualTo(401);
            assertThat(keyless.body())
                    .isEqualTo(
                            "{\"code\":\"invalid_api_key\",\"detail\":\"This is no write key of this workspace; list them"
                                    + " with: perennial keys list\",\"type\":\"authentication_error\"}");
            assertThat(server.post("/e/", "{\"event\":").statusCode()).isEqualTo(400);
        }
    }
}
