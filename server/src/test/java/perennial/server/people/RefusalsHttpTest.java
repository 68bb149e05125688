package perennial.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import perennial.server.TestServer;
import perennial.server.access.Allowed;
import perennial.server.access.Open;
import perennial.server.signin.Passwords;
import perennial.store.access.Actor;
import perennial.store.access.Role;
import perennial.store.access.Scope;
import perennial.store.access.Secret;
import perennial.store.access.User;

class RefusalsHttpTest {
    private static final String PASSWORD = "four words nobody joins";

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

    private static Visitor as(Role role) {
        return new Visitor(server)
                .with("perennial-session", server.session(role).text());
    }

    private record Address(String method, String path, HandlerMethod handler) {
        /// Whom it answers; nobody in particular if it is open.
        Optional<Role> needs() {
            return handler.hasMethodAnnotation(Open.class)
                    ? Optional.empty()
                    : Optional.of(Optional.ofNullable(handler.getMethodAnnotation(Allowed.class))
                            .map(Allowed::value)
                            .orElse(Role.ADMIN));
        }

        boolean isPage() {
            return handler.getBeanType().getPackageName().startsWith("perennial.server.web");
        }
    }

    private static List<Address> addresses() {
        return server.handlers().entrySet().stream()
                .flatMap(each -> each.getKey().getPatternValues().stream()
                        .map(path -> new Address(
                                method(each.getKey().getMethodsCondition().getMethods()),
                                path.replaceAll("\\{[^}]*}", "1").replace("**", "x"),
                                each.getValue())))
                .toList();
    }

    private static String method(Set<RequestMethod> methods) {
        return methods.isEmpty() ? "GET" : methods.iterator().next().name();
    }

    @Test
    void every_page_answers_those_roles_it_names_or_else_administrators_alone() {
        List<Address> pages = addresses().stream()
                .filter(Address::isPage)
                .filter(page -> page.needs().isPresent())
                .toList();
        assertThat(pages).hasSizeGreaterThan(10);
        try (var nobody = new Visitor(server)) {
            nobody.get("/sign-in");
            for (Address page : pages) {
                var answer = page.method().equals("GET") ? nobody.get(page.path()) : nobody.post(page.path());
                assertThat(answer.statusCode()).as(page.path()).isEqualTo(303);
                assertThat(Visitor.location(answer)).as(page.path()).startsWith("/sign-in");
            }
        }
        for (Role role : Role.values()) {
            try (var user = as(role)) {
                user.get("/account");
                for (Address page : pages) {
                    boolean isAllowed = role.includes(page.needs().orElseThrow());
                    if (!isAllowed || page.method().equals("GET")) {
                        var answer = page.method().equals("GET") ? user.get(page.path()) : user.post(page.path());
                        assertThat(answer.statusCode() == 403)
                                .as(role + " " + page.method() + " " + page.path())
                                .isEqualTo(!isAllowed);
                        assertThat(Visitor.location(answer)).doesNotStartWith("/sign-in");
                    }
                }
            }
        }
        assertThat(pages).anySatisfy(page -> assertThat(page.path()).isEqualTo("/unmarked"));
    }

    @Test
    void groups_that_tell_who_is_who_are_for_those_who_may_see_people() throws Exception {
        server.post("/v1/batch", """
                {"writeKey":"%s","batch":[
                  {"type":"identify","messageId":"i","userId":"ada","traits":{"email":"ada@example.com","plan":"pro"}},
                  {"type":"track","messageId":"t","userId":"ada","event":"Saw"}]}
                """.formatted(server.writeKey()));
        server.live().catchUp();
        for (String by : List.of("email", "trait:email", "plan")) {
            assertForThoseWhoSeePeople("active-users?by=" + by, !by.equals("plan"));
        }
    }

    @Test
    void properties_that_tell_who_is_who_are_for_those_who_may_see_people_too() throws Exception {
        String bought = IntStream.range(0, 12)
                .mapToObj(number -> """
                        {"type":"track","messageId":"b%1$d","userId":"buyer%1$d","event":"Bought",
                         "properties":{"order":"o-%1$d","device":"d-%2$d","bought":"article-%3$d"%4$s}}
                        """.formatted(
                                number,
                                number % 3,
                                number / 2,
                                number < 5 ? ",\"tel\":\"+49 30 " + number + "\",\"reason\":\"r" + number + "\"" : ""))
                .collect(Collectors.joining(","));
        server.post("/v1/batch", "{\"writeKey\":\"%s\",\"batch\":[%s]}".formatted(server.writeKey(), bought));
        server.live().catchUp();
        for (String by : List.of("order", "property:order", "tel")) {
            assertForThoseWhoSeePeople("active-users?by=" + by, true);
        }
        for (String by : List.of("property:device", "bought", "property:reason")) {
            assertForThoseWhoSeePeople("active-users?by=" + by, false);
        }
    }

