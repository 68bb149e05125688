package perennial.server.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.server.people.Visitor;
import perennial.store.access.AuditLog;
import perennial.store.access.Key;
import perennial.store.access.Role;
import perennial.store.access.Scope;

class SourcePagesTest {
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Za-z0-9]{40})<");

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(folder);
        server.session(Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<String> names() {
        return server.live().keys().all().stream().map(Key::name).toList();
    }

    private static String id(String name) {
        return server.live().keys().all().stream()
                .filter(key -> key.name().equals(name))
                .map(Key::id)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> audit() {
        return server.live().people().audit().before(AuditLog.END, 1000).stream()
                .map(entry -> entry.by().who() + " " + entry.did() + " " + entry.to())
                .toList();
    }

    /// Makes a key on the page.
    ///
    /// @return the page that shows it
    private static String made(Visitor admin, String name, String scope) {
        admin.get(SourcePages.HERE);
        var made = admin.post(SourcePages.HERE, "name", name, "scope", scope);
        assertThat(made.statusCode()).isEqualTo(200);
        return made.body();
    }

    private static String secret(String page) {
        Matcher matcher = SECRET.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void a_key_is_shown_once_with_lines_to_paste_and_the_page_tells_the_first_event() throws Exception {
        try (var admin = Visitor.as(server, Role.ADMIN)) {
            String page = made(admin, "shop", "write");
            String secret = secret(page);
            assertThat(page).contains("Waiting for the first event of this key.", "every 2s");
            String later = admin.get("/data/sources/" + id("shop")).body();
            assertThat(later).contains("Waiting for the first event").doesNotContain(secret);

            String line = Snippet.CURL.with(server.address(""), secret).text();
            assertThat(page.replace("&#34;", "\"").replace("&quot;", "\"").replace("&gt;", ">"))
                    .contains(line.lines().findFirst().orElseThrow());
            Matcher curl = Pattern.compile("Bearer (\\w+)\" (\\S+) -d '(.*)'\\s*", Pattern.DOTALL)
                    .matcher(line);
            assertThat(curl.find()).isTrue();
            var answer = server.post(
                    URI.create(curl.group(2)).getPath(), curl.group(3), "Authorization", "Bearer " + curl.group(1));
            assertThat(answer.body()).contains("\"result\":\"ok\"");

            assertThat(admin.get("/data/sources/" + id("shop")).body())
                    .contains("The first event, “Order Completed”, came on 1 Mar 2026, 12:00; by now there are 1.")
                    .doesNotContain("every 2s");
            assertThat(admin.get(SourcePages.HERE).body())
                    .contains("In the last 30 days 1, at most 1 in a day")
                    .doesNotContain(secret);
        }
        assertThat(audit()).anyMatch(line -> line.startsWith("admin made-key ") && line.endsWith("(shop)"));
    }

    @Test
    void what_cannot_be_stored_is_told_while_waiting_to_who_may_see_people() throws Exception {
        try (var admin = Visitor.as(server, Role.ADMIN);
                var viewer = Visitor.as(server, Role.VIEWER)) {
            String secret = secret(made(admin, "faulty", "write"));
            server.post("/api/v1/events", "[{\"type\":\"track\"}]", "Authorization", "Bearer " + secret);
            String path = "/data/sources/" + id("faulty");
            assertThat(admin.get(path).body())
                    .contains("The newest call that could not be stored", "Waiting for the first event");
            assertThat(viewer.get(path).body()).doesNotContain("could not be stored");
        }
    }

    @Test
    void a_key_is_revoked_after_its_name_was_typed() throws Exception {
        try (var admin = Visitor.as(server, Role.ADMIN)) {
            String secret = secret(made(admin, "old", "write"));
            String path = "/data/sources/" + id("old");
            var refused = admin.post(path + "/revoke", "confirm", "OLD");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("The key still holds: what was typed is not its name. Type old");
            assertThat(admin.post(path + "/revoke", "confirm", "old").statusCode())
                    .isEqualTo(303);
            assertThat(server.post("/api/v1/events", "[]", "Authorization", "Bearer " + secret)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(admin.get(path).body())
                    .contains("opens nothing any more")
                    .doesNotContain("Revoke the key", "Waiting");
            var again = admin.post(path + "/revoke", "confirm", "old");
            assertThat(again.statusCode()).isEqualTo(400);
            assertThat(again.body()).contains("This key was revoked before; nothing was changed.");
        }
        assertThat(audit()).anyMatch(line -> line.startsWith("admin revoked-key ") && line.endsWith("(old)"));
    }

    @Test
    void who_is_no_administrator_makes_and_revokes_no_key_nor_does_a_forged_form() {
        String id = server.live().keys().make("kept", Set.of(Scope.WRITE)).key().id();
        for (Role role : List.of(Role.VIEWER, Role.ANALYST, Role.MARKETER)) {
            try (var visitor = Visitor.as(server, role)) {
                assertThat(visitor.get(SourcePages.HERE).body())
                        .contains("kept")
                        .doesNotContain("Make the key");
                assertThat(visitor.get("/data/sources/" + id).body()).doesNotContain("Revoke the key");
                assertThat(visitor.post(SourcePages.HERE, "name", "mine", "scope", "admin")
                                .statusCode())
                        .isEqualTo(403);
                assertThat(visitor.post("/data/sources/" + id + "/revoke", "confirm", "kept")
                                .statusCode())
                        .isEqualTo(403);
            }
        }
        try (var admin = Visitor.as(server, Role.ADMIN);
                var nobody = new Visitor(server)) {
            String[] fields = {"name", "mine", "scope", "admin", "confirm", "kept"};
            for (String path : List.of(SourcePages.HERE, "/data/sources/" + id + "/revoke")) {
                assertThat(admin.post(path, "forged", fields, new String[0]).statusCode())
                        .isEqualTo(403);
            }
            assertThat(nobody.get(SourcePages.HERE).statusCode()).isEqualTo(303);
        }
        assertThat(names()).contains("kept").doesNotContain("mine");
        assertThat(server.live().keys().all())
                .filteredOn(key -> key.id().equals(id))
                .allMatch(key -> key.revoked().isEmpty());
    }

    @Test
    void a_name_is_text_and_one_that_cannot_be_is_told() {
        try (var admin = Visitor.as(server, Role.ADMIN)) {
            String page = made(admin, "<script>alert(1)</script>\" onclick=\"", "read");
            assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
            assertThat(page).contains("To read with it").doesNotContain("Lines to paste", "Waiting");
            assertThat(admin.get(SourcePages.HERE).body()).doesNotContain("<script>alert");
            for (String[] bad : new String[][] {
                {"", "write", "A key needs a name"},
                {"x", "", "at least one scope"},
                {"x", "root", "is no scope; choose among"},
                {"x".repeat(101), "write", "has at most 100 letters, this one 101"}
            }) {
                var refused = admin.post(SourcePages.HERE, "name", bad[0], "scope", bad[1]);
                assertThat(refused.statusCode()).isEqualTo(400);
                assertThat(refused.body()).contains(bad[2]);
            }
            assertThat(admin.get("/data/sources/nothing").statusCode()).isEqualTo(404);
            assertThat(admin.get("/data/sources/..%2f..%2fsettings").statusCode())
                    .isIn(400, 404);
        }
    }

    @Test
    void the_lines_to_paste_are_those_of_the_documents() throws IOException {
        String documents = (Files.readString(Path.of("../docs/ingestion.md"))
                        + Files.readString(Path.of("../docs/api.md")))
                .replace("$KEY", "KEY")
                .replaceAll("http://(localhost|127.0.0.1):8080", "https://events.example.com");
        for (Snippet snippet : Snippet.values()) {
            Stream<String> pointing = snippet.text()
                    .lines()
                    .filter(line -> line.contains("KEY"))
                    .map(line -> line.replaceFirst("^const \\w+ = ", "").replaceFirst(";$", ""));
            assertThat(pointing)
                    .as(snippet.name())
                    .allSatisfy(line -> assertThat(documents)
                            .contains(
                                    snippet == Snippet.PAGE || snippet == Snippet.CURL || snippet == Snippet.READ
                                            ? line
                                            : line.replace("\"KEY\"", "KEY")));
        }
    }

    @Test
    void lines_to_paste_name_the_server_as_each_client_wants_it() {
        assertThat(Snippet.MIXPANEL
                        .with(URI.create("http://10.0.0.1:8080"), "abc")
                        .text())
                .contains(
                        "Mixpanel.init(\"abc\", { host: \"10.0.0.1\", port: 8080, protocol: \"http\", key: \"abc\" })");
        assertThat(Snippet.MIXPANEL
                        .with(URI.create("https://events.shop.example"), "abc")
                        .text())
                .contains("{ host: \"events.shop.example\", key: \"abc\" }");
        assertThat(Snippet.AMPLITUDE
                        .with(URI.create("http://localhost:8080"), "abc")
                        .text())
                .contains("serverUrl: \"http://localhost:8080/2/httpapi\"");
    }
}
