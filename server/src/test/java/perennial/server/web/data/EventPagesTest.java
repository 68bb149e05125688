package perennial.server.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.event.Role;
import perennial.server.TestServer;
import perennial.server.people.Visitor;
import perennial.store.access.AuditLog;
import perennial.store.event.EventDefinitions;

class EventPagesTest {
    @TempDir
    Path folder;

    private TestServer server;
    private Visitor admin;
    private Visitor viewer;

    @BeforeEach
    void serve() throws Exception {
        server = new TestServer(folder);
        server.post("/v1/batch", """
                {"writeKey":"%s","batch":[
                  {"type":"track","messageId":"m1","userId":"ada","event":"Saw","properties":{"mail":"ada@example.com","n":1},"timestamp":"2026-02-20T12:00:00Z"},
                  {"type":"track","messageId":"m2","userId":"bob","event":"Saw","timestamp":"2026-02-21T12:00:01Z"},
                  {"type":"track","messageId":"m3","userId":"bob","event":"saw","timestamp":"2026-02-22T12:00:01Z"}]}
                """.formatted(server.writeKey()));
        admin = Visitor.as(server, perennial.store.access.Role.ADMIN);
        viewer = Visitor.as(server, perennial.store.access.Role.VIEWER);
        admin.get(EventPages.HERE);
        viewer.get(EventPages.HERE);
    }

    @AfterEach
    void stop() {
        admin.close();
        viewer.close();
        server.close();
    }

    private EventDefinitions definitions() {
        return new EventDefinitions(server.live().workspace());
    }

