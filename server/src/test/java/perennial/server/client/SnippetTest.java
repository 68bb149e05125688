package perennial.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;

class SnippetTest {
    @TempDir
    Path folder;

    @Test
    void what_is_too_large_or_refused_keeps_nothing_else_from_arriving() throws Exception {
        var project = NodeProject.installed();
        try (var server = new TestServer(folder, Clock.systemUTC())) {
            project.run(
                    "snippet",
                    Map.of("CHROMIUM", project.chromium().toString()),
                    server.address(""),
                    server.writeKey());
            assertThat(
                            server.rows(
                                    "SELECT regexp_replace(name, '[0-9]+', 'n') AS told, count(*) FROM events GROUP BY ALL ORDER BY told"))
                    .containsExactly(
                            "After 1",
                            "At last 1",
                            "Before 1",
                            "Large 1",
                            "Large at last 1",
                            "Many n 30",
                            "Page Viewed 1");
            assertThat(server.rows("SELECT count(DISTINCT visitor_id) FROM events"))
                    .containsExactly("1");
            assertThat(server.rows("SELECT reason FROM refused_calls")).hasSize(1);
        }
    }
}
