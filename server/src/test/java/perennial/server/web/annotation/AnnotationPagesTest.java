package perennial.server.web.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.server.people.Visitor;
import perennial.store.access.AuditLog;
import perennial.store.access.Role;
import perennial.store.annotation.Annotation;

class AnnotationPagesTest {
    private static final String REPORT = "/reports/active-users?every=day";

    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new TestServer(folder);
        server.session(Role.ADMIN);
        for (int day = 1; day < 28; day++) {
            String call =
                    "{\"writeKey\":\"%s\",\"messageId\":\"m%d\",\"userId\":\"ada\",\"event\":\"Saw\",\"timestamp\":\"2026-02-%02dT12:00:00Z\"}";
            server.post("/v1/track", call.formatted(server.writeKey(), day, day));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_note_stands_on_charts_over_its_day_until_it_is_removed() {
        try (var analyst = Visitor.as(server, Role.ANALYST);
                var viewer = Visitor.as(server, Role.VIEWER)) {
            analyst.get(REPORT);
            var added = analyst.post(
                    "/annotations", "day", "2026-02-10", "kind", "release", "text", "Drafts", "then", REPORT);
            assertThat(Visitor.location(added)).isEqualTo(REPORT);
            assertThat(viewer.get(REPORT).body())
                    .contains("<b>A</b> 10 Feb 2026 · release · Drafts", "\"letter\":\"A\"")
                    .doesNotContain("/annotations");
            assertThat(viewer.get(REPORT + "&from=2026-02-11").body()).doesNotContain("Drafts");
            assertThat(viewer.get("/reports/retention").body()).doesNotContain("Drafts");
            Annotation note = server.live().annotations().all().getFirst();
            assertThat(analyst.get(REPORT).body()).contains("/annotations/" + note.id() + "/remove");
            analyst.post("/annotations/" + note.id() + "/remove", "then", REPORT);
            assertThat(viewer.get(REPORT).body()).doesNotContain("Drafts");
        }
        assertThat(server.live().people().audit().before(AuditLog.END, 2))
                .extracting(entry -> entry.did().words() + " " + entry.to())
                .containsExactly(
                        "removed from charts the release of 2026-02-10", "noted on charts the release of 2026-02-10");
    }

    @Test
    void who_may_look_alone_notes_and_removes_nothing_nor_does_a_forged_form() {
        String[] fields = {"day", "2026-02-10", "kind", "release", "text", "Mine"};
        try (var viewer = Visitor.as(server, Role.VIEWER);
                var analyst = Visitor.as(server, Role.ANALYST)) {
            viewer.get("/account");
            assertThat(viewer.post("/annotations", fields).statusCode()).isEqualTo(403);
            assertThat(viewer.post("/annotations/x/remove").statusCode()).isEqualTo(403);
            assertThat(analyst.post("/annotations", "forged", fields, new String[0])
                            .statusCode())
                    .isEqualTo(403);
            assertThat(server.live().annotations().all()).isEmpty();
        }
    }

    @Test
    void a_note_is_text_and_leads_nowhere_else() {
        try (var analyst = Visitor.as(server, Role.ANALYST)) {
            analyst.get(REPORT);
            var added = analyst.post(
                    "/annotations",
                    "day",
                    "2026-02-10",
                    "kind",
                    "other",
                    "text",
                    "</script><script>alert(1)</script>",
                    "then",
                    "//evil.example/");
            assertThat(Visitor.location(added)).isEqualTo("/");
            assertThat(analyst.get(REPORT).body())
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert", "</script><script");
            assertThat(analyst.post("/annotations", "day", "soon", "kind", "other", "text", "x")
                            .body())
                    .contains("soon", "is no date");
            assertThat(analyst.post("/annotations", "day", "2026-02-10", "kind", "feast", "text", "x")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(server.live().annotations().all()).hasSize(1);
        }
    }
}
