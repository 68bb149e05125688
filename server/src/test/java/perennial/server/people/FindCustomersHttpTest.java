package perennial.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.workspace.Settings;
import perennial.server.TestServer;
import perennial.store.Workspace;
import perennial.store.access.Role;
import perennial.store.imports.EventImport;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.Progress;

class FindCustomersHttpTest {
    private static final String STARTED = "Subscription Started";
    private static final String SCRIPT = "<script>alert(1)</script>";

    /// Of the customer with a long history.
    private static final int EVENTS = 100_000;

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new TestServer(folder);
        server.session(Role.ADMIN);
        send("""
                {"type":"identify","messageId":"t1","userId":"u1","traits":{"email":"Ada@Example.com","seats":42,"note":"say \\"hi\\" 100%%"}},
                {"type":"identify","messageId":"t2","userId":"u2","traits":{"email":"adam@example.com","note":"%s"}},
                {"type":"identify","messageId":"t3","userId":"u3","traits":{"email":"bo@example.com"}},
                {"type":"group","messageId":"t4","userId":"u3","groupId":"acme","traits":{"name":"Acme Ltd"}},
                {"type":"track","messageId":"t5","userId":"u1","event":"Saw","timestamp":"2026-02-03T10:00:00Z"},
                {"type":"track","messageId":"t6","userId":"u3","event":"Saw","timestamp":"2026-02-03T10:00:00Z"},
                {"type":"track","messageId":"t8","userId":"u1","event":"Order Completed","properties":{"value":20.5,"currency":"USD"},"timestamp":"2026-02-03T11:00:00Z"},
                {"type":"track","messageId":"t9","userId":"u1","event":"Order Refunded","properties":{"value":8,"currency":"USD"},"timestamp":"2026-02-03T12:00:00Z"},
                {"type":"track","messageId":"t7","anonymousId":"v9","event":"Saw","timestamp":"2026-02-03T10:00:00Z"}
                """.formatted(SCRIPT));
    }

    private static void send(String calls) throws IOException {
        assertThat(server.post("/v1/batch", "{\"writeKey\":\"" + server.writeKey() + "\",\"batch\":[" + calls + "]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Visitor analyst() {
        return new Visitor(server)
                .with("perennial-session", server.session(Role.ANALYST).text());
    }

    private static String path(String text) {
        return "/customers?find=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void one_hit_is_opened_whether_by_id_by_the_beginning_of_a_trait_or_by_a_number() {
        try (var analyst = analyst()) {
            for (String text : new String[] {"u1", "ada@", "ADA@EXAMPLE.COM", "42", "say \"hi\" 100%"}) {
                var found = analyst.get(path(text));
                assertThat(found.statusCode()).as(text).isEqualTo(303);
                assertThat(Visitor.location(found)).isEqualTo("/customers/u1?kind=user");
            }
            assertThat(Visitor.location(analyst.get(path("acme l")))).isEqualTo("/customers/acme?kind=customer");
        }
    }

    @Test
    void several_hits_are_a_list_with_traits_and_when_they_were_seen_last() {
        try (var analyst = analyst()) {
            var found = analyst.get(path("ada"));
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(found.body())
                    .contains("2 were found", "Ada@Example.com", "3 Feb 2026", "adam@example.com", "&lt;script&gt;")
                    .doesNotContain("bo@example.com", "<script>alert");
        }
    }

    @Test
    void signs_of_patterns_are_letters_and_what_nobody_has_is_said() {
        try (var analyst = analyst()) {
            for (String text : new String[] {"%", "_da", "%ada", "\\", "' OR 1=1 --", SCRIPT + "x"}) {
                var none = analyst.get(path(text));
                assertThat(none.statusCode()).as(text).isEqualTo(404);
                assertThat(none.body()).contains("or a trait that begins so").doesNotContain("<script>alert");
            }
        }
    }

    @Test
    void users_of_an_account_and_visitors_were_active_as_their_events_say() {
        try (var analyst = analyst()) {
            for (String who : new String[] {"u1?kind=user", "u3?kind=user", "acme?kind=customer", "v9?kind=visitor"}) {
                assertThat(analyst.get("/customers/" + who).body())
                        .as(who)
                        .contains("Active on 1 day of the last 12 months, last on 3 Feb 2026.", "Active, last on");
            }
            assertThat(analyst.get("/customers/u1?kind=user").body()).contains(" Spent $12.50 in that time.");
            assertThat(analyst.get("/customers/u3?kind=user").body()).doesNotContain(" Spent ");
        }
    }

    @Test
    void a_viewer_finds_nobody() {
        try (var viewer = new Visitor(server)
                .with("perennial-session", server.session(Role.VIEWER).text())) {
            assertThat(viewer.get(path("ada")).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void the_page_of_somebody_with_a_long_history_tells_its_lives_and_pages_through_all_of_it(@TempDir Path own)
            throws Exception {
        Path file = own.resolve("long.ndjson");
        Files.write(
                file,
                Stream.concat(
                                IntStream.range(0, EVENTS)
                                        .mapToObj(
                                                i -> call("l" + i, TestServer.NOON.minusSeconds(300L * i), "Saw", "")),
                                Stream.of(
                                        call("c1", Instant.parse("2025-04-01T12:00:00Z"), STARTED, "\"price\":10"),
                                        call(
                                                "c2",
                                                Instant.parse("2025-08-20T12:00:00Z"),
                                                "Subscription Cancelled",
                                                "\"ends_at\":\"2025-09-01T12:00:00Z\""),
                                        call("c3", Instant.parse("2025-10-01T12:00:00Z"), STARTED, "\"price\":20")))
                        .toList());
        Clock clock = Clock.fixed(TestServer.NOON, ZoneOffset.UTC);
        Path workspace = own.resolve("workspace");
        try (Workspace made = Workspace.create(workspace, Settings.standard("Long"), clock)) {
            EventImport.run(made, ImportPlan.segment(List.of(file)), Progress.NONE);
        }
        try (TestServer other = TestServer.on(workspace, clock);
                Visitor analyst = new Visitor(other)
                        .with("perennial-session", other.session(Role.ANALYST).text())) {
            long first = System.nanoTime();
            String page = analyst.get("/customers/long?kind=user").body();
            long second = System.nanoTime();
            analyst.get("/customers/long?kind=user");
            System.out.printf(
                    "The page of a customer with %,d events: first %d ms, then %d ms%n",
                    EVENTS, (second - first) / 1_000_000, (System.nanoTime() - second) / 1_000_000);
            assertThat(page)
                    .contains("<b>100,003</b> events")
                    .contains("In life 2 since 1 Oct 2025, after 30 days away. Active on ")
                    .contains("Won back 1 Oct 2025", "class=\"away\"", "Earlier")
                    .containsOnlyOnce("<title>10</title>")
                    .containsOnlyOnce("<title>20</title>");
        }
    }

    private static String call(String id, Instant time, String event, String properties) {
        return "{\"type\":\"track\",\"messageId\":\"%s\",\"userId\":\"long\",\"event\":\"%s\",\"properties\":{%s},\"timestamp\":\"%s\"}"
                .formatted(id, event, properties, time);
    }
}
