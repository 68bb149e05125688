package perennial.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
    void the_short_addresses_of_the_client_for_browsers_are_those_of_the_long_names() throws Exception {
        try (var server = new TestServer(folder)) {
            String call = "{\"writeKey\":\"" + server.writeKey()
                    + "\",\"userId\":\"u\",\"timestamp\":\"2026-03-01T11:59:00Z\",";
            for (String rest : List.of(
                    "i {\"messageId\":\"m1\",\"anonymousId\":\"v\",\"traits\":{\"plan\":\"pro\"}}",
                    "t {\"messageId\":\"m2\",\"event\":\"Saw\"}",
                    "p {\"messageId\":\"m3\",\"name\":\"Home\"}",
                    "s {\"messageId\":\"m4\",\"name\":\"Basket\"}",
                    "g {\"messageId\":\"m5\",\"groupId\":\"acme\",\"traits\":{\"size\":3}}",
                    "a {\"messageId\":\"m6\",\"previousId\":\"former\"}")) {
                var answer = server.post(
                        "/v1/" + rest.charAt(0),
                        call + rest.substring(3),
                        "Content-Type",
                        "text/plain",
                        "Origin",
                        "https://a.example");
                assertThat(answer.statusCode()).as(rest).isEqualTo(200);
                assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                        .hasValue("https://a.example");
            }
            for (String path : List.of("/v1/b", "/v1/batch/")) {
                String batch =
                        "{\"writeKey\":\"" + server.writeKey() + "\",\"batch\":[{\"type\":\"track\",\"messageId\":\""
                                + path + "\",\"userId\":\"u\",\"event\":\"Batched\"}]}";
                assertThat(server.post(path, batch).statusCode()).as(path).isEqualTo(200);
            }
            assertThat(server.rows("SELECT message_id, name FROM events ORDER BY seq"))
                    .containsExactly(
                            "m2 Saw", "m3 Page Viewed", "m4 Screen Viewed", "/v1/b Batched", "/v1/batch/ Batched");
            assertThat(server.rows("SELECT name, value FROM traits ORDER BY name"))
                    .containsExactly("plan \"pro\"", "size 3");
            assertThat(server.rows("SELECT kind, from_id, to_id FROM links ORDER BY ALL"))
                    .contains("anonymous v u")
                    .anyMatch(link -> link.contains("former"));
        }
    }

    @Test
    void a_mark_before_the_body_is_none_of_it_and_a_year_beyond_all_corrects_no_clock() throws Exception {
        try (var server = new TestServer(folder)) {
            var answer = server.post("/v1/batch", """
                    \uFEFF{"writeKey":"%s","sentAt":"+999999999-12-31T23:59:59Z","batch":[
                      {"type":"track","messageId":"m1","userId":"u","event":"Saw","timestamp":"2026-03-01T11:59:00Z"}]}
                    """.formatted(server.writeKey()));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(server.rows("SELECT message_id, time_ms FROM events")).containsExactly("m1 1772366340000");
        }
    }

    @Test
    void times_that_cannot_be_are_stored_as_the_nearest_and_counted_as_late_or_future() throws Exception {
        try (var server = new TestServer(folder)) {
            String call =
                    "{\"type\":\"track\",\"messageId\":\"%s\",\"userId\":\"u\",\"event\":\"Saw\",\"timestamp\":\"%s\"}";
            String calls = String.join(
                    "\n",
                    call.formatted("old", "1960-01-01T00:00:00Z"),
                    call.formatted("far", "9999-12-31T23:59:59Z"),
                    call.formatted("none", "soon"),
                    call.formatted("odd", "2026-03-01T12:00:00Z").replace("track", "trick"));
            var answer = server.post("/api/v1/events?key=" + server.writeKey(), calls);
            assertThat(server.rows("SELECT message_id, make_timestamp_ms(time_ms)::TEXT FROM events ORDER BY time_ms"))
                    .containsExactly("old 1970-01-01 00:00:00", "far 2106-02-07 06:28:15.999");
            assertThat(server.rows("SELECT kind, count FROM quality ORDER BY kind"))
                    .containsExactly("future 1", "late 1", "refused 2", "stored 2");
            assertThat(answer.body())
                    .contains(
                            "\\\"soon\\\" is no time; expected e.g. 2026-03-01T09:00:00Z\"",
                            "expected track, page, screen, identify, group or alias\"")
                    .doesNotContain("--");
        }
    }

    @Test
    void calls_that_are_refused_are_kept_without_the_key() throws Exception {
        try (var server = new TestServer(folder)) {
            String key = server.writeKey();
            server.post("/v1/track", "{\"writeKey\":\"%s\",\"userId\":\"u\"}".formatted(key));
            server.post("/capture/", "{\"api_key\":\"%s\",\"event\":\"Saw\"}".formatted(key));
            server.post("/engage", "[{\"$token\":\"%s\",\"$set\":{\"a\":1}},\"%s\"]".formatted(key, key));
            server.post("/v1/track", "{\"writeKey\":\"%s\",\"userId\":\"u\",\"event\":[\"a %s\"]}".formatted(key, key));
            assertThat(server.rows("SELECT reason FROM refused_calls")).hasSize(5);
            assertThat(server.rows("FROM refused_calls"))
                    .noneMatch(row -> row.contains(key))
                    .anyMatch(row -> row.contains("{\"$set\":{\"a\":1},\"$token\":\"(key)\"}"));
        }
    }

    @Test
    void a_call_that_is_no_json_costs_itself_alone() throws Exception {
        try (var server = new TestServer(folder)) {
            String call =
                    "{\"type\":\"track\",\"messageId\":\"%s\",\"userId\":\"u\",\"event\":\"Saw\",\"properties\":{\"p\":%s}}";
            var answer = server.post(
                    "/v1/batch",
                    "{\"writeKey\":\"" + server.writeKey() + "\",\"batch\":["
                            + String.join(
                                    ",",
                                    call.formatted("digits", "1".repeat(1_001)),
                                    call.formatted("deep", "[".repeat(1_001) + "]".repeat(1_001)),
                                    call.formatted("nan", "NaN"),
                                    call.formatted("good", "1"))
                            + "]}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(server.rows("SELECT message_id FROM events")).containsExactly("good");
            assertThat(server.rows("SELECT reason, count(*) FROM refused_calls GROUP BY ALL"))
                    .containsExactly("bad_json 3");
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
