package perennial.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.catalogue.Catalogue;
import perennial.server.TestServer;
import perennial.store.access.Scope;

// Live events on 2026-02-27 and 2026-03-01 (ada), 2026-02-27 (bo); the clock stands at noon of 2026-03-01.
class QuestionsHttpTest {
    @TempDir
    Path folder;

    private TestServer server;
    private String[] key = {};

    @BeforeEach
    void send_events() throws Exception {
        server = new TestServer(folder);
        key = server.key(Scope.READ, Scope.PEOPLE, Scope.ADMIN);
        server.post("/v1/batch", """
                {"writeKey":"%s","batch":[
                  {"type":"identify","messageId":"t1","userId":"ada","traits":{"plan":"pro"},"timestamp":"2026-02-26T10:00:00Z"},
                  {"type":"track","messageId":"m1","userId":"ada","event":"Saw","timestamp":"2026-02-27T10:00:00Z"},
                  {"type":"track","messageId":"m2","userId":"bo","event":"Saw","timestamp":"2026-02-27T11:00:00Z"},
                  {"type":"track","messageId":"m3","userId":"ada","event":"Saw","timestamp":"2026-03-01T11:00:00Z"}]}
                """.formatted(server.writeKey()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void an_answer_is_judged_as_of_now_once_events_come_in_live() throws Exception {
        var answer = server.get("/api/v1/questions/active-users?every=day", key);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"Judged as of now, since events come in live.\"",
                        "\"asOf\":\"2026-03-01T12:00:00Z\"",
                        "{\"period\":\"2026-02-27\",\"customers\":2,\"state\":\"complete\"}",
                        "{\"period\":\"2026-02-28\",\"customers\":0,\"state\":\"complete\"}",
                        "{\"period\":\"2026-03-01\",\"customers\":1,\"state\":\"in_progress\"}");
        assertThat(server.get("/api/v1/questions/active-users?as-of=2026-03-01", key)
                        .body())
                .doesNotContain("as of now");
    }

    @Test
    void the_same_answer_is_given_as_csv_and_the_people_behind_a_cell_by_name() throws Exception {
        var csv = server.get("/api/v1/questions/active-users?every=month&format=csv", key);
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.body().lines()).contains("period,customers,state", "2026-02-01,2,complete");
        assertThat(server.get("/api/v1/questions/active-users?every=month&who=period=2026-02-01", key)
                        .body())
                .contains("\"customers\":[{\"kind\":\"user\",\"id\":\"ada\"},{\"kind\":\"user\",\"id\":\"bo\"}]");
    }

    @Test
    void what_cannot_be_asked_is_said_with_its_name() throws Exception {
        var none = server.get("/api/v1/questions/active-user", key);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body())
                .contains("There is no question \\\"active-user\\\". Did you mean \\\"active-users\\\"?");
        var unknown = server.get("/api/v1/questions/active-users?colour=red", key);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body())
                .contains("\"detail\":\"colour: active-users has no such option; it has", "\"option\":\"colour\"");
        var wrong = server.get("/api/v1/questions/active-users?every=fortnight", key);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"option\":\"every\"");
        assertThat(server.get("/api/v1/questions/active-users?format=xml", key).body())
                .contains("format: \\\"xml\\\" is no format; choose json or csv");
        assertThat(server.post("/api/v1/questions/active-users", "", key).statusCode())
                .isEqualTo(405);
        assertThat(server.get("/api/v1/nothing", key).body()).contains("There is nothing at /api/v1/nothing");
    }

    @Test
    void a_kpi_is_asked_by_its_formula() throws Exception {
        assertThat(server.get("/api/v1/questions/kpi?kpi=active-users%20/%202&every=month&unit=user", key)
                        .body())
                .contains("{\"period\":\"2026-02-01\",\"numerator\":2.0,\"denominator\":2.0,\"value\":1.0,");
        assertThat(server.get("/api/v1/kpis", key).body()).isEqualTo("{\"kpis\":[]}\n");
    }

    @Test
    void the_catalogue_lists_every_question_and_openapi_describes_it() throws Exception {
        String list = server.get("/api/v1/questions", key).body();
        String openApi = server.get("/api/docs/openapi.json", key).body();
        assertThat(openApi).startsWith("{\"components\"").contains("\"openapi\":\"3.1.0\"");
        assertThat(server.get("/api/docs", key).body()).contains("GET /api/v1/questions/retention");
        Catalogue.all().forEach(kind -> {
            assertThat(list).contains("\"name\":\"" + kind.name() + "\"");
            assertThat(openApi).contains("\"/api/v1/questions/" + kind.name() + "\"");
        });
    }

    @Test
    void segments_are_saved_shown_and_counted() throws Exception {
        var saved = server.put("/api/v1/segments/pros", "plan = pro", key);
        assertThat(saved.body()).isEqualTo("{\"name\":\"pros\",\"segment\":\"plan = pro\",\"version\":1}\n");
        assertThat(server.get("/api/v1/segments/pros", key).body()).contains("\"plan\"");
        assertThat(server.get("/api/v1/segments", key).body()).contains("{\"name\":\"pros\",\"version\":\"1\"");
        assertThat(server.get("/api/v1/segment-size?segment=pros&format=csv", key)
                        .body()
                        .lines())
                .contains("user,1,2,0.5,complete");
        assertThat(server.get("/api/v1/segments/pro", key).statusCode()).isEqualTo(404);
        assertThat(server.put("/api/v1/segments/bad", "plan ~ pro", key).statusCode())
                .isEqualTo(400);
        assertThat(server.put("/api/v1/segments/x", "plan = pro", server.key(Scope.READ))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void metrics_count_calls_by_source_and_time_questions() throws Exception {
        server.get("/api/v1/questions/active-users", key);
        assertThat(server.get("/metrics", key).body().lines())
                .contains(
                        "perennial_calls_total{fared=\"stored\",source=\"web\"} 4.0",
                        "perennial_waiting_rows 0.0",
                        "perennial_question_seconds_count{question=\"active-users\"} 1")
                .contains("perennial_commit_seconds_count 1", "perennial_commit_seconds_bucket{le=\"+Inf\"} 1")
                .anyMatch(line -> line.startsWith("perennial_commit_seconds_bucket{le=\"0.005\"} "))
                .anyMatch(line -> line.startsWith("perennial_behind_seconds "));
    }
}