    private static void assertForThoseWhoSeePeople(String split, boolean tellsWho) throws Exception {
        try (var viewer = as(Role.VIEWER);
                var analyst = as(Role.ANALYST)) {
            assertThat(viewer.get("/reports/" + split).statusCode()).as(split).isEqualTo(tellsWho ? 403 : 200);
            assertThat(analyst.get("/reports/" + split).statusCode()).as(split).isEqualTo(200);
        }
        String api = "/api/v1/questions/" + split;
        assertThat(server.get(api, server.key(Scope.READ)).statusCode())
                .as(split)
                .isEqualTo(tellsWho ? 403 : 200);
        assertThat(server.get(api, server.key(Scope.READ, Scope.PEOPLE)).statusCode())
                .as(split)
                .isEqualTo(200);
    }

    @Test
    void a_form_that_misses_something_is_no_fault_of_ours() {
        try (var admin = as(Role.ADMIN)) {
            admin.get("/account");
            assertThat(admin.post("/settings/people/1/role").statusCode()).isEqualTo(400);
            assertThat(admin.post("/data/events/name").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void what_programs_ask_is_never_answered_by_a_session_and_sets_no_cookie() {
        List<Address> others =
                addresses().stream().filter(each -> !each.isPage()).toList();
        assertThat(others).hasSizeGreaterThan(20);
        try (var admin = as(Role.ADMIN)) {
            for (Address other : others) {
                var answer =
                        other.method().equals("GET") ? admin.get(other.path()) : admin.post(other.path(), "x", "y");
                if (other.path().startsWith("/api/") || other.path().equals("/metrics")) {
                    assertThat(answer.statusCode()).as(other.path()).isBetween(400, 499);
                }
                assertThat(answer.body()).doesNotContain("This form is not one");
                assertThat(answer.headers().allValues("Set-Cookie"))
                        .as(other.path())
                        .isEmpty();
            }
        }
    }

    @Test
    void a_viewer_who_posts_to_an_administrators_page_is_told_which_role_it_needs_and_changes_nothing() {
        int id = server.live().people().users().named("admin").id();
        try (var viewer = as(Role.VIEWER)) {
            viewer.get("/account");
            for (String path : List.of("role", "disable", "link")) {
                var refused = viewer.post("/settings/people/" + id + "/" + path, "role", "viewer");
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.body()).contains("This needs the role admin, yours is viewer");
            }
        }
        assertThat(server.live().people().users().named("admin").role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void a_viewer_sees_numbers_and_an_analyst_the_people_behind_them() {
        String numbers = "/reports/active-users";
        String people = numbers + "?format=csv&who=period%3D2026-02-01";
        try (var viewer = as(Role.VIEWER);
                var analyst = as(Role.ANALYST)) {
            assertThat(viewer.get(numbers).statusCode()).isNotEqualTo(403);
            assertThat(viewer.get(people).body()).contains("This needs the role analyst, yours is viewer");
            assertThat(analyst.get(people).body()).doesNotContain("This needs the role");
        }
    }

    @Test
    void a_form_without_its_token_or_with_that_of_another_browser_is_forged() {
        try (var admin = as(Role.ADMIN);
                var other = as(Role.ADMIN);
                var nobody = new Visitor(server)) {
            other.get("/account");
            nobody.get("/sign-in");
            for (String token : List.of("", "guessed", other.token(), nobody.token())) {
                var forged = admin.post("/settings/people", token, new String[] {"name", "eve"}, new String[0]);
                assertThat(forged.statusCode()).isEqualTo(403);
                assertThat(forged.body()).contains("This form is not one that this server gave to this browser");
            }
            assertThat(admin.post("/account/sign-out-everywhere", "", new String[0], new String[0])
                            .statusCode())
                    .isEqualTo(403);
            assertThat(nobody.post("/sign-in", "", new String[] {"name", "admin"}, new String[0])
                            .statusCode())
                    .isEqualTo(403);
            assertThat(server.live().people().users().find("eve")).isEmpty();

            admin.get("/account");
            String[] header = {"X-CSRF-TOKEN", admin.token()};
            assertThat(admin.post("/settings/people", "", new String[] {"name", "eve"}, header)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_session_that_was_guessed_ended_or_belongs_to_a_disabled_user_opens_nothing() {
        User bo = server.live()
                .people()
                .invite(Actor.COMMAND_LINE, "bo", Role.VIEWER)
                .user();
        Secret session = server.live().people().sessions().start(bo, "127.0.0.1");
        for (String value :
                List.of("", "0".repeat(40), session.hash(), session.text().substring(1) + "x", "' OR 1=1")) {
            try (var guesser = new Visitor(server).with("perennial-session", value)) {
                assertThat(guesser.get("/account").statusCode()).as(value).isEqualTo(303);
            }
        }
        try (var visitor = new Visitor(server).with("perennial-session", session.text())) {
            assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
            server.live().people().disable(Actor.COMMAND_LINE, bo);
            assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void a_role_that_was_taken_away_is_gone_with_the_next_page() {
        User dee = server.live()
                .people()
                .invite(Actor.COMMAND_LINE, "dee", Role.ADMIN)
                .user();
        try (var visitor = new Visitor(server)
                .with(
                        "perennial-session",
                        server.live()
                                .people()
                                .sessions()
                                .start(dee, "127.0.0.1")
                                .text())) {
            assertThat(visitor.get("/settings/people").statusCode()).isEqualTo(200);
            server.live().people().changeRole(Actor.COMMAND_LINE, dee, Role.VIEWER);
            assertThat(visitor.get("/settings/people").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void an_address_written_in_another_way_leads_nowhere_else() {
        try (var viewer = as(Role.VIEWER)) {
            for (String trick : List.of(
                    "//settings/people",
                    "/settings//people",
                    "/settings/people/",
                    "/settings/people;jsessionid=1",
                    "/settings;a=b/people",
                    "/settings/%70eople",
                    "/settings%2Fpeople",
                    "/settings%252Fpeople",
                    "/reports/../settings/people",
                    "/reports/%2e%2e/settings/people",
                    "/settings/people%00",
                    "/settings/people%0a",
                    "/SETTINGS/people",
                    "/api/../settings/people",
                    "/assets/..%2f..%2fsettings/people",
                    "/settings\\people".replace("\\", "%5C"))) {
                var answer = viewer.get(trick);
                assertThat(answer.statusCode()).as(trick).isIn(400, 401, 403, 404);
                assertThat(answer.body()).as(trick).doesNotContain("What a role allows");
            }
        }
    }

    @Test
    void a_link_sets_a_password_once_and_whoever_only_looks_at_it_does_not_use_it_up() {
        var people = server.live().people();
        String link =
                people.invite(Actor.COMMAND_LINE, "cy", Role.ANALYST).link().text();
        try (var visitor = new Visitor(server)) {
            visitor.get("/password?link=" + link);
            assertThat(visitor.get("/password?link=" + link).body()).contains("Hello cy.");
            assertThat(visitor.post("/password", "link", link, "password", PASSWORD, "again", "another")
                            .body())
                    .contains("The two passwords differ");
            assertThat(visitor.post("/password", "link", link, "password", PASSWORD, "again", PASSWORD)
                            .statusCode())
                    .isEqualTo(303);
            assertThat(visitor.get("/account").body()).contains("cy", "analyst");
        }
        try (var late = new Visitor(server)) {
            late.get("/sign-in");
            var used = late.post("/password", "link", link, "password", PASSWORD, "again", PASSWORD);
            assertThat(used.statusCode()).isEqualTo(403);
            assertThat(used.body()).contains("This link opens nothing: it was used");
        }
    }

    @Test
    void a_changed_password_needs_the_old_one_and_signs_all_other_browsers_out() {
        var people = server.live().people();
        User fay = people.invite(Actor.COMMAND_LINE, "fay", Role.VIEWER).user();
        people.setPassword(Actor.COMMAND_LINE, fay, new Passwords().hash(PASSWORD));
        String other = people.sessions().start(fay, "127.0.0.1").text();
        String mine = people.sessions().start(fay, "127.0.0.1").text();
        String next = "another four words here";
        try (var visitor = new Visitor(server).with("perennial-session", mine);
                var second = new Visitor(server).with("perennial-session", other)) {
            visitor.get("/account");
            assertThat(visitor.post("/account/password", "current", "wrong", "password", next, "again", next)
                            .body())
                    .contains("This is not your password of now");
            assertThat(visitor.post("/account/password", "current", PASSWORD, "password", next, "again", next)
                            .statusCode())
                    .isEqualTo(303);
            assertThat(visitor.get("/account?done=password").body()).contains("The password was changed");
            assertThat(visitor.cookies().get("perennial-session")).isNotEqualTo(mine);
            assertThat(second.get("/account").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void a_sign_in_link_opens_once() {
        String link = server.signIn(server.live().people().users().named("admin"));
        try (var visitor = new Visitor(server);
                var other = new Visitor(server)) {
            assertThat(visitor.get(link).statusCode()).isEqualTo(303);
            assertThat(visitor.get("/settings/audit").body()).contains("signed in", "by link");
            assertThat(visitor.get(link).statusCode()).isEqualTo(303);
            assertThat(other.get(link).statusCode()).isEqualTo(401);
            assertThat(other.get("/account").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void names_are_text_on_every_page() {
        server.live().people().invite(Actor.COMMAND_LINE, "<script>alert(1)</script>", Role.VIEWER);
        try (var admin = as(Role.ADMIN)) {
            for (String path : List.of("/settings/people", "/settings/audit")) {
                assertThat(admin.get(path).body())
                        .contains("&lt;script&gt;alert(1)")
                        .doesNotContain("<script>alert");
            }
            assertThat(admin.get("/account").headers().map())
                    .containsKeys(
                            "content-security-policy", "x-content-type-options", "x-frame-options", "cache-control");
        }
    }

    @Test
    void a_part_of_a_page_is_not_replaced_by_the_page_to_sign_in() {
        try (var nobody = new Visitor(server)) {
            var part = nobody.get("/reports", "HX-Request", "true", "HX-Current-URL", "http://here/reports?by=plan");
            assertThat(part.statusCode()).isEqualTo(401);
            assertThat(part.headers().firstValue("HX-Redirect")).hasValue("/sign-in?then=%2Freports%3Fby%3Dplan");
        }
    }
}
