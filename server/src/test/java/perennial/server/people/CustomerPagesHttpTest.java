package perennial.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.server.TestServer;
import perennial.store.access.AuditEntry;
import perennial.store.access.AuditLog;
import perennial.store.access.Role;
import perennial.store.access.Scope;
import perennial.store.event.EventDefinitions;

class CustomerPagesHttpTest {
    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new TestServer(folder);
        server.session(Role.ADMIN);
        saw("ada");
        saw("bo");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void saw(String user) throws IOException {
        String call = "{\"writeKey\":\"%s\",\"messageId\":\"%s\",\"userId\":\"%s\",\"event\":\"Saw\"}";
        String id = user.replace("\\", "\\\\").replace("\"", "\\\"");
        assertThat(server.post("/v1/track", call.formatted(server.writeKey(), "m-" + id, id))
                        .statusCode())
                .isEqualTo(200);
    }

    private static Visitor as(Role role) {
        return new Visitor(server)
                .with("perennial-session", server.session(role).text());
    }

    private static String path(String id, String what) {
        return "/customers/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20") + what + "?kind=user";
    }

    private static List<AuditEntry> audit() {
        return server.live().people().audit().before(AuditLog.END, 1000);
    }

    @Test
    void a_viewer_is_told_that_customers_need_the_role_of_an_analyst() {
        try (var viewer = as(Role.VIEWER)) {
            viewer.get("/account");
            for (var answer : List.of(
                    viewer.get("/customers"),
                    viewer.get("/customers?id=ada"),
                    viewer.get(path("ada", "")),
                    viewer.post(path("ada", "/export")))) {
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body())
                        .contains("This needs the role analyst, yours is viewer")
                        .doesNotContain("<b>Saw</b>");
            }
        }
    }

    @Test
    void an_analyst_exports_what_the_api_exports_and_erases_nobody() throws Exception {
        try (var analyst = as(Role.ANALYST)) {
            assertThat(analyst.get(path("ada", "")).body())
                    .contains("<b>Saw</b>")
                    .doesNotContain("Delete for good");
            var refused = analyst.post(path("ada", "/erase"), "confirm", "ada");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("This needs the role admin, yours is analyst");

            assertThat(analyst.post(path("ada", "/export"), "", new String[0], new String[0])
                            .statusCode())
                    .as("a forged form")
                    .isEqualTo(403);
            var export = analyst.post(path("ada", "/export"));
            assertThat(export.body())
                    .isEqualTo(server.get("/api/v1/customers/ada/export", server.key(Scope.PEOPLE))
                            .body());
            assertThat(export.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"customer.ndjson\"");
        }
        assertThat(audit())
                .filteredOn(entry -> entry.did().toString().equals("exported-customer"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.by().who()).isEqualTo("analyst"))
                .allSatisfy(entry -> assertThat(entry.to()).isEmpty());
    }

    @Test
    void events_are_listed_by_what_they_are_called_now() throws Exception {
        String call = """
                {"writeKey":"%s","messageId":"zed","userId":"zoe","event":"Zed Two"}
                """.formatted(server.writeKey());
        assertThat(server.post("/v1/track", call).statusCode()).isEqualTo(200);
        new EventDefinitions(server.live().workspace()).rename("Zed Two", "Zed Done");
        try (var analyst = as(Role.ANALYST)) {
            assertThat(analyst.get(path("zoe", "")).body())
                    .contains("<b>Zed Done</b>")
                    .doesNotContain("Zed Two");
            assertThat(analyst.get(path("zoe", "") + "&event=Zed%20Done").body())
                    .contains("<b>Zed Done</b>")
                    .doesNotContain("No event is named");
            assertThat(analyst.get(path("zoe", "") + "&event=Zed%20Two").body()).contains("No event is named");
        }
        String timeline = "/api/v1/customers/zoe/timeline";
        for (String address : List.of(timeline, timeline + "?event=Zed%20Done")) {
            assertThat(server.get(address, server.key(Scope.PEOPLE)).body())
                    .as(address)
                    .contains("\"event\":\"Zed Done\"")
                    .doesNotContain("Zed Two");
        }
    }

    @Test
    void deleting_needs_the_id_typed_and_the_token_of_the_form_and_names_nobody_in_the_audit_log() {
        try (var admin = as(Role.ADMIN)) {
            assertThat(admin.get(path("bo", "")).body()).contains("Delete for good");
            for (String typed : List.of("", "BO", "ada")) {
                var refused = admin.post(path("bo", "/erase"), "confirm", typed);
                assertThat(refused.statusCode()).isEqualTo(400);
                assertThat(refused.body()).contains("Nothing was deleted: what was typed is not the id. Type bo");
            }
            assertThat(admin.post(path("bo", "/erase"), "", new String[] {"confirm", "bo"}, new String[0])
                            .statusCode())
                    .isEqualTo(403);
            assertThat(admin.post(path("bo", "/erase") + "&confirm=bo").statusCode())
                    .isEqualTo(400);
            assertThat(admin.get(path("bo", "")).statusCode()).isEqualTo(200);

            var done = admin.post(path("bo", "/erase"), "confirm", "bo");
            assertThat(done.statusCode()).isEqualTo(200);
            assertThat(done.body()).contains("Deleted for good: 1 id, 1 event,", "nothing is left");
            assertThat(admin.get(path("bo", "")).statusCode()).isEqualTo(404);
            assertThat(admin.get("/customers?id=bo").body()).contains("Nobody has the id “bo”");
        }
        assertThat(audit()).anyMatch(entry -> entry.did().toString().equals("erased-customer"));
        assertThat(audit()).noneMatch(entry -> entry.to().contains("bo"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b",
                "a\\b",
                "../questions",
                "a%2Fb",
                "a;b=c",
                "https://id.example/u?x=1#y",
                "<script>alert(1)</script>",
                "\"><img src=x>",
                "mü ller+1@example.com"
            })
    void somebody_is_found_shown_exported_and_deleted_whatever_signs_the_id_has(String id) throws Exception {
        saw(id);
        try (var admin = as(Role.ADMIN)) {
            var found = admin.get("/customers?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
            assertThat(found.statusCode()).isEqualTo(303);
            assertThat(Visitor.location(found)).isEqualTo(path(id, ""));
            var shown = admin.get(path(id, ""));
            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(shown.body()).contains("Saw", path(id, "/export")).doesNotContain("<script>alert", "<img src=x");
            assertThat(admin.post(path(id, "/export")).body()).contains("Saw");
            assertThat(admin.post(path(id, "/erase"), "confirm", id).statusCode())
                    .isEqualTo(200);
            assertThat(admin.get(path(id, "")).statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void of_an_id_that_no_browser_can_open_it_is_told(String id) throws Exception {
        saw(id);
        try (var analyst = as(Role.ANALYST)) {
            assertThat(analyst.get("/customers?id=" + id).body()).contains("which no browser can open as an address");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customers/..%2F..%2Fsettings%2Fpeople",
                "/customers%2Fada",
                "/customers/../settings/people",
                "/customers//ada",
                "/customers/ada;a=b",
                "/customers/ada%00",
                "/customers/%2e%2e/settings/people",
                "/customers/ada?kind=cat",
                "/customers/ada?before=x",
                "/customers/ada?who=x"
            })
    void what_is_no_address_of_a_customer_leads_nowhere_else(String address) {
        try (var admin = as(Role.ADMIN)) {
            var answer = admin.get(address);
            assertThat(answer.statusCode()).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("What a role allows", "<b>Saw</b>");
        }
    }
}
