package perennial.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.store.access.Scope;

/// What Mixpanel's clients send, as on the wire.
class MixpanelHttpTest {
    @TempDir
    Path folder;

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void events_come_in_the_address_in_forms_and_as_json() throws Exception {
        try (var server = new TestServer(folder)) {
            String key = server.writeKey();
            var single = server.get("/track?ip=0&verbose=0&data="
                    + URLEncoder.encode(
                            base64("{\"event\":\"Saw\",\"properties\":{\"token\":\"%s\",\"distinct_id\":\"ada\"}}"
                                    .formatted(key)),
                            StandardCharsets.UTF_8));
            assertThat(single.statusCode()).isEqualTo(200);
            assertThat(single.body()).isEqualTo("1");
            String batch = """
                    [{"event":"Order Completed","properties":{"token":"%s","distinct_id":"ada","$insert_id":"i1","time":1772366340.25,
                      "revenue":3.5,"company":["acme"],"note":"~~~???>>>"}},
                     {"event":"$mp_web_page_view","properties":{"token":"%s","distinct_id":"$device:d1","$device_id":"d1",
                      "$insert_id":"i2","time":1772366341000,"current_page_title":"Home"}},
                     {"event":"$identify","properties":{"token":"%s","distinct_id":"ada","$user_id":"ada","$device_id":"d1",
                      "$anon_distinct_id":"$device:d1","$insert_id":"i3","time":1772366342}},
                     {"event":"$create_alias","properties":{"token":"%s","distinct_id":"ada","alias":"ada-old","$insert_id":"i4","time":1772366343}},
                     {"properties":{"token":"%s"}}]
                    """.formatted(key, key, key, key, key);
            assertThat(base64(batch)).contains("+");
            var form = server.post(
                    "/track/?verbose=1", "data=" + base64(batch), "Content-Type", "application/x-www-form-urlencoded");
            assertThat(form.body()).isEqualTo("{\"error\":null,\"status\":1}");
            var asked = server.post("/track/", "data=" + base64(batch) + "&verbose=1");
            assertThat(asked.body()).isEqualTo("{\"error\":null,\"status\":1}");
            assertThat(
                            server.rows(
                                    "SELECT visitor_id, user_id, account_id, name, value, time_ms FROM events ORDER BY time_ms"))
                    .containsExactly(
                            "null ada acme Order Completed 3.500000000 1772366340250",
                            "d1 null null Page Viewed null 1772366341000",
                            "null ada null Saw null 1772366400000");
            assertThat(server.rows("SELECT kind, from_id, to_id FROM links ORDER BY seq"))
                    .containsExactly("anonymous d1 ada", "anonymous ada-old ada", "alias ada-old ada");
            assertThat(server.rows("SELECT reason FROM refused_calls")).containsExactly("missing_id", "missing_id");
        }
    }

    @Test
    void imports_are_answered_by_how_they_come() throws Exception {
        try (var server = new TestServer(folder)) {
            String good =
                    "{\"event\":\"Saw\",\"properties\":{\"distinct_id\":\"ada\",\"$insert_id\":\"j%d\",\"time\":1}}"
                            .replace("\"time\":1", "\"time\":1772366340");
            String bad = "{\"event\":\"Saw\",\"properties\":{\"$insert_id\":\"j9\",\"time\":1772366340}}";
            String basic = "Basic " + base64(server.writeKey() + ":");
            var list = server.post(
                    "/import?strict=0",
                    "[" + good.formatted(1) + "," + bad + "]",
                    "Content-Type",
                    "application/json",
                    "Authorization",
                    basic);
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(list.body()).isEqualTo("{\"code\":200,\"num_records_imported\":1,\"status\":\"OK\"}");
            var strict = server.post(
                    "/import?strict=1",
                    TestServer.gzip((good.formatted(2) + "\n{broken\n" + bad + "\n").getBytes(StandardCharsets.UTF_8)),
                    "Content-Type",
                    "application/x-ndjson",
                    "Authorization",
                    basic);
            assertThat(strict.statusCode()).isEqualTo(400);
            assertThat(strict.body())
                    .contains("\"num_records_imported\":1", "\"index\":1", "\"index\":2", "\"insert_id\":\"j9\"")
                    .contains("\"field\":\"properties.distinct_id\"");
            var form = server.post(
                    "/import/?api_key=x",
                    "data="
                            + base64("["
                                    + good.formatted(3)
                                            .replace("{\"dist", "{\"token\":\"" + server.writeKey() + "\",\"dist")
                                    + "]"));
            assertThat(form.body()).isEqualTo("1");
            assertThat(server.rows("SELECT message_id FROM events ORDER BY 1")).containsExactly("j1", "j2", "j3");
            assertThat(server.post("/import", "[" + good.formatted(4) + "]").statusCode())
                    .isEqualTo(401);
            assertThat(server.get("/track?verbose=1&data=%5B%5D").body())
                    .startsWith("{\"error\":\"The request has no write key");
        }
    }

