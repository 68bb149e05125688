package perennial.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.store.HandClock;
import perennial.store.access.Actor;
import perennial.store.access.Role;

class OpenIdHttpTest {
    private static final HandClock CLOCK = new HandClock(TestServer.NOON);

    @TempDir
    static Path folder;

    private static Issuer issuer;
    private static TestServer server;

    private Visitor visitor;
    private String user = "";
    private UnaryOperator<JWTClaimsSet.Builder> self = claims -> claims;

    @BeforeAll
    static void start() throws Exception {
        issuer = new Issuer(CLOCK);
        server = new TestServer(folder, CLOCK, issuer.openId());
        server.live().people().first("127.0.0.1", "root", "no hash");
    }

    @AfterAll
    static void stop() {
        server.close();
        issuer.close();
    }

    /// Somebody else in each test.
    @BeforeEach
    void invite(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName().substring(0, 20);
        user = name + "@example.com";
        self = claims -> claims.subject(name).claim("email", user.toUpperCase(Locale.ROOT));
        issuer.says = self;
        server.live().people().invite(Actor.COMMAND_LINE, user, Role.ANALYST);
        visitor = new Visitor(server);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private HttpResponse<String> signIn(Visitor browser) {
        var going = browser.get("/sign-in/with-openid?then=%2Freports%3Fa%3Db");
        assertThat(going.statusCode()).isEqualTo(302);
        return browser.get(issuer.agree(Visitor.location(going)));
    }

    @Test
    void who_the_provider_knows_by_a_verified_address_becomes_that_user_and_is_known_by_the_subject_from_then_on() {
        assertThat(visitor.get("/sign-in?then=%2Freports%3Fa%3Db").body())
                .contains("href=\"/sign-in/with-openid?then=%2Freports%3Fa%3Db\"", "Sign in with 127.0.0.1");
        var back = signIn(visitor);
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(back)).isEqualTo("/reports?a=b");
        assertThat(visitor.get("/account").body()).contains(user, "analyst");
        assertThat(visitor.cookies()).containsOnlyKeys("perennial-session");

        issuer.says = claims ->
                self.apply(claims).claim("email", "renamed@example.com").claim("email_verified", false);
        try (var again = new Visitor(server)) {
            assertThat(signIn(again).statusCode()).isEqualTo(303);
        }
        server.live()
                .people()
                .disable(Actor.COMMAND_LINE, server.live().people().users().named(user));
        assertThat(signIn(visitor).statusCode()).isEqualTo(403);
    }

    @Test
    void who_is_no_user_or_has_an_address_that_is_not_verified_is_nobody_here() {
        issuer.says = claims -> self.apply(claims).claim("email_verified", false);
        assertThat(signIn(visitor).body()).contains("Nobody here signs in by this account of 127.0.0.1.");
        issuer.says = claims -> self.apply(claims).claim("email", "eve@example.com");
        assertThat(signIn(visitor).statusCode()).isEqualTo(403);
        issuer.says = self;
        assertThat(signIn(visitor).statusCode()).isEqualTo(303);
        issuer.says = claims -> self.apply(claims).subject("another with the same address");
        try (var other = new Visitor(server)) {
            assertThat(signIn(other).statusCode()).isEqualTo(403);
        }
        assertThat(server.live().people().users().find("eve@example.com")).isEmpty();
    }

    @Test
    void what_was_signed_by_another_or_for_another_or_is_too_old_is_refused() throws Exception {
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong = Map.of(
                "issuer", claims -> self.apply(claims).issuer("https://evil.example"),
                "audience", claims -> self.apply(claims).audience("another server"),
                "nonce", claims -> self.apply(claims).claim("nonce", "of another attempt"),
                "expired",
                        claims -> self.apply(claims)
                                .expirationTime(Date.from(CLOCK.instant().minusSeconds(600))));
        for (var each : wrong.entrySet()) {
            issuer.says = each.getValue();
            var refused = signIn(visitor);
            assertThat(refused.statusCode()).as(each.getKey()).isEqualTo(403);
            assertThat(refused.body()).contains("127.0.0.1 did not sign you in here");
        }
        issuer.says = self;
        var ours = issuer.signing;
        issuer.signing = Issuer.key();
        assertThat(signIn(visitor).statusCode()).isEqualTo(403);
        assertThat(visitor.cookies()).doesNotContainKey("perennial-session");
        issuer.signing = ours;
        assertThat(signIn(visitor).statusCode()).isEqualTo(303);
    }

    @Test
    void a_way_back_is_for_the_browser_that_began_within_ten_minutes_and_once() {
        String back = issuer.agree(Visitor.location(visitor.get("/sign-in/with-openid")));
        try (var victim = new Visitor(server)) {
            victim.get("/sign-in");
            assertThat(victim.get(back).statusCode()).isEqualTo(403);
            assertThat(victim.cookies()).doesNotContainKey("perennial-session");
        }
        assertThat(visitor.get(back.replace("state=", "state=x")).statusCode()).isEqualTo(403);
        assertThat(visitor.get(back).statusCode()).isEqualTo(303);
        assertThat(visitor.get(back).statusCode()).isEqualTo(403);
        String late = issuer.agree(Visitor.location(visitor.get("/sign-in/with-openid")));
        CLOCK.forward(Duration.ofMinutes(10));
        assertThat(visitor.get(late).statusCode()).isEqualTo(403);
        assertThat(visitor.get("/sign-in/openid?error=access_denied&error_description=%3Cscript%3E")
                        .body())
                .contains("did not sign you in")
                .doesNotContain("<script>");
    }

    @Test
    void a_provider_that_is_away_keeps_nobody_from_the_rest(@TempDir Path other) throws Exception {
        var away = new Issuer(CLOCK);
        away.close();
        try (var alone = new TestServer(other, CLOCK, away.openId());
                var browser = new Visitor(alone)) {
            assertThat(browser.get("/sign-in").statusCode()).isEqualTo(200);
            var refused = browser.get("/sign-in/with-openid");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("could not be reached");
        }
    }
}
