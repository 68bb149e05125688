package perennial.server.web.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.workspace.Settings;
import perennial.server.TestServer;
import perennial.server.people.Visitor;
import perennial.store.access.AuditLog;
import perennial.store.access.Role;
import perennial.store.event.Filters;

class RulePagesTest {
    @TempDir
    Path folder;

    private TestServer server;
    private Visitor admin;
    private Visitor viewer;

    @BeforeEach
    void serve() {
        server = new TestServer(folder);
        admin = Visitor.as(server, Role.ADMIN);
        viewer = Visitor.as(server, Role.VIEWER);
        admin.get("/settings/rules");
        viewer.get("/settings/rules");
    }

    @AfterEach
    void stop() {
        admin.close();
        viewer.close();
        server.close();
    }

    private Settings settings() {
        return server.live().workspace().settings();
    }

    private static String[] workspace(String name, String zone, String currency, String weekStart) {
        return new String[] {"name", name, "zone", zone, "currency", currency, "week-start", weekStart};
    }

    private List<String> audit() {
        return server.live().people().audit().before(AuditLog.END, 100).stream()
                .map(entry -> entry.by().who() + " " + entry.did().words() + " " + entry.to())
                .toList();
    }

    @Test
    void what_is_changed_holds_and_stands_in_the_audit_log() {
        assertThat(admin.post("/settings/rules", workspace("Shop", "Europe/Berlin", "eur", "sunday"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(admin.get("/settings/rules").body())
                .contains("Days begin in <b>Europe/Berlin</b>, weeks on <b>Sunday</b>", "<b>EUR</b>");
        admin.post("/settings/rules", workspace("Shop", "Europe/Berlin", "EUR", "sunday"));
        admin.post("/settings/rules/roles", "role", "life-start", "names", "Plan Bought\r\n\r\n Trial Began \r\n");
        assertThat(settings().names(perennial.core.event.Role.LIFE_START))
                .containsExactly("Plan Bought", "Trial Began");
        assertThat(audit())
                .startsWith(
                        "admin changed the rules: life-start from [Subscription Started] to [Plan Bought, Trial Began]",
                        "admin changed the rules: week start from MONDAY to SUNDAY",
                        "admin changed the rules: currency from USD to EUR",
                        "admin changed the rules: zone from UTC to Europe/Berlin",
                        "admin changed the rules: name from test to Shop");
    }

    @Test
    void a_filter_tells_how_many_events_it_leaves_out_and_goes_again() throws Exception {
        server.post("/v1/batch", """
                {"writeKey":"%s","batch":[
                  {"type":"track","messageId":"m1","userId":"ada","event":"Saw","properties":{"agent":"bot"}},
                  {"type":"track","messageId":"m2","userId":"bob","event":"Saw"}]}
                """.formatted(server.writeKey()));
        assertThat(admin.post("/settings/rules/filters", "name", "bots", "condition", "agent = bot")
                        .statusCode())
                .isEqualTo(303);
        assertThat(admin.get("/settings/rules").body())
                .containsPattern("bots</td><td class=\"expression\">agent = bot</td><td class=\"number\">1</td>");
        assertThat(admin.post("/settings/rules/filters/remove", "name", "bots").statusCode())
                .isEqualTo(303);
        assertThat(admin.get("/settings/rules").body()).contains("There is no filter: every event counts.");
        assertThat(audit()).startsWith("admin removed the filter bots", "admin saved the filter bots");
    }

    @Test
    void what_cannot_be_is_told_and_changes_nothing() {
        for (String[] bad : new String[][] {
            {"", "UTC", "EUR", "monday", "The workspace name is empty"},
            {"x", "Mars/Base", "EUR", "monday", "is no time zone; give a region such as Europe/Berlin, or UTC"},
            {"x", "+02:00", "EUR", "monday", "is a fixed offset, which knows no daylight saving"},
            {"x", "UTC", "EURO", "monday", "is no currency; give a code such as EUR"},
            {"x", "UTC", "EUR", "someday", "is no day of the week; choose one of monday"}
        }) {
            var refused = admin.post("/settings/rules", workspace(bad[0], bad[1], bad[2], bad[3]));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains(bad[4]);
        }
        assertThat(admin.post("/settings/rules/roles", "role", "hero", "names", "x")
                        .body())
                .contains("is no role; the roles are");
        assertThat(admin.post("/settings/rules/roles", "role", "life-end", "names", "Subscription Started")
                        .body())
                .contains("is named as start and as end of a life; it can be one of them");
        var condition = admin.post("/settings/rules/filters", "name", "odd", "condition", "agent ~~ <b>");
        assertThat(condition.statusCode()).isEqualTo(400);
        assertThat(condition.body()).contains("value=\"odd\"", "agent ~~ &lt;b");
        assertThat(admin.post("/settings/rules/filters/remove", "name", "none").body())
                .contains("There is no filter");
        assertThat(settings()).isEqualTo(Settings.standard("test"));
    }

    @Test
    void others_read_the_rules_and_change_none_nor_does_a_forged_form() {
        assertThat(viewer.get("/settings/rules").body())
                .contains("Administrators change rules", "Subscription Started")
                .doesNotContain("Save the filter");
        String[] fields = {
            "name",
            "mine",
            "zone",
            "UTC",
            "currency",
            "EUR",
            "week-start",
            "sunday",
            "role",
            "passive",
            "names",
            "x",
            "condition",
            "a = b"
        };
        for (String path : List.of("", "/roles", "/filters", "/filters/remove")) {
            assertThat(viewer.post("/settings/rules" + path, fields).statusCode())
                    .isEqualTo(403);
            assertThat(admin.post("/settings/rules" + path, "forged", fields, new String[0])
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(settings()).isEqualTo(Settings.standard("test"));
        assertThat(new Filters(server.live().workspace()).all()).isEmpty();
    }

    @Test
    void names_are_text() {
        String script = "<script>alert(1)</script>";
        admin.post("/settings/rules", workspace(script, "UTC", "EUR", "monday"));
        admin.post("/settings/rules/roles", "role", "view", "names", "</textarea>" + script);
        admin.post("/settings/rules/filters", "name", script, "condition", "a = \"" + script + "\"");
        for (Visitor visitor : List.of(admin, viewer)) {
            assertThat(visitor.get("/settings/rules").body())
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert");
        }
    }
}
