package perennial.server.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.server.people.Visitor;
import perennial.store.access.Role;
import perennial.store.access.Scope;

class QualityPagesTest {
    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void serve() throws Exception {
        server = new TestServer(folder);
        server.session(Role.ADMIN);
        String calls = """
                [{"type":"track","messageId":"m1","userId":"ada","event":"Saw"},
                 {"type":"track","messageId":"m1","userId":"ada","event":"Saw"},
                 {"type":"track","messageId":"m2","anonymousId":"v","event":"Saw","timestamp":"2026-01-01T00:00:00Z"},
                 {"type":"track","messageId":"m3","userId":"<script>alert(1)</script>"}]
                """;
        server.post("/api/v1/events", calls, "Authorization", "Bearer " + server.writeKey());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_numbers_are_those_of_the_api_and_a_sentence_says_them_first() throws Exception {
        String csv =
                server.get("/api/v1/quality?format=csv", server.key(Scope.READ)).body();
        assertThat(csv.lines())
                .containsExactly(
                        "day,source,stored,duplicate,conflicting,erased,refused,late,future,clock_skewed,unlinked",
                        "2026-03-01,web,2,1,0,0,1,1,0,0,1");
        try (var analyst = Visitor.as(server, Role.ANALYST)) {
            assertThat(analyst.get("/data/quality").body())
                    .contains("50.0% of 4 calls from 31 Jan 2026 to 1 Mar 2026 were stored; 1 duplicate, 1 refused.")
                    .containsPattern("<td class=\"when\">1 Mar 2026</td><td class=\"named\">web</td>"
                            + "(<td class=\"number\">[0-9]</td>){9}")
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert");
            assertThat(analyst.get("/data/quality?from=2026-01-01&until=2026-02-01")
                            .body())
                    .contains("No program sent anything from 1 Jan 2026 to 31 Jan 2026.");
        }
    }

    @Test
    void a_viewer_sees_the_numbers_and_no_calls() {
        try (var viewer = Visitor.as(server, Role.VIEWER)) {
            assertThat(viewer.get("/data/quality").body())
                    .contains("50.0% of 4 calls", "They may name people: analysts see them.")
                    .doesNotContain("alert(1)");
        }
    }

    @Test
    void a_range_that_cannot_be_is_told() {
        try (var viewer = Visitor.as(server, Role.VIEWER)) {
            for (String range : new String[] {"from=soon", "until=2026-02-30", "from=2026-03-02&until=2026-03-01"}) {
                assertThat(viewer.get("/data/quality?" + range).statusCode())
                        .as(range)
                        .isEqualTo(400);
            }
            assertThat(viewer.get("/data/quality?from=1000-01-01").statusCode()).isEqualTo(400);
            assertThat(viewer.get("/data/quality?from=soon").body())
                    .contains("from: &#34;soon&#34; is not a date".replace("&#34;", "\""));
        }
    }
}
