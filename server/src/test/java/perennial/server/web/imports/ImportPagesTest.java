package perennial.server.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.store.access.AuditLog;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.access.Scope;

class ImportPagesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String ORDERS = """
            user_id,created,action,plan,amount,notes
            ada,2026-01-05 10:00:00,Order Completed,pro,12.50,
            bo,2026-01-06 11:30:00,Order Completed,free,7,
            cy,2026-13-01,Order Completed,free,5,
            ada,2026-02-09 10:00:00,Signed In,pro,,
            """;

    @TempDir
    static Path folder;

    private static TestServer server;
    private static final Map<Role, String[]> BROWSERS = new EnumMap<>(Role.class);

    @BeforeAll
    static void serve() {
        server = new TestServer(folder);
        for (Role role : Role.values()) {
            BROWSERS.put(role, server.browser(role));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String[] browser(Role role) {
        return BROWSERS.getOrDefault(role, new String[0]);
    }

    private String token(Role role) throws IOException {
        Matcher token = TOKEN.matcher(server.get("/account", browser(role)).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /// Sends a form with a file, as browsers do.
    private HttpResponse<String> upload(String[] browser, String token, String name, byte[] content)
            throws IOException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return server.post(
                "/data/imports?_csrf=" + token,
                body.toByteArray(),
                browser[0],
                browser[1],
                "Content-Type",
                "multipart/form-data; boundary=cut");
    }

    private String uploaded(String name, String content) throws IOException {
        var answer = upload(browser(Role.ADMIN), token(Role.ADMIN), name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String page(String path) throws IOException {
        return server.get(path, browser(Role.ADMIN)).body();
    }

    private HttpResponse<String> post(Role role, String token, String path, String... fields) throws IOException {
        String[] browser = browser(role);
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

    private HttpResponse<String> post(String path, String... fields) throws IOException {
        return post(Role.ADMIN, token(Role.ADMIN), path, fields);
    }

    private static List<String> events(String source) {
        return server.rows("SELECT user_id, name FROM events WHERE source = '" + source + "' ORDER BY time_ms");
    }

    /// Asks until a file is imported, and where that leads.
    private String awaitImport(String upload) throws IOException {
        while (true) {
            var answer = server.get(upload, browser(Role.ADMIN));
            if (answer.statusCode() == 303) {
                return answer.headers().firstValue("Location").orElseThrow();
            }
            assertThat(answer.body()).contains("is being imported");
        }
    }

    /// The files that are kept of an upload.
    private static List<Path> kept(String upload) throws IOException {
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        return kept().stream().filter(file -> file.getParent().endsWith(id)).toList();
    }

    private static List<Path> kept() throws IOException {
        Path uploads = server.live().workspace().directory().resolve("uploads");
        try (Stream<Path> files = Files.exists(uploads) ? Files.walk(uploads) : Stream.empty()) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void a_file_that_waits_is_forgotten_when_somebody_is_erased() throws IOException {
        String upload = uploaded("waiting.csv", ORDERS.replace("ada", "dora"));
        assertThat(kept(upload)).hasSize(1);
        server.post(
                "/v1/track",
                "{\"writeKey\":\"%s\",\"userId\":\"dora\",\"event\":\"Saw\",\"messageId\":\"d1\"}"
                        .formatted(server.writeKey()));
        assertThat(server.delete("/api/v1/customers/dora?confirm=dora", server.key(Scope.ADMIN))
                        .statusCode())
                .isEqualTo(200);
        assertThat(kept(upload)).isEmpty();
        assertThat(server.get(upload, browser(Role.ADMIN)).statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_of_which_nothing_can_be_read_says_so_and_options_are_called_as_the_page_does() throws IOException {
        assertThat(page(uploaded("header.csv", "user_id,timestamp,event\n"))).contains("None of its rows can be read");
        String twice = page(uploaded("twice.csv", "user_id,user_id,time,event\na,b,2026-01-01,Opened\n"));
        assertThat(twice).doesNotContain("--user");
    }

    @Test
    void a_file_is_looked_at_imported_counted_and_taken_back() throws IOException {
        String upload = uploaded("orders.csv", ORDERS);
        assertThat(page(upload))
                .contains("<option value=\"user\" selected>User id", "<option value=\"time\" selected>Time")
                .contains("<b>3</b> are ready and <b>1</b> cannot be read, first in line 4: \"2026-13-01\"")
                .contains("ada", "plan: pro");
        assertThat(events("shop")).isEmpty();

        assertThat(post(upload, "as", "columns", "source", "shop", "c3", "trait")
                        .statusCode())
                .isEqualTo(303);
        String done = awaitImport(upload);
        String run = done.substring(done.lastIndexOf('/') + 1);
        assertThat(events("shop")).containsExactly("ada Order Completed", "bo Order Completed", "ada Signed In");
        assertThat(kept(upload)).isEmpty();
        assertThat(page(done)).contains("<b>3</b> events came from orders.csv", "2026-13-01");
        assertThat(page("/data/imports")).contains(run + " · orders.csv");
        assertThat(page("/")).as("answers count it at once").contains("Active users");

        String csv = server.get(done + "/refused.csv", browser(Role.ADMIN)).body();
        assertThat(csv)
                .startsWith("run,file,line,field,value,reason,message\r\n" + run
                        + ",orders.csv,4,created,2026-13-01,bad_time,");

        assertThat(post(done + "/undo", "confirm", "import " + run + "0").body())
                .contains("Nothing was taken back");
        assertThat(events("shop")).hasSize(3);
        assertThat(post(done + "/undo", "confirm", "import " + run).statusCode())
                .isEqualTo(303);
        assertThat(events("shop")).isEmpty();
        assertThat(page(done)).contains("orders.csv was taken back");
        assertThat(post(done + "/undo", "confirm", "import " + run).body())
                .contains("Import " + run + " is undone already");
        assertThat(server.live().people().audit().before(AuditLog.END, 100))
                .extracting(entry -> entry.by().who() + " " + entry.did() + " " + entry.to())
                .contains(
                        "admin " + Deed.IMPORTED + " orders.csv as import " + run,
                        "admin " + Deed.UNDID_IMPORT + " import " + run);
    }

    @Test
    void choices_that_do_not_make_events_are_told_with_what_is_missing() throws IOException {
        String upload = uploaded("orders.csv", ORDERS);
        assertThat(post(upload + "/preview", "as", "columns", "c0", "nothing").body())
                .contains("Choose the column that says whose events these are");
        assertThat(post(upload + "/preview", "as", "columns", "c1", "property").body())
                .contains("Choose the column that says when the events happened");
        assertThat(post(upload + "/preview", "as", "columns", "c2", "nothing").body())
                .contains("Choose the column that says what happened");
        assertThat(post(upload + "/preview", "as", "columns", "c2", "nothing", "event-name", "Bought")
                        .body())
                .contains("<td class=\"breaks\">Bought</td>");
        var twice = post(upload, "as", "columns", "c5", "time");
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("is chosen for the columns created and notes; choose it for one of them");
        assertThat(post(upload, "as", "mixpanel").body())
                .contains("orders.csv does not look like an export of Mixpanel")
                .doesNotContain(folder.toString());
        assertThat(post(upload, "as", "columns", "c0", "king").statusCode()).isEqualTo(400);
        assertThat(post(upload, "as", "columns", "time-format", "{{{").body()).contains("is no format");
        assertThat(page(upload)).contains("Import the file");
        post(upload + "/discard");
    }

    @Test
    void an_import_that_fails_stores_nothing_says_why_and_can_be_tried_again() throws IOException {
        var rows = new StringBuilder("user,time,event\n");
        for (int i = 0; i < 20; i++) {
            rows.append("ada,someday ").append(i).append(",Saw\n");
        }
        String upload = uploaded("days.csv", rows.toString());
        assertThat(post(upload, "as", "columns", "c1", "time").statusCode()).isEqualTo(303);
        String page = page(upload);
        while (page.contains("is being imported")) {
            page = page(upload);
        }
        assertThat(page)
                .contains("None of the 20 rows has a time that can be read, so nothing was stored", "Import the file")
                .doesNotContain(folder.toString());
        assertThat(page("/data/imports")).contains("not imported: look why");
        assertThat(post(upload + "/discard").statusCode()).isEqualTo(303);
        assertThat(server.get(upload, browser(Role.ADMIN)).statusCode()).isEqualTo(404);
        assertThat(kept(upload)).isEmpty();
    }

    @Test
    void the_export_of_a_tool_is_known_for_what_it_is() throws IOException {
        String upload = uploaded(
                "posthog.ndjson",
                "{\"event\":\"saw\",\"distinct_id\":\"ada\",\"timestamp\":\"2026-01-05T10:00:00Z\",\"uuid\":\"u1\",\"properties\":{}}\n");
        assertThat(page(upload))
                .contains("<option value=\"posthog\" selected>As PostHog writes it", "<b>1</b> are ready");
        assertThat(post(upload, "as", "posthog", "source", "hog").statusCode()).isEqualTo(303);
        awaitImport(upload);
        assertThat(events("hog")).containsExactly("ada saw");
    }

    @Test
    void what_cannot_be_imported_is_told_at_once_and_not_kept() throws IOException {
        String[] admin = browser(Role.ADMIN);
        String token = token(Role.ADMIN);
        List<Path> before = kept();
        assertThat(upload(admin, token, "empty.csv", new byte[0]).body())
                .contains("empty.csv is empty; it should hold at least a header or one row")
                .doesNotContain(folder.toString());
        assertThat(upload(admin, token, "archive.zip", new byte[] {'P', 'K', 3, 4})
                        .body())
                .contains("archive.zip is a zip archive; unpack it");
        assertThat(upload(admin, token, "page.parquet", "PAR1 no more".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(upload(admin, token, "", ORDERS.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("No file was chosen");
        var noForm = server.post("/data/imports?_csrf=" + token, "user,time", admin[0], admin[1]);
        assertThat(noForm.statusCode()).isEqualTo(400);
        assertThat(noForm.body()).contains("This is no form with a file");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void a_file_that_is_too_large_is_not_kept() throws Exception {
        try (var uploads = new Uploads(server.live(), folder.resolve("small"), 10)) {
            assertThatThrownBy(() -> uploads.receive("large.csv", new ByteArrayInputStream(new byte[11])))
                    .hasMessageStartingWith("The file is larger than 10 bytes, so nothing of it was kept.");
            assertThat(uploads.all()).isEmpty();
            assertThat(folder.resolve("small")).isEmptyDirectory();
        }
    }

    @Test
    void a_file_for_which_the_disk_has_no_room_is_not_kept() {
        var full = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("No space left on device"); // as writing it down would
            }
        };
        try (var uploads = new Uploads(server.live(), folder.resolve("full"), 10)) {
            assertThatThrownBy(() -> uploads.receive("a.csv", full))
                    .hasMessage("The disk is full, so nothing of the file was kept. Free some space on the server's"
                            + " machine, then upload it again.");
            assertThat(uploads.all()).isEmpty();
            assertThat(folder.resolve("full")).isEmptyDirectory();
        }
    }

    @Test
    void names_of_files_mean_nothing_to_a_file_system() {
        assertThat(Stream.of(
                        "../../../etc/passwd",
                        "C:\\windows\\a.csv",
                        "...",
                        "/",
                        "<script>alert(1)</script>.csv",
                        "a*?[b]'\"$;.csv",
                        ".htaccess",
                        "a\u0000\n.csv",
                        "x".repeat(300) + ".csv.gz"))
                .extracting(Uploads::plain)
                .containsExactly(
                        "passwd",
                        "a.csv",
                        "upload",
                        "upload",
                        "script_.csv",
                        "a___b_____.csv",
                        "htaccess",
                        "a__.csv",
                        "x".repeat(73) + ".csv.gz");
    }

    @Test
    void names_and_cells_are_text_whatever_they_hold() throws IOException {
        String script = "<script>alert(1)</script>";
        String upload = uploaded("../../" + script + ".csv", """
                user,time,event,%1$s
                %1$s,2026-01-05T10:00:00Z,=cmd(),%1$s
                ada,%1$s,Saw,x
                """.formatted(script));
        assertThat(kept(upload))
                .singleElement()
                .satisfies(file -> assertThat(file.toString()).doesNotContain("<"));
        assertThat(page(upload)).doesNotContain("<script>alert");
        assertThat(post(upload, "as", "columns", "c0", "user", "c1", "time", "c2", "event", "c3", "property")
                        .statusCode())
                .isEqualTo(303);
        String done = awaitImport(upload);
        for (String path : List.of("/data/imports", done)) {
            assertThat(page(path)).doesNotContain("<script>alert");
        }
        assertThat(post(upload, "source", script, "as", script).statusCode()).isBetween(303, 404);
    }

    @Test
    void nobody_but_administrators_and_no_forged_form_brings_or_takes_data() throws IOException {
        String upload = uploaded("orders.csv", ORDERS);
        for (Role role : List.of(Role.VIEWER, Role.ANALYST, Role.MARKETER)) {
            String[] browser = browser(role);
            String token = token(role);
            assertThat(upload(browser, token, "a.csv", ORDERS.getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(403);
            for (String path : List.of("/data/imports", upload, "/data/imports/1", "/data/imports/1/refused.csv")) {
                assertThat(server.get(path, browser).statusCode()).as(path).isEqualTo(403);
            }
            for (String path : List.of(upload, upload + "/preview", upload + "/discard", "/data/imports/1/undo")) {
                assertThat(post(role, token, path, "confirm", "import 1").statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
        }
        String[] admin = browser(Role.ADMIN);
        assertThat(upload(admin, "forged", "a.csv", ORDERS.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(Role.ADMIN, "forged", upload, "as", "columns").statusCode())
                .isEqualTo(403);
        assertThat(kept(upload)).hasSize(1);
    }

    @Test
    void a_file_of_another_server_or_of_nobody_is_not_there() throws IOException {
        for (String path : List.of("nothing", "..%2F..%2Fperennial.duckdb", "%00")) {
            assertThat(server.get("/data/imports/uploads/" + path, browser(Role.ADMIN))
                            .statusCode())
                    .as(path)
                    .isBetween(400, 404);
        }
        for (String run : List.of("7", "uploads", "99999999999", "-1")) {
            assertThat(server.get("/data/imports/" + run, browser(Role.ADMIN)).statusCode())
                    .as(run)
                    .isEqualTo(404);
        }
    }

    @Test
    void what_was_uploaded_before_a_restart_is_gone_and_the_page_says_so(@TempDir Path other) throws IOException {
        Path left = other.resolve("workspace/uploads/abc/orders.csv");
        Files.createDirectories(left.getParent());
        Files.writeString(left, ORDERS); // by a server that was killed
        try (var anew = new TestServer(other)) {
            assertThat(left).doesNotExist();
            var answer = anew.get("/data/imports/uploads/abc", anew.browser(Role.ADMIN));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("An import that was cut off has stored nothing; upload the file again");
        }
    }
}
