package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.app.MainTest.Ran;
import perennial.app.show.Program;
import perennial.app.show.Screen;
import perennial.server.ingest.RateLimit;
import perennial.server.signin.PublicAddress;
import perennial.store.StoreFailure;

/// Every command works the same while a server owns the workspace.
class ServingTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path alone = Path.of("");
    private Path served = Path.of("");

    @BeforeEach
    void write_files_in_two_folders() throws IOException {
        alone = Files.createDirectory(folder.resolve("alone"));
        served = Files.createDirectory(folder.resolve("served"));
        for (Path each : List.of(alone, served)) {
            Files.writeString(each.resolve("orders.csv"), """
                            customer,date,total,country
                            ada,2026-01-05 10:00:00,12.50,UK
                            bo,2026-01-06 11:30:00,7,FR
                            cy,2026-13-01,5,UK
                            ada,2026-02-09 10:00:00,3,UK
                            """);
            Files.writeString(each.resolve("theirs.csv"), "month,users\n2026-01-01,2\n2026-02-01,5\n");
            Files.writeString(each.resolve("channels.txt"), "Partners: source = partner\n");
            assertThat(in(each, "init", "-w", "shop", "--zone", "Europe/Berlin").code())
                    .isZero();
        }
    }

    private static Surroundings at(Path directory) {
        return new Surroundings(
                NOON, new Screen(90, false), false, Program.PERENNIAL, directory, new OwnWorkspaces(NOON));
    }

    /// Runs a command as if typed in a directory.
    private static Ran in(Path directory, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.run(arguments, at(directory), new PrintWriter(out), new PrintWriter(err));
        return new Ran(code, out.toString(), err.toString());
    }

    private Serving serve() {
        return Serving.start(
                served.resolve("shop"),
                at(served),
                InetAddress.getLoopbackAddress(),
                0,
                RateLimit.STANDARD,
                Optional.empty(),
                Optional.empty(),
                PublicAddress.UNKNOWN);
    }

    private void same(String... arguments) {
        sameEnding(0, arguments);
    }

    /// What it says is the same, but for the folder.
    private void sameEnding(int code, String... arguments) {
        Ran here = in(alone, arguments);
        Ran there = in(served, arguments);
        String from = served.toString();
        String to = alone.toString();
        assertThat(new Ran(
                        there.code(), there.out().replace(from, to), there.err().replace(from, to)))
                .as(String.join(" ", arguments))
                .isEqualTo(here);
        assertThat(here.code()).as(here.err()).isEqualTo(code);
    }

    @Test
    void commands_print_and_do_the_same_with_a_server_on_the_workspace() throws IOException {
        try (Serving serving = serve()) {
            assertThat(serving.port()).isPositive();
            same(
                    "import",
                    "orders.csv",
                    "-w",
                    "shop",
                    "--user",
                    "customer",
                    "--time",
                    "date",
                    "--event-name",
                    "Order Completed",
                    "--value",
                    "total",
                    "--trait",
                    "country");
            same("imports", "-w", "shop", "--csv");
            same("rejects", "-w", "shop");
            same("ask", "active-users", "-w", "shop", "--every", "month");
            same("ask", "active-users", "-w", "shop", "--every", "month", "--json");
            sameEnding(2, "ask", "active-users", "-w", "shop", "--evry", "month");
            same("ask", "active-users", "-w", "shop", "--every", "month", "--who", "period=2026-01-01");
            same("segment", "save", "buyers", "did \"Order Completed\"", "-w", "shop");
            same("segment", "list", "-w", "shop", "--csv");
            sameEnding(2, "segment", "save", "wrong", "did (", "-w", "shop");
            same("kpi", "list", "-w", "shop");
            same("events", "-w", "shop");
            same("events", "mark", "Order Completed", "passive", "-w", "shop");
            same("events", "mark", "Order Completed", "active", "-w", "shop");
            same("filters", "add", "staff", "user = bo", "-w", "shop");
            same("filters", "-w", "shop");
            same("channels", "load", "channels.txt", "-w", "shop");
            same("channels", "list", "-w", "shop");
            same("reconcile", "-w", "shop", "--against", "theirs.csv", "--metric", "active-users");
            same("export", "--all", "-w", "shop", "--out", "all.ndjson");
            same("export", "--events", "*", "-w", "shop", "--format", "parquet", "--out", "all.parquet");
            same("backup", "-w", "shop", "--to", "backup");
            sameEnding(1, "backup", "-w", "shop", "--to", folder.toString());
            same("keys", "list", "-w", "shop");
            same("delete", "--events", "*", "--until", "2026-02-01", "--yes", "-w", "shop");
            same("import", "--undo", "1", "-w", "shop");
            sameEnding(1, "import", "--undo", "1", "-w", "shop");
            sameEnding(1, "init", "-w", "shop");
            sameEnding(1, "import", folder.resolve("nothing.csv").toString(), "-w", "shop");
            same("keys", "--help");
            same("users", "list", "-w", "shop");
            sameEnding(1, "users", "create", "bo", "-w", "shop");
        }
        assertThat(served.resolve("all.ndjson")).hasSameTextualContentAs(alone.resolve("all.ndjson"));
        assertThat(served.resolve("all.parquet")).exists();
    }

    @Test
    void a_user_made_by_a_command_sets_its_password_by_the_link_at_once_and_the_first_one_is_made() throws Exception {
        try (Serving serving = serve();
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(serving.firstAdministrator())
                    .hasValueSatisfying(path -> assertThat(path).startsWith("/first-administrator?link="));
            Ran made = in(served, "users", "create", "ada@example.com", "--role", "admin", "-w", "shop");
            assertThat(serving.firstAdministrator()).isEmpty();
            assertThat(status(client, serving, made.out().strip())).isEqualTo(200);
            Ran newer = in(served, "users", "reset-password", "ada@example.com", "-w", "shop");
            assertThat(status(client, serving, made.out().strip())).isEqualTo(403);
            assertThat(status(client, serving, newer.out().strip())).isEqualTo(200);
        }
    }

    @Test
    void the_demo_is_looked_at_by_an_address_that_signs_in_once_and_is_served_once() throws Exception {
        try (Serving serving = serve();
                HttpClient client = HttpClient.newHttpClient()) {
            String address = serving.signIn("demo");
            assertThat(status(client, serving, address)).isEqualTo(303);
            assertThat(status(client, serving, address)).as("a second time").isEqualTo(401);
            assertThat(status(client, serving, serving.signIn("demo"))).isEqualTo(303);
            assertThat(in(served, "users", "list", "-w", "shop", "--csv").out()).containsOnlyOnce("demo,admin");
            assertThat(in(served, "demo", "-w", "shop").out())
                    .endsWith("\nA server serves the company in shop already.\n");
            assertThat(in(served, "demo", "-w", "shop", "--no-serve").out()).doesNotContain("A server serves");
        }
    }

    private static int status(HttpClient client, Serving serving, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + serving.port() + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void a_key_holds_as_soon_as_it_is_made_and_an_event_is_asked_for_as_soon_as_it_is_taken() throws Exception {
        try (Serving serving = serve();
                HttpClient client = HttpClient.newHttpClient()) {
            String key = in(served, "keys", "create", "web", "-w", "shop").out().strip();
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + serving.port() + "/v1/track"))
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes()))
                    .POST(
                            HttpRequest.BodyPublishers.ofString(
                                    "{\"userId\":\"dee\",\"event\":\"Visit\",\"messageId\":\"m1\",\"timestamp\":\"2026-03-01T11:00:00Z\"}"))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(in(
                                    served,
                                    "ask",
                                    "active-users",
                                    "-w",
                                    "shop",
                                    "--every",
                                    "day",
                                    "--from",
                                    "2026-03-01",
                                    "--csv")
                            .out())
                    .contains("2026-03-01,1,");
            String id = in(served, "keys", "list", "-w", "shop", "--csv")
                    .out()
                    .lines()
                    .toList()
                    .get(1)
                    .split(",")[0];
            assertThat(in(served, "keys", "revoke", id, "-w", "shop").code()).isZero();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void the_socket_is_for_its_owner_alone_and_goes_with_the_server() throws IOException {
        Path socket = served.resolve("shop").resolve("perennial.control");
        try (Serving serving = serve()) {
            assertThat(serving.port()).isPositive();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                    .isEqualTo("rw-------");
        }
        assertThat(socket).doesNotExist();
        assertThat(in(served, "keys", "list", "-w", "shop").code()).isZero();
    }

    @Test
    void a_second_server_is_told_who_owns_the_workspace() {
        try (Serving serving = serve()) {
            assertThat(serving.port()).isPositive();
            assertThatThrownBy(this::serve)
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void a_command_the_server_runs_works_on_no_other_workspace() {
        try (Serving serving = serve()) {
            assertThat(serving.port()).isPositive();
            assertThat(in(alone, "keys", "list", "-w", "shop").code()).isZero();
        }
    }
}