    private static void assertGone(HttpResponse<String> answer, String to) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(Visitor.location(answer)).isEqualTo(to);
    }

    @Test
    void names_are_listed_with_their_volumes_and_each_has_a_page_with_its_properties() {
        assertThat(viewer.get(EventPages.HERE).body())
                .contains(
                        "<b>3</b> events that count, under <b>2</b> names.",
                        "In the last 13 weeks 2, at most 2 in a week",
                        "20 Feb 2026, 12:00");
        assertThat(admin.get("/data/events?name=Saw").body())
                .contains("<b>2</b> events of <b>Saw</b>, by 2 people.", "mail", "50.0%", "ada@example.com");
        assertThat(viewer.get("/data/events?name=Saw").body())
                .contains("mail", "analysts see them")
                .doesNotContain("ada@example.com", "Save the description");
        assertThat(viewer.get("/data/events?name=None").statusCode()).isEqualTo(404);
    }

    @Test
    void a_value_that_is_a_property_too_is_counted_once() throws Exception {
        server.post("/v1/track", """
                {"writeKey":"%s","messageId":"p","userId":"ada","event":"Paid","properties":{"value":5,"currency":"EUR"}}
                """.formatted(server.writeKey()));
        assertThat(admin.get("/data/events?name=Paid").body())
                .containsPattern("value</td><td class=\"number\">100.0%</td>")
                .doesNotContain("200.0%");
    }

    @Test
    void what_an_administrator_decides_is_what_the_command_line_would() {
        assertGone(
                admin.post("/data/events/description", "name", "Saw", "description", " a page was seen "),
                "/data/events?name=Saw");
        assertThat(definitions().names().described()).containsEntry("Saw", "a page was seen");
        assertGone(admin.post("/data/events/roles", "name", "Saw", "role", "view"), "/data/events?name=Saw");
        assertThat(definitions().roles("Saw")).containsExactly(Role.VIEW);
        assertGone(admin.post("/data/events/roles", "name", "Saw", "role", ""), "/data/events?name=Saw");
        assertThat(definitions().roles("Saw")).isEmpty();
        assertGone(admin.post("/data/events/hidden", "name", "saw", "hidden", "true"), "/data/events?name=saw");
        assertThat(admin.get(EventPages.HERE).body()).contains("1 hidden").doesNotContain("name=saw\"");
        assertThat(admin.get("/data/events?all=true").body()).contains("name=saw\"");
        assertThat(server.live().people().audit().before(AuditLog.END, 100))
                .filteredOn(entry -> entry.did().toString().equals("changed-event"))
                .extracting(entry -> entry.by().who() + ": " + entry.to())
                .containsExactly(
                        "admin: saw: hidden from lists",
                        "admin: Saw: without a role",
                        "admin: Saw: view",
                        "admin: Saw: described");
    }

    @Test
    void names_are_merged_and_taken_back() {
        assertGone(admin.post("/data/events/name", "name", "saw", "to", "Saw"), "/data/events?name=Saw");
        assertThat(admin.get("/data/events?name=Saw").body())
                .contains("<b>3</b> events of <b>Saw</b>", "Some came as <b>saw</b>");
        assertGone(admin.post("/data/events/name", "name", "Saw", "to", "Seen it"), "/data/events?name=Seen%20it");
        assertThat(admin.get("/data/events?name=Seen%20it").body())
                .as("people are counted by the new name at once")
                .contains("<b>3</b> events of <b>Seen it</b>, by 2 people.");
        assertGone(admin.post("/data/events/name", "name", "Seen it", "to", "Looked"), "/data/events?name=Looked");
        assertGone(admin.post("/data/events/restored", "name", "Looked", "sent", "saw"), "/data/events?name=saw");
        assertThat(admin.get("/data/events?name=saw").body()).contains("<b>1</b> event of <b>saw</b>, by 1 person.");
        assertThat(definitions().names().current("Saw")).isEqualTo("Looked");
    }

    @Test
    void what_cannot_be_decided_is_told_on_the_page() {
        var circle = admin.post("/data/events/name", "name", "Saw", "to", "Saw");
        assertThat(circle.statusCode()).isEqualTo(400);
        assertThat(circle.body()).contains("cannot be called that; give another name", "Save the description");
        assertThat(admin.post("/data/events/roles", "name", "Saw", "role", "hero")
                        .body())
                .contains("is no role; the roles are");
        assertThat(admin.post("/data/events/restored", "name", "Saw", "sent", "Saw")
                        .body())
                .contains("is not renamed");
        assertThat(admin.post("/data/events/hidden", "name", "None", "hidden", "true")
                        .statusCode())
                .isEqualTo(404);
        assertThat(definitions().names().hidden()).isEmpty();
    }

    @Test
    void who_is_no_administrator_decides_nothing_nor_does_a_forged_form() {
        String[] fields = {
            "name", "Saw", "to", "Other", "description", "mine", "hidden", "true", "role", "view", "sent", "Saw"
        };
        for (String what : List.of("description", "hidden", "roles", "name", "restored")) {
            assertThat(viewer.post("/data/events/" + what, fields).statusCode()).isEqualTo(403);
            assertThat(admin.post("/data/events/" + what, "forged", fields, new String[0])
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(definitions().names().described()).isEmpty();
        assertThat(definitions().names().renamed()).isEmpty();
        assertThat(definitions().names().hidden()).isEmpty();
    }

    @Test
    void names_values_and_descriptions_are_text() throws Exception {
        String name = "<script>alert(1)</script>&../'\"";
        server.post("/v1/track", """
                {"writeKey":"%s","messageId":"x","userId":"eve","event":"<script>alert(1)</script>&../'\\"","properties":{"<img src=x>":"<b onload=1>"}}
                """.formatted(server.writeKey()));
        server.live().views().history(perennial.core.question.Unit.VISITOR);
        assertGone(
                admin.post("/data/events/description", "name", name, "description", "<script>alert(2)</script>"),
                EventPages.address(name));
        for (String path : List.of(EventPages.HERE, EventPages.address(name))) {
            assertThat(admin.get(path).body())
                    .contains("&lt;script&gt;alert(1)", "&lt;script&gt;alert(2)")
                    .doesNotContain("<script>alert", "<img src=x>", "<b onload");
        }
    }
}
