package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.app.MainTest.run;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.Server;
import perennial.server.ingest.RateLimit;
import perennial.server.live.LiveWorkspace;
import perennial.store.access.Scope;

class AskOverHttpTest {
    /// Each a question of the command line: its name, then its options.
    private static final List<List<String>> ASKED = List.of(
            List.of("active-users", "every", "month"),
            List.of("active-users", "event", "Buy[value > 5]", "every", "day", "by", "plan"),
            List.of("funnel", "step", "Visit", "step", "Buy", "within", "7d"),
            List.of("retention", "every", "week"),
            List.of("kpi", "kpi", "active-users(event = \"Buy\") / active-users"),
            List.of("active-users", "every", "month", "who", "period=2026-01-01"));

    @TempDir
    Path folder;

    @Test
    void an_answer_over_http_is_the_one_of_the_command_line_byte_for_byte() throws Exception {
        String workspace = folder.resolve("shop").toString();
        Path file = Files.writeString(folder.resolve("events.csv"), """
                user,time,event,value,plan
                ada,2026-01-01T10:00:00Z,Visit,,pro
                ada,2026-01-02T10:00:00Z,Buy,7.50,pro
                bo,2026-01-02T10:00:00Z,Visit,,free
                cy,2026-02-09T10:00:00Z,Visit,,free
                cy,2026-02-10T10:00:00Z,Buy,3,free
                """);
        run(
                "import",
                file.toString(),
                "-w",
                workspace,
                "--user",
                "user",
                "--time",
                "time",
                "--event",
                "event",
                "--value",
                "value",
                "--property",
                "plan");
        List<String> expected = new ArrayList<>();
        for (List<String> asked : ASKED) {
            for (String format : List.of("json", "csv")) {
                expected.add(run(onCommandLine(asked, workspace, format)).out());
            }
        }
        assertThat(expected).allSatisfy(answer -> assertThat(answer).isNotEmpty());
        try (var live = LiveWorkspace.open(Path.of(workspace), Clock.systemUTC());
                var server = Server.start(live, InetAddress.getLoopbackAddress(), 0, RateLimit.STANDARD);
                var client = HttpClient.newHttpClient()) {
            String key =
                    live.keys().make("reader", Set.of(Scope.READ, Scope.PEOPLE)).text();
            List<String> answered = new ArrayList<>();
            for (List<String> asked : ASKED) {
                for (String format : List.of("json", "csv")) {
                    URI address = URI.create("http://127.0.0.1:" + server.port() + overHttp(asked, format));
                    answered.add(client.send(
                                    HttpRequest.newBuilder(address)
                                            .header("Authorization", "Bearer " + key)
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body());
                }
            }
            assertThat(answered).isEqualTo(expected);
        }
    }

    private static String[] onCommandLine(List<String> asked, String workspace, String format) {
        List<String> words = new ArrayList<>(List.of("ask", asked.getFirst(), "-w", workspace, "--" + format));
        for (int i = 1; i < asked.size(); i += 2) {
            if (!asked.get(i).equals("kpi")) { // a word of its own there
                words.add("--" + asked.get(i));
            }
            words.add(asked.get(i + 1));
        }
        return words.toArray(String[]::new);
    }

    private static String overHttp(List<String> asked, String format) {
        var address = new StringBuilder("/api/v1/questions/" + asked.getFirst() + "?format=" + format);
        for (int i = 1; i < asked.size(); i += 2) {
            address.append('&')
                    .append(asked.get(i))
                    .append('=')
                    .append(URLEncoder.encode(asked.get(i + 1), StandardCharsets.UTF_8));
        }
        return address.toString();
    }
}
