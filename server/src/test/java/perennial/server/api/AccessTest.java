package perennial.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.QuestionKind;
import perennial.server.TestServer;
import perennial.store.access.Scope;

class AccessTest {
    @TempDir
    Path folder;

    @Test
    void every_address_but_those_of_health_answers_nobody_without_a_key_and_with_too_small_a_key() throws Exception {
        try (var server = new TestServer(folder)) {
            String[] write = {"Authorization", "Bearer " + server.writeKey()};
            for (Address address : Addresses.all()) {
                if (address.scope().filter(scope -> scope != Scope.WRITE).isEmpty()) {
                    continue; // takes events, in ways of its own, or is open to all
                }
                String path = address.path().replace("{name}", "x").replace("{id}", "x");
                for (var answer : List.of(
                        server.send(address.method(), path, "X", "X"), server.send(address.method(), path, write))) {
                    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                    assertThat(answer.statusCode()).as(path).isIn(401, 403);
                    assertThat(answer.body())
                            .contains("--scope " + address.scope().orElseThrow());
                }
            }
            assertThat(server.get("/api/v1/nothing").statusCode()).isEqualTo(401);
            assertThat(server.get("/health/live").body()).isEqualTo("{\"status\":\"live\"}");
            assertThat(server.get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");
        }
    }

    @Test
    void what_is_missing_is_said_in_a_sentence() throws Exception {
        try (var server = new TestServer(folder)) {
            var without = server.get("/api/v1/questions");
            assertThat(without.statusCode()).isEqualTo(401);
            assertThat(without.headers().allValues("WWW-Authenticate")).contains("Bearer realm=\"Perennial\"");
            assertThat(without.body()).isEqualTo("""
                            {"detail":"The request has no key; send \\"Authorization: Bearer KEY\\" with one made by: perennial keys create NAME --scope read","status":401,"title":"Unauthorized","type":"about:blank"}
                            """);
            var who = server.get("/api/v1/questions/active-users?who=customers", server.key(Scope.READ));
            assertThat(who.statusCode()).isEqualTo(403);
            assertThat(who.body()).contains("may not see who is behind a number", "--scope people");
            for (QuestionKind kind : Catalogue.all()) {
                String address =
                        "/api/v1/questions/" + kind.name() + "?event=Saw&step=Saw&step=Saw&feature=Saw&after=Saw";
                assertThat(server.get(address, server.key(Scope.READ)).statusCode() == 403)
                        .as(kind.name())
                        .isEqualTo(kind.namesPeople());
            }
            assertThat(server.get("/api/v1/questions/at-risk", server.key(Scope.READ, Scope.PEOPLE))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void what_a_browser_asks_before_it_sends_is_refused_whatever_the_address() throws Exception {
        try (var server = new TestServer(folder)) {
            for (String path : List.of("/api/v1/questions", "/api/v1/sql", "/api/v1/nothing", "/metrics")) {
                for (String method : List.of("GET", "POST", "DELETE")) {
                    var answer = server.send(
                            "options", path, "Origin", "https://a.example", "Access-Control-Request-Method", method);
                    assertThat(answer.statusCode()).as(method + " " + path).isIn(403, 405);
                    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
                }
            }
        }
    }

    @Test
    void a_revoked_key_opens_nothing_and_a_browser_may_send_a_key_as_the_name_of_a_user() throws Exception {
        try (var server = new TestServer(folder)) {
            var made = server.live().keys().make("reader", List.of(Scope.READ));
            String basic = Base64.getEncoder().encodeToString((made.text() + ":").getBytes());
            assertThat(server.get("/api/docs", "Authorization", "Basic " + basic)
                            .statusCode())
                    .isEqualTo(200);
            server.live().keys().revoke(made.key().id());
            var revoked = server.get("/api/docs", "Authorization", "Bearer " + made.text());
            assertThat(revoked.statusCode()).isEqualTo(401);
            assertThat(revoked.body()).contains("no key of this workspace, or it was revoked");
        }
    }
}
