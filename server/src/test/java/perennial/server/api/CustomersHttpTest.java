package perennial.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.store.access.Scope;

class CustomersHttpTest {
    @TempDir
    Path folder;

    private TestServer server;
    private String[] key = {};

    @BeforeEach
    void send_events() throws Exception {
        server = new TestServer(folder);
        key = server.key(Scope.PEOPLE, Scope.ADMIN, Scope.READ, Scope.SQL);
        assertThat(server.post("/v1/batch", """
                        {"writeKey":"%s","batch":[
                          {"type":"track","messageId":"m1","anonymousId":"visitor-7","event":"Saw","timestamp":"2026-02-27T09:00:00Z"},
                          {"type":"identify","messageId":"t1","userId":"ada-lovelace","anonymousId":"visitor-7","traits":{"plan":"free"},"timestamp":"2026-02-27T10:00:00Z"},
                          {"type":"identify","messageId":"t2","userId":"ada-lovelace","traits":{"plan":"pro"},"timestamp":"2026-02-28T10:00:00Z"},
                          {"type":"track","messageId":"m2","userId":"ada-lovelace","event":"Subscription Started","timestamp":"2026-02-28T10:00:00Z"},
                          {"type":"track","messageId":"m3","userId":"bo","event":"Saw","timestamp":"2026-02-28T11:00:00Z"},
                          {"type":"track","messageId":"m4","userId":"ada-lovelace","timestamp":"2026-02-28T12:00:00Z"},
                          {"type":"track","messageId":"m5","anonymousId":"visitor-8","event":"Saw","timestamp":"2026-03-01T11:00:00Z"}]}
                        """.formatted(server.writeKey())).statusCode())
                .isEqualTo(200);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_customer_is_shown_with_ids_traits_their_history_and_lives() throws Exception {
        assertThat(server.get("/api/v1/customers/ada-lovelace", key).body())
                .contains(
                        "\"ids\":[{\"id\":\"ada-lovelace\",\"kind\":\"user\"},{\"id\":\"visitor-7\",\"kind\":\"visitor\"}]",
                        "\"events\":2,\"first\":\"2026-02-27T09:00:00Z\"",
                        "\"traits\":{\"plan\":\"pro\"}",
                        "\"since\":\"2026-02-27T10:00:00Z\",\"source\":\"web\",\"value\":\"free\"",
                        "\"contract\":[{\"end\":null,\"start\":\"2026-02-28T10:00:00Z\"}]",
                        "\"usage\":[{\"end\":null,\"start\":\"2026-02-27T09:00:00Z\"}]");
        var none = server.get("/api/v1/customers/nobody", key);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("Nothing is known of user \\\"nobody\\\"");
    }

    @Test
    void the_timeline_comes_in_pages_the_newest_first() throws Exception {
        String first = server.get("/api/v1/customers/visitor-7/timeline?kind=visitor&limit=1", key)
                .body();
        assertThat(first).contains("\"event\":\"Subscription Started\"").doesNotContain("\"event\":\"Saw\"");
        String next = first.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1").strip();
        assertThat(server.get("/api/v1/customers/visitor-7/timeline?kind=visitor&before=" + next, key)
                        .body())
                .contains("\"event\":\"Saw\"", "\"next\":null")
                .doesNotContain("Subscription Started");
        assertThat(server.get("/api/v1/customers/ada-lovelace/timeline?before=x", key)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_export_is_what_import_reads() throws Exception {
        var export = server.get("/api/v1/customers/ada-lovelace/export", key);
        assertThat(export.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(export.body().lines())
                .hasSize(5)
                .anyMatch(line ->
                        line.contains("\"type\":\"identify\"") && line.contains("\"anonymousId\":\"visitor-7\""))
                .anyMatch(line ->
                        line.contains("\"type\":\"track\"") && line.contains("\"event\":\"Subscription Started\""));
    }

    @Test
    void erasing_takes_somebody_away_with_proof_while_questions_are_asked_and_events_come_in() throws Exception {
        assertThat(server.delete("/api/v1/customers/ada-lovelace", key).body())
                .contains("\"option\":\"confirm\"", "repeat the id here if that is meant");
        server.post("/api/v1/sql", "SELECT count(*) FROM events", key);
        var beside = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> busy(i)))
                .toList();
        var erased = server.delete("/api/v1/customers/ada-lovelace?confirm=ada-lovelace", key);
        assertThat(erased.body())
                .contains("\"events\":2,", "\"links\":1,", "\"traits\":2")
                .containsPattern("\"proof\":\\{\"files\":\\d+,\"found\":\\{},\"texts\":\\d+}");
        beside.forEach(each -> assertThat(each.join()).isEqualTo(200));
        assertThat(server.get("/api/v1/customers/ada-lovelace", key).statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/v1/quality/refused", key).body()).doesNotContain("ada-lovelace");
        assertThat(server.rows("SELECT count(*) FROM events WHERE name = 'Beside'"))
                .containsExactly("10");
        assertThat(server.get("/api/v1/questions/active-users?every=year&who=period=2026-01-01", key)
                        .body())
                .contains("{\"kind\":\"user\",\"id\":\"bo\"}")
                .doesNotContain("ada-lovelace");
    }

    private int busy(int i) {
        try {
            return i % 2 == 0
                    ? server.get("/api/v1/questions/active-users", key).statusCode()
                    : server.post(
                                    "/v1/track",
                                    "{\"writeKey\":\"%s\",\"messageId\":\"b%d\",\"userId\":\"user-%d\",\"event\":\"Beside\"}"
                                            .formatted(server.writeKey(), i, i))
                            .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void somebody_is_shown_exported_and_erased_whatever_signs_the_id_has() throws Exception {
        for (String[] each : new String[][] {
            {"a/b", "a%2Fb"},
            {"a\\b", "a%5Cb"},
            {"../questions", "..%2fquestions"},
            {"a%2Fb", "a%252Fb"},
            {"a;b=c", "a%3Bb=c"},
            {"..", "%2E%2E"}
        }) {
            String id = each[0];
            String shown = "\"" + id.replace("\\", "\\\\") + "\"";
            String address = "/api/v1/customers/" + each[1];
            String call = "{\"writeKey\":\"%s\",\"messageId\":\"of %s\",\"userId\":%s,\"event\":\"Saw\"}";
            assertThat(server.post("/v1/track", call.formatted(server.writeKey(), each[1], shown))
                            .statusCode())
                    .as(id)
                    .isEqualTo(200);
            assertThat(server.get(address, key).body()).as(id).contains("\"id\":" + shown + ",\"ids\"");
            assertThat(server.get(address + "/timeline", key).body()).as(id).contains("\"userId\":" + shown);
            assertThat(server.get(address + "/export", key).body()).as(id).contains("\"userId\":" + shown);
            assertThat(server.delete(address + "?confirm=" + each[1], key).body())
                    .as(id)
                    .contains("\"events\":1,");
            assertThat(server.get(address, key).statusCode()).as(id).isEqualTo(404);
        }
    }

    @Test
    void a_slash_in_a_name_parts_no_path_and_opens_nothing() throws Exception {
        for (String path : List.of(
                "/api%2Fv1/questions",
                "/api/v1%2Fquestions",
                "/health%2Flive",
                "/health%5Clive",
                "/%2e%2e%2Fapi/v1/questions",
                "/api/docs%2f..%2fv1%2fquestions",
                "/api/v1/customers%2Fbo",
                "/api/v1/customers/..%2F..%2Fquestions",
                "/api/v1/events/..%2Fquestions",
                "/api/v1/customers/../../../metrics")) {
            for (String[] with : List.of(new String[] {"X", "X"}, key)) {
                var answer = server.get(path, with);
                assertThat(answer.statusCode()).as(path).isIn(400, 401, 404);
                assertThat(answer.headers().firstValue("Content-Type")).as(path).hasValue("application/problem+json");
            }
        }
    }

    @Test
    void quality_is_counted_by_source_and_day_and_refused_calls_are_kept_to_look_at() throws Exception {
        assertThat(server.get("/api/v1/quality?format=csv", key).body().lines())
                .containsExactly(
                        "day,source,stored,duplicate,conflicting,erased,refused,late,future,clock_skewed,unlinked",
                        "2026-03-01,web,6,0,0,0,1,5,0,0,1");
        assertThat(server.get("/api/v1/quality/refused", key).body())
                .contains("\"reason\":\"missing_event\"", "\\\"messageId\\\":\\\"m4\\\"");
        assertThat(server.get("/api/v1/quality?from=yesterday", key).body())
                .contains("from: \\\"yesterday\\\" is not a date; write one such as 2026-03-01");
    }
}
