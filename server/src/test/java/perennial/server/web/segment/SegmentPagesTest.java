package perennial.server.web.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.segment.Segment;
import perennial.server.TestServer;
import perennial.store.access.AuditLog;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.segment.StoredSegments;

class SegmentPagesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void serve() throws Exception {
        server = new TestServer(folder);
        server.post("/v1/batch", """
                {"writeKey":"%s","batch":[
                  {"type":"identify","messageId":"m1","userId":"ada","traits":{"plan":"pro"},"timestamp":"2026-02-01T12:00:00Z"},
                  {"type":"track","messageId":"m2","userId":"ada","event":"Saw","timestamp":"2026-02-01T12:00:01Z"},
                  {"type":"track","messageId":"m3","userId":"bob","event":"Saw","timestamp":"2026-02-02T12:00:01Z"}]}
                """.formatted(server.writeKey()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> post(Role role, String path, String... fields) throws Exception {
        String[] browser = server.browser(role);
        Matcher token = TOKEN.matcher(server.get("/segments/new", browser).body());
        assertThat(token.find()).isTrue();
        return post(browser, token.group(1), path, fields);
    }

    private HttpResponse<String> post(String[] browser, String token, String path, String... fields) throws Exception {
        var body = new StringBuilder("_csrf=" + token);
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return server.post(
                path, body.toString(), browser[0], browser[1], "Content-Type", "application/x-www-form-urlencoded");
    }

    private List<String> names() {
        return new StoredSegments(server.live().workspace()).names();
    }

    @Test
    void who_may_see_alone_counts_but_neither_saves_nor_deletes_nor_sees_people() throws Exception {
        server.live().answers().saveSegment("pro", Segment.parse("plan = pro"));
        for (Role role : List.of(Role.VIEWER, Role.ANALYST)) {
            assertThat(post(role, "/segments", "name", "mine", "segment", "plan = pro")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(post(role, "/segments/delete", "name", "pro").statusCode())
                    .isEqualTo(403);
        }
        assertThat(names()).containsExactly("pro");
        var counted = post(Role.VIEWER, "/segments/count", "segment", "plan = pro");
        assertThat(counted.statusCode()).isEqualTo(200);
        assertThat(counted.body()).contains("<b>1</b> of 2 customers").doesNotContain("ada", "Save segment");
        assertThat(post(Role.ANALYST, "/segments/count", "segment", "plan = pro")
                        .body())
                .contains("ada");
        assertThat(server.get("/segments/members.csv?segment=pro", server.browser(Role.VIEWER))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_form_that_is_not_ours_saves_deletes_and_counts_nothing() throws Exception {
        server.live().answers().saveSegment("pro", Segment.parse("plan = pro"));
        String[] admin = server.browser(Role.ADMIN);
        for (String path : List.of("/segments", "/segments/delete", "/segments/count", "/segments/rows")) {
            assertThat(post(admin, "forged", path, "name", "pro", "segment", "plan = free")
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(new StoredSegments(server.live().workspace()).versions("pro"))
                .hasSize(1);
    }

    @Test
    void saving_deleting_and_exporting_stand_in_the_audit_log() throws Exception {
        var saved = post(Role.MARKETER, "/segments", "name", "pro", "segment", "plan = pro\nand\ndid Saw");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location")).hasValue("/segments/pro");
        var members = server.get("/segments/members.csv?segment=pro", server.browser(Role.ANALYST));
        assertThat(members.body()).isEqualTo("kind,id\r\nuser,ada\r\n");
        assertThat(post(Role.MARKETER, "/segments/delete", "name", "pro").statusCode())
                .isEqualTo(303);
        assertThat(server.live().people().audit().before(AuditLog.END, 100))
                .extracting(entry -> entry.by().who() + " " + entry.did() + " " + entry.to())
                .contains(
                        "marketer " + Deed.SAVED_SEGMENT + " pro",
                        "analyst " + Deed.EXPORTED_SEGMENT + " pro",
                        "marketer " + Deed.DELETED_SEGMENT + " pro");
    }

    @Test
    void what_cannot_be_saved_or_deleted_is_said_on_the_page_that_was_sent() throws Exception {
        var builtIn = post(Role.MARKETER, "/segments", "name", "Champions", "segment", "plan = pro");
        assertThat(builtIn.statusCode()).isEqualTo(400);
        assertThat(builtIn.body()).contains("is a built-in segment, which stays as it is", "plan = pro</textarea>");
        var none = post(Role.MARKETER, "/segments", "name", "none", "segment", "segment nobody");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("There is no segment \"nobody\"; those there are");
        server.live().answers().saveSegment("pro", Segment.parse("plan = pro"));
        server.live().answers().saveSegment("rest", Segment.parse("not segment pro"));
        var used = post(Role.MARKETER, "/segments/delete", "name", "pro");
        assertThat(used.statusCode()).isEqualTo(400);
        assertThat(used.body()).contains("is part of rest");
        assertThat(server.get("/segments/nobody", server.browser(Role.VIEWER)).statusCode())
                .isEqualTo(404);
        assertThat(names()).containsExactly("pro", "rest");
    }

    @Test
    void rows_become_the_address_of_a_segment_that_is_not_saved() throws Exception {
        var sent = post(
                Role.VIEWER,
                "/segments/rows",
                "p.join",
                "all",
                "p.0.kind",
                "trait",
                "p.0.trait",
                "plan",
                "p.0.was",
                "plan",
                "p.0.value",
                "<script>alert(1)</script>",
                "name",
                "a/b",
                "do",
                "add p");
        assertThat(sent.statusCode()).isEqualTo(303);
        String address = sent.headers().firstValue("Location").orElseThrow();
        assertThat(address).startsWith("/segments/new?name=a%2Fb&segment=plan%20%3D%20%22%3Cscript");
        var shown = server.get(address, server.browser(Role.VIEWER));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains(
                        "name=\"p.0.value\" value=\"&lt;script>alert(1)&lt;/script>\"",
                        "name=\"p.1.kind\"",
                        "Not saved yet")
                .doesNotContain("<script>alert");
        assertThat(names()).isEmpty();
    }

    @Test
    void rows_that_cannot_be_read_leave_the_segment_as_it_was_and_say_why() throws Exception {
        var sent = post(
                Role.VIEWER,
                "/segments/rows",
                "segment",
                "inactive for 7 days",
                "p.join",
                "all",
                "p.0.kind",
                "inactive",
                "p.0.days",
                "-3");
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body())
                .contains("takes a whole number from 1 to 999999999, was \"-3\"", "inactive for 7 days</textarea>");
    }

    @Test
    void a_segment_too_long_for_an_address_is_shown_without_one() throws Exception {
        var sent = post(
                Role.VIEWER,
                "/segments/rows",
                "p.join",
                "all",
                "p.0.kind",
                "text",
                "p.0.text",
                "plan = \"" + "ö".repeat(3_000) + "\"");
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body()).contains("<b>0</b> of 2 customers");
    }

    @Test
    void text_that_cannot_be_read_has_no_rows_and_one_that_names_nobody_has() throws Exception {
        String[] viewer = server.browser(Role.VIEWER);
        assertThat(server.get("/segments/new?segment=rfm+x", viewer).body())
                .contains("so there are no rows of it")
                .doesNotContain("p.0.kind");
        assertThat(server.get("/segments/new?segment=segment+nobody", viewer).body())
                .contains("There is no segment", "p.0.segment");
    }
}
