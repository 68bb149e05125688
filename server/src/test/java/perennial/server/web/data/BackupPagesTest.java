package perennial.server.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.server.people.Visitor;
import perennial.store.Inventory;
import perennial.store.Workspace;
import perennial.store.access.AuditLog;
import perennial.store.access.Role;
import perennial.store.backup.Backups;

class BackupPagesTest {
    private static final String NAME = "perennial-2026-03-01T12-00-00";

    @TempDir
    Path folder;

    private static void send(TestServer server) throws IOException {
        server.post(
                "/v1/track",
                "{\"writeKey\":\"%s\",\"messageId\":\"m\",\"userId\":\"ada\",\"event\":\"Saw\"}"
                        .formatted(server.writeKey()));
    }

    private static List<String> below(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static long events(Path workspace, TestServer server) {
        try (Workspace restored = Workspace.open(workspace, server.live().clock())) {
            return Inventory.of(restored).events();
        }
    }

    @Test
    void a_backup_goes_to_the_place_of_the_operator_under_a_name_of_our_own_whatever_the_form_says() throws Exception {
        Path place = folder.resolve("backups");
        try (var server = new TestServer(folder, new Backups(place));
                var admin = Visitor.as(server, Role.ADMIN)) {
            send(server);
            assertThat(admin.get("/data/backup").body()).contains("No backup was made yet", "There is none in");
            var made = admin.post(
                    "/data/backup", "name", "../../evil", "to", "/tmp/evil", "place", "..", "directory", "/");
            assertThat(made.statusCode()).isEqualTo(303);
            assertThat(below(place)).containsExactly("", NAME, NAME + "/perennial.duckdb");
            assertThat(admin.get("/data/backup").body())
                    .contains("The last backup was made on <b>1 Mar 2026, 12:00</b>", "admin made the backup " + NAME);
            var again = admin.post("/data/backup");
            assertThat(again.statusCode()).isEqualTo(503);
            assertThat(again.body()).contains("There is something at");
            assertThat(below(place)).hasSize(3);
            assertThat(events(place.resolve(NAME), server)).isEqualTo(1);
        }
    }

    @Test
    void one_is_taken_along_as_a_file_that_opens_and_nothing_of_it_stays() throws Exception {
        try (var server = new TestServer(folder);
                var client = HttpClient.newHttpClient();
                var admin = Visitor.as(server, Role.ADMIN)) {
            send(server);
            String page = admin.get("/data/backup").body();
            assertThat(page).contains("--backups DIR").doesNotContain("Make a backup now");
            assertThat(admin.post("/data/backup").statusCode()).isEqualTo(400);

            Path restored = Files.createDirectory(folder.resolve("restored"));
            String token = page.replaceFirst("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            var taken = client.send(
                    HttpRequest.newBuilder(server.address("/data/backup/download"))
                            .headers(admin.cookie())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                            .build(),
                    BodyHandlers.ofFile(restored.resolve(Workspace.DATABASE)));
            assertThat(taken.statusCode()).isEqualTo(200);
            assertThat(taken.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"" + NAME + ".duckdb\"");
            assertThat(events(restored, server)).isEqualTo(1);
            assertThat(below(server.live().workspace().directory().resolve("tmp")))
                    .noneMatch(name -> name.contains("backup"));
            assertThat(server.live().people().audit().before(AuditLog.END, 1))
                    .extracting(entry -> entry.did() + " " + entry.to())
                    .containsExactly("took-backup " + NAME + ".duckdb");
        }
    }

    @Test
    void who_is_no_administrator_sees_and_makes_none_nor_does_a_forged_form() throws Exception {
        Path place = folder.resolve("backups");
        try (var server = new TestServer(folder, new Backups(place));
                var marketer = Visitor.as(server, Role.MARKETER);
                var admin = Visitor.as(server, Role.ADMIN)) {
            marketer.get("/account");
            assertThat(marketer.get("/data/backup").statusCode()).isEqualTo(403);
            for (String path : List.of("/data/backup", "/data/backup/download")) {
                assertThat(marketer.post(path).statusCode()).isEqualTo(403);
                assertThat(admin.post(path, "forged", new String[0], new String[0])
                                .statusCode())
                        .isEqualTo(403);
            }
            assertThat(place).doesNotExist();
        }
    }
}
