package perennial.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.server.campaign.Lapsed;
import perennial.store.access.Scope;

/// A campaign of a hundred customers from its plan to its result, as a program goes through it.
class CampaignsHttpTest {
    private static final Clock NOON = Clock.fixed(TestServer.NOON, ZoneOffset.UTC);
    private static final String ONE = "/api/v1/campaigns/spring";

    @TempDir
    static Path folder;

    private static TestServer server;
    private static String[] read;
    private static String[] admin;

    @BeforeAll
    static void start() {
        Lapsed.make(folder.resolve("workspace"), 100, NOON);
        server = TestServer.on(folder.resolve("workspace"), NOON);
        read = server.key(Scope.READ);
        admin = server.key(Scope.ADMIN);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String plan() {
        return Lapsed.plan().replace("\"crm\"", "\"csv\"");
    }

    private static HttpResponse<String> post(String what, String body) throws Exception {
        return server.post(ONE + what, body, admin);
    }

    @Test
    void a_campaign_goes_from_its_plan_to_its_result() throws Exception {
        var nothing = server.get(ONE, read);
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body()).contains("There is no campaign");
        var bad = server.put(ONE, plan().replace("\"holdout\":0.2", "\"holdout\":2"), admin);
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("The share held out lies between 0 and 1, was 2.0");
        var other = server.put(ONE, plan().replace("spring", "autumn"), admin);
        assertThat(other.statusCode()).isEqualTo(400);
        var saved = server.put(ONE, plan(), admin);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(saved.body()).contains("\"version\":1", "\"verdict\":{", "\"audience\":100");
        assertThat(server.get(ONE, read).body()).contains("\"stage\":\"draft\"", "\"verdict\":{");

        assertThat(post("/pause", "").statusCode()).isEqualTo(400);
        assertThat(post("/launch", "").body()).contains("\"stage\":\"running\"", "\"holds\":true", "\"audience\":100,");
        assertThat(post("/launch", "").statusCode()).isEqualTo(400);
        assertThat(post("/pause", "").body()).contains("\"stage\":\"paused\"");
        assertThat(post("/resume", "").body()).contains("\"stage\":\"running\"");

        assertThat(server.get(ONE + "/decisions", read).statusCode()).isEqualTo(403);
        List<String> decisions = server.get(ONE + "/decisions?format=csv", server.key(Scope.PEOPLE))
                .body()
                .lines()
                .toList();
        assertThat(decisions).hasSize(101);
        assertThat(post("/messages", "").statusCode()).isEqualTo(403);
        var messages = server.post(ONE + "/messages", "", server.key(Scope.ADMIN, Scope.PEOPLE));
        assertThat(messages.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        List<String> lines = messages.body().lines().toList();
        assertThat(server.get(ONE, read).body()).contains("\"sent\":" + (lines.size() - 1) + ",");
        assertThat(lines.getFirst()).endsWith(",trait:plan");

        String decision = lines.get(1).split(",")[2];
        var replies = post(
                "/replies", "[{\"decision\":\"%s\",\"reply\":\"opened\"},{\"decision\":\"x\"}]".formatted(decision));
        assertThat(replies.body()).contains("\"taken\":1", "\"known\":0", "\"place\":2");
        assertThat(post("/replies", "decision,reply\n" + decision + ",opened\n").body())
                .contains("\"known\":1");
        assertThat(server.get(ONE, read).body())
                .contains(
                        "\"replies\":{\"letter\":{\"bounced\":0,\"clicked\":0,\"delivered\":0,\"opened\":1,\"unsubscribed\":0}}");
        for (String unreadable : List.of("[", "{}", "a,b\n1,2", "[7]", "decision,reply\n\"", "\0")) {
            assertThat(post("/replies", unreadable).statusCode()).as(unreadable).isIn(200, 400);
        }
        var result = server.get(ONE + "/result", read);
        assertThat(result.statusCode()).as(result.body()).isEqualTo(200);
        assertThat(result.body())
                .contains("\"sentence\":\"", "\"split\":{\"finding\":\"sound\"")
                .doesNotContain("\"c1\"");
        assertThat(server.get("/api/v1/campaigns?format=csv", read).body()).contains("spring,1,running");
        assertThat(post("/stop", "").body()).contains("\"stage\":\"stopped\"", "\"pending\":0");
    }
}
