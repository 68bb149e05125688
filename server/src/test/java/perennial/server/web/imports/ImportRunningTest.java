package perennial.server.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.server.Waiting;
import perennial.server.people.Visitor;
import perennial.server.web.Browser;
import perennial.store.access.Role;

class ImportRunningTest {
    /// So many take long enough to be met on the way.
    private static final int ROWS = 150_000;

    /// So many take long enough to be looked at.
    private static final int MANY_ROWS = 600_000;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    Path folder;

    private static byte[] orders(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> "user-" + row % 1_000 + ",2026-01-05 10:00:00,Order Completed")
                .collect(Collectors.joining("\n", "user_id,created,action\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Uploads orders and says that they are to be imported; the address of the upload.
    private static String begun(TestServer server, Visitor admin, int rows) {
        String upload = Visitor.location(admin.upload("/data/imports", "orders.csv", orders(rows)));
        assertThat(admin.get(upload).body()).contains("orders.csv");
        var begun = admin.post(upload, "as", "columns", "source", "shop");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
        return upload;
    }

    private static String events(TestServer server) {
        return server.rows("SELECT count(*) FROM events WHERE source = 'shop'").getFirst();
    }

    @Test
    void the_page_of_an_import_that_runs_looks_right() {
        try (var server = new TestServer(folder);
                var admin = Visitor.as(server, Role.ADMIN)) {
            String upload = begun(server, admin, MANY_ROWS);
            try (var window = BROWSER.openAt(server, upload)) {
                assertThat(window.page().locator(".finding").innerText()).contains("orders.csv is being imported");
                window.look("import-running");
                assertThat(window.complaints()).isEmpty();
            }
        }
    }

    @Test
    void an_import_in_which_the_server_is_stopped_stores_nothing_and_can_be_repeated() throws Exception {
        String upload;
        try (var server = new TestServer(folder);
                var admin = Visitor.as(server, Role.ADMIN)) {
            upload = begun(server, admin, ROWS);
            Waiting.until(() -> admin.get(upload).body().matches("(?s).*>[1-9][0-9,]* rows so far.*"));
        }
        try (var server = TestServer.on(folder.resolve("workspace"), Clock.systemUTC());
                var admin = Visitor.as(server, Role.ADMIN)) {
            var gone = admin.get(upload);
            assertThat(gone.statusCode()).isEqualTo(404);
            assertThat(gone.body()).contains("An import that was cut off has stored nothing; upload the file again");
            assertThat(admin.get("/data/imports").body()).contains("No file was imported yet");
            assertThat(events(server)).isEqualTo("0");
            assertThat(Files.exists(server.live().workspace().directory().resolve(upload.substring(1))))
                    .isFalse();

            String again = begun(server, admin, ROWS);
            Waiting.until(() -> admin.get(again).statusCode() == 303);
            assertThat(events(server)).isEqualTo(String.valueOf(ROWS));
        }
    }
}