    @Test
    void each_event_comes_with_its_own_key_and_one_without_goes_with_the_others() throws Exception {
        try (var server = new TestServer(folder)) {
            String other = server.live().keys().make("app", Set.of(Scope.WRITE)).text();
            String event =
                    "{\"event\":\"Saw\",\"properties\":{\"token\":\"%s\",\"distinct_id\":\"ada\",\"$insert_id\":\"%s\"}}";
            String list = String.join(
                    ",",
                    "null",
                    "\"junk\"",
                    "{\"event\":\"no token\"}",
                    event.formatted(server.writeKey(), "mine"),
                    event.formatted("WRONG", "wrong"),
                    event.formatted("", "any"),
                    event.formatted(other, "other"));
            assertThat(server.post("/track", "[" + list + "]").body()).isEqualTo("1");
            assertThat(server.rows("SELECT source, message_id FROM events ORDER BY ALL"))
                    .containsExactly("app other", "web any", "web mine");
            assertThat(server.rows("SELECT source, reason FROM refused_calls ORDER BY ALL"))
                    .containsExactly("web bad_json", "web bad_json", "web missing_id", "web no_key");
            assertThat(server.post(
                                    "/engage",
                                    "[null,{\"$token\":\"%s\",\"$distinct_id\":\"ada\",\"$set\":{\"a\":1}}]"
                                            .formatted(server.writeKey()))
                            .body())
                    .isEqualTo("1");
            assertThat(server.rows("SELECT name FROM traits")).containsExactly("a");
            assertThat(server.post("/track", "[" + event.formatted("WRONG", "w") + "]")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void profiles_are_told_by_operations_and_a_transaction_is_an_order() throws Exception {
        try (var server = new TestServer(folder)) {
            String key = server.writeKey();
            String profiles = """
                    [{"$token":"%1$s","$distinct_id":"ada","$set":{"plan":"pro","company":["acme"]}},
                     {"$token":"%1$s","$distinct_id":"ada","$set_once":{"plan":"free","born":"1815"}},
                     {"$token":"%1$s","$distinct_id":"ada","$add":{"visits":2}},
                     {"$token":"%1$s","$distinct_id":"ada","$add":{"visits":-0.5}},
                     {"$token":"%1$s","$distinct_id":"ada","$append":{"tags":"a"}},
                     {"$token":"%1$s","$distinct_id":"ada","$union":{"tags":["a","b"]}},
                     {"$token":"%1$s","$distinct_id":"ada","$unset":["born"]},
                     {"$token":"%1$s","$distinct_id":"ada","$add":{"visits":"many"}},
                     {"$token":"%1$s","$distinct_id":"ada","$time":1772366399,
                      "$append":{"$transactions":{"$amount":9.99,"$time":"2026-03-01T11:00:00.000Z","sku":"x"}}}]
                    """.formatted(key);
            assertThat(server.post("/engage", "data=" + base64(profiles)).body())
                    .isEqualTo("1");
            assertThat(server.post("/groups/", "data=" + base64("""
                            [{"$token":"%s","$group_key":"company","$group_id":"acme","$set":{"size":7}},
                             {"$token":"%s","$group_key":"team","$group_id":"t","$set":{"size":3}}]
                            """.formatted(key, key)))
                            .body())
                    .isEqualTo("1");
            assertThat(server.rows("""
                            SELECT subject, id, name, arg_max(value, seq) FROM traits GROUP BY ALL ORDER BY ALL
                            """))
                    .containsExactly(
                            "account acme size 7",
                            "user ada born null",
                            "user ada company [\"acme\"]",
                            "user ada plan \"pro\"",
                            "user ada tags [\"a\",\"b\"]",
                            "user ada visits 1.5");
            assertThat(server.rows("SELECT user_id, name, value, time_ms, properties FROM events"))
                    .containsExactly("ada Order Completed 9.990000000 1772362800000 {\"$amount\":9.99,\"sku\":\"x\"}");
            assertThat(server.rows("SELECT kind, from_id, to_id FROM links")).containsExactly("account ada acme");
            assertThat(server.rows("SELECT field, reason FROM refused_calls"))
                    .containsExactly("$add.visits bad_number");
            String deletion = "[{\"$token\":\"%s\",\"$distinct_id\":\"ada\",\"$delete\":\"\"}]".formatted(key);
            assertThat(server.get("/engage?data=" + URLEncoder.encode(base64(deletion), StandardCharsets.UTF_8))
                            .body())
                    .isEqualTo("1");
            assertThat(server.rows("""
                            SELECT DISTINCT value FROM (SELECT arg_max(value, seq) AS value FROM traits WHERE id = 'ada' GROUP BY name)
                            """)).containsExactly("null");
        }
    }
}
