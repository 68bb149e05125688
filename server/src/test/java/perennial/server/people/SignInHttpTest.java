package perennial.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.server.signin.Passwords;
import perennial.store.HandClock;
import perennial.store.access.Actor;
import perennial.store.access.AuditLog;
import perennial.store.access.Deed;
import perennial.store.access.Role;

class SignInHttpTest {
    private static final String PASSWORD = "four words nobody joins";

    private static final HandClock CLOCK = new HandClock(TestServer.NOON);

    @TempDir
    static Path folder;

    private static TestServer server;

    private Visitor visitor;

    @BeforeAll
    static void start() {
        server = new TestServer(folder, CLOCK);
        server.live()
                .people()
                .first("127.0.0.1", "ada", new Passwords().hash(PASSWORD))
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// What was tried in another test is forgotten.
    @BeforeEach
    void come() {
        CLOCK.forward(Duration.ofMinutes(15));
        visitor = new Visitor(server);
    }

    @AfterEach
    void go() {
        visitor.close();
    }

    @Test
    void the_first_administrator_is_made_by_the_link_of_this_start_and_it_dies_with_its_use(@TempDir Path empty) {
        try (var server = new TestServer(empty, CLOCK);
                var visitor = new Visitor(server)) {
            makesFirst(server, visitor);
        }
    }

    private static void makesFirst(TestServer server, Visitor visitor) {
        assertThat(visitor.get("/sign-in").body()).contains("Nobody can sign in yet.");
        String link = server.firstAdministrator().orElseThrow();
        assertThat(visitor.get("/first-administrator?link=guessed").statusCode())
                .isEqualTo(403);
        assertThat(visitor.get(link).statusCode()).isEqualTo(200);
        String secret = link.substring(link.indexOf('=') + 1);
        var weak = visitor.post(
                "/first-administrator", "link", secret, "name", "ada", "password", "adaadaada", "again", "adaadaada");
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(weak.body()).contains("A password has 12 to 200 characters");
        var made = visitor.post(
                "/first-administrator", "link", secret, "name", "ada", "password", PASSWORD, "again", PASSWORD);
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(visitor.get("/settings/people").body()).contains("ada", "you");

        assertThat(server.firstAdministrator()).isEmpty();
        try (var other = new Visitor(server)) {
            assertThat(other.get(link).statusCode()).isEqualTo(403);
            other.get("/sign-in");
            var again = other.post(
                    "/first-administrator", "link", secret, "name", "eve", "password", PASSWORD, "again", PASSWORD);
            assertThat(again.statusCode()).isEqualTo(403);
            assertThat(again.body()).contains("makes the first administrator no more");
        }
        assertThat(server.live().people().users().all()).hasSize(1);
    }

    @Test
    void a_name_and_its_password_sign_in_and_lead_to_the_page_that_was_wanted() {
        var wanted = visitor.get("/reports?from=2026-01-01&by=a%20b");
        assertThat(wanted.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(wanted)).isEqualTo("/sign-in?then=%2Freports%3Ffrom%3D2026-01-01%26by%3Da%2520b");
        assertThat(visitor.get(Visitor.location(wanted)).body())
                .contains("name=\"then\" value=\"/reports?from=2026-01-01&amp;by=a%20b\"");
        var signedIn = visitor.post(
                "/sign-in", "name", " ADA ", "password", PASSWORD, "then", "/reports?from=2026-01-01&by=a%20b");
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(signedIn)).isEqualTo("/reports?from=2026-01-01&by=a%20b");
        assertThat(visitor.get("/reports").statusCode()).isEqualTo(200);
    }

    @Test
    void no_address_of_another_server_is_gone_to() {
        for (String elsewhere : List.of(
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "\\\\evil.example",
                "/%0d%0aSet-Cookie:a=b\r\nX: y",
                "javascript:alert(1)",
                "",
                "reports")) {
            visitor.cookies().clear();
            visitor.get("/sign-in");
            var answer = visitor.post("/sign-in", "name", "ada", "password", PASSWORD, "then", elsewhere);
            assertThat(answer.statusCode()).as(elsewhere).isEqualTo(303);
            assertThat(Visitor.location(answer)).as(elsewhere).isEqualTo("/");
        }
    }

    @Test
    void wrong_passwords_unknown_disabled_and_uninvited_users_are_told_the_same() {
        var people = server.live().people();
        var by = Actor.COMMAND_LINE;
        people.invite(by, "bo", Role.VIEWER);
        var cy = people.invite(by, "cy", Role.VIEWER).user();
        people.disable(by, people.setPassword(by, cy, new Passwords().hash(PASSWORD)));
        for (String name : List.of("ada", "nobody", "bo", "cy")) {
            var answer = visitor.signIn(name, name.equals("ada") ? "wrong" : PASSWORD);
            assertThat(answer.statusCode()).as(name).isEqualTo(401);
            assertThat(answer.body()).contains("No user has this name and this password.");
            assertThat(visitor.cookies()).doesNotContainKey("perennial-session");
        }
        assertThat(people.audit().before(AuditLog.END, 10).toString()).doesNotContain("nobody\"", "wrong");
    }

    @Test
    void whoever_tries_ten_passwords_for_a_name_waits_a_quarter_of_an_hour_even_with_the_right_one() {
        for (int i = 0; i < 10; i++) {
            assertThat(visitor.signIn("ada", "wrong " + i).statusCode()).isEqualTo(401);
        }
        var refused = visitor.signIn("Ada", PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("900");
        assertThat(refused.body()).contains("Try again after 1 Mar 2026, ");
        CLOCK.forward(Duration.ofMinutes(15));
        assertThat(visitor.signIn("ada", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void signing_in_begins_another_session_and_ends_the_one_before() {
        String planted = "a".repeat(40);
        visitor.with("perennial-session", planted);
        visitor.signIn("ada", PASSWORD);
        String first = visitor.cookies().get("perennial-session");
        assertThat(first).isNotEqualTo(planted).hasSize(40);
        assertThat(visitor.cookies()).doesNotContainKey("perennial-forms");
        visitor.get("/account");
        visitor.post("/sign-in", "name", "ada", "password", PASSWORD);
        assertThat(visitor.cookies().get("perennial-session")).isNotEqualTo(first);
        try (var old = new Visitor(server).with("perennial-session", first)) {
            assertThat(old.get("/reports").statusCode()).isEqualTo(303);
        }
        try (var attacker = new Visitor(server).with("perennial-session", planted)) {
            assertThat(attacker.get("/reports").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void cookies_are_kept_from_scripts_and_other_sites_and_over_https_from_everything_else() {
        visitor.signIn("ada", PASSWORD);
        assertThat(visitor.set())
                .hasSizeGreaterThan(1)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; Path=/", "; HttpOnly", "; SameSite=Lax")
                        .doesNotContain("Domain", "Secure"));
        try (var secure = new Visitor(server)) {
            String[] https = {"X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.9"};
            secure.get("/sign-in", https);
            var answer =
                    secure.post("/sign-in", secure.token(), new String[] {"name", "ada", "password", PASSWORD}, https);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(secure.set())
                    .allSatisfy(
                            cookie -> assertThat(cookie).startsWith("__Host-").contains("; Secure"));
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        }
        assertThat(server.live()
                        .people()
                        .audit()
                        .before(AuditLog.END, 1)
                        .getFirst()
                        .by()
                        .from())
                .isEqualTo("203.0.113.9");
    }

    @Test
    void a_session_lives_through_a_restart_and_ends_by_signing_out(@TempDir Path own) {
        String session;
        try (var before = new TestServer(own, CLOCK)) {
            session = before.session(Role.VIEWER).text();
        }
        try (var after = TestServer.on(own.resolve("workspace"), CLOCK);
                var browser = new Visitor(after).with("perennial-session", session);
                var thief = new Visitor(after).with("perennial-session", session)) {
            assertThat(browser.get("/account").body()).contains("viewer", "this browser");
            assertThat(Visitor.location(browser.post("/sign-out"))).isEqualTo("/sign-in");
            assertThat(browser.cookies()).doesNotContainKey("perennial-session");
            assertThat(thief.get("/account").statusCode()).isEqualTo(303);
            assertThat(after.live()
                            .people()
                            .audit()
                            .before(AuditLog.END, 1)
                            .getFirst()
                            .did())
                    .isEqualTo(Deed.SIGNED_OUT);
        }
    }
}
