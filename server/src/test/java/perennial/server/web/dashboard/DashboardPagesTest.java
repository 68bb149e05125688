package perennial.server.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.server.people.Visitor;
import perennial.store.access.AuditEntry;
import perennial.store.access.AuditLog;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.access.Scope;
import perennial.store.access.Secret;
import perennial.store.dashboard.Dashboard;
import perennial.store.dashboard.Dashboards;
import perennial.store.dashboard.Widget;
import perennial.store.dashboard.Widget.Width;

class DashboardPagesTest {
    private static final String ACTIVE = "/reports/active-users?every=day";

    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void serve() throws Exception {
        server = new TestServer(folder);
        server.session(Role.ADMIN);
        for (int day = 1; day < 28; day++) {
            saw("ada@example.com", "2026-02-%02dT12:00:00Z".formatted(day));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void saw(String user, String time) throws IOException {
        String call =
                "{\"writeKey\":\"%s\",\"messageId\":\"%s\",\"userId\":\"%s\",\"event\":\"Saw\",\"timestamp\":\"%s\"}";
        assertThat(server.post("/v1/track", call.formatted(server.writeKey(), user + time, user, time))
                        .statusCode())
                .isEqualTo(200);
    }

    private Dashboards dashboards() {
        return server.live().dashboards();
    }

    private Dashboard made(String... reports) {
        String id = dashboards().make("Monday").id();
        for (String report : reports) {
            String[] parts = report.split("\\?", 2);
            dashboards().pin(id, Width.HALF, parts[0], parts.length > 1 ? parts[1] : "");
        }
        return dashboards().find(id).orElseThrow();
    }

    private Visitor as(Role role) {
        return Visitor.as(server, role);
    }

    private static String path(Dashboard dashboard) {
        return "/dashboards/" + dashboard.id();
    }

    private static String shared(Secret link) {
        return "/shared?link=" + link.text();
    }

    private static String found(String pattern, HttpResponse<String> answer) {
        Matcher matcher = Pattern.compile(pattern).matcher(answer.body());
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1).replace("&amp;", "&");
    }

    @Test
    void a_report_is_pinned_to_a_new_dashboard_and_to_one_that_is_there() {
        try (var analyst = as(Role.ANALYST)) {
            String pin = found("href=\"(/dashboards/pin[^\"]*)\"", analyst.get(ACTIVE));
            var form = analyst.get(pin);
            assertThat(form.body()).contains("Where it goes", "Active users").doesNotContain("latest periods");
            String report = found("name=\"report\" value=\"([^\"]*)\"", form);
            var to = analyst.post("/dashboards/pin", "report", report, "name", "Monday", "columns", "8");
            String page = Visitor.location(to);
            assertThat(analyst.get(page).body()).contains("<b>Monday</b>", "were active", "wide-8");
            String id = page.substring("/dashboards/".length());
            String query = report + "&from=2026-01-01&who=period%3D2026-02-02";
            assertThat(analyst.get("/dashboards/pin?report=" + encoded(query)).body())
                    .contains("latest periods");
            analyst.post("/dashboards/pin", "report", query, "dashboard", id, "columns", "4", "moving", "true");
            assertThat(dashboards().find(id).orElseThrow().widgets())
                    .extracting(Widget::question, Widget::query, Widget::width)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("active-users", "every=day", Width.TWO_THIRDS),
                            org.assertj.core.groups.Tuple.tuple("active-users", "every=day", Width.THIRD));
        }
        assertThat(deeds()).containsExactly(Deed.CHANGED_DASHBOARD, Deed.CHANGED_DASHBOARD, Deed.MADE_DASHBOARD);
    }

    @Test
    void two_widgets_of_one_question_are_told_apart() {
        Dashboard dashboard = made(
                "active-users?every=day&unit=visitor",
                "active-users?every=week&segment=champions&event=Saw",
                "acquisition?compare=before");
        try (var viewer = as(Role.VIEWER)) {
            assertThat(viewer.get(path(dashboard)).body())
                    .contains(
                            "widget-about\">Visitors, in each day</p>",
                            "widget-about\">Users, who did Saw, in each week, for champions</p>",
                            "in each month, compared with the periods before</p>");
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<Deed> deeds() {
        return server.live().people().audit().before(AuditLog.END, 100).stream()
                .map(AuditEntry::did)
                .filter(deed -> deed.toString().contains("dashboard") || deed == Deed.REVOKED_LINK)
                .toList();
    }

    @Test
    void what_is_no_report_or_cannot_be_counted_is_not_pinned() {
        try (var analyst = as(Role.ANALYST)) {
            assertThat(analyst.get("/dashboards/pin?report=%2Fsettings%2Fpeople")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(analyst.get("/dashboards/pin?report=%2F%2Fevil.example").statusCode())
                    .isEqualTo(404);
            assertThat(analyst.get("/dashboards/pin").statusCode()).isEqualTo(404);
            var fault = analyst.post("/dashboards/pin", "report", "/reports/active-users?from=soon", "name", "Monday");
            assertThat(fault.statusCode()).isEqualTo(400);
            assertThat(fault.body()).contains("A report that cannot be counted is not pinned");
            assertThat(analyst.post("/dashboards/pin", "report", ACTIVE, "name", "Monday", "columns", "5")
                            .body())
                    .contains("choose among 4, 6, 8, 12");
            assertThat(analyst.post("/dashboards/pin", "report", ACTIVE, "name", " ")
                            .body())
                    .contains("A dashboard needs a name");
        }
        assertThat(dashboards().all()).isEmpty();
    }

    @Test
    void widgets_are_arranged_resized_and_removed_and_a_dashboard_is_renamed_and_deleted() {
        Dashboard made = made("active-users", "lifecycle");
        String first = path(made) + "/widgets/" + made.widgets().getFirst().id();
        try (var analyst = as(Role.ANALYST)) {
            var page = analyst.get(path(made) + "?arrange");
            assertThat(page.body()).contains("Earlier", "As wide as two thirds", "Delete Monday with its 2 reports");
            assertThat(Visitor.location(analyst.post(first + "/move", "places", "1")))
                    .isEqualTo(path(made) + "?arrange");
            analyst.post(first + "/width", "columns", "12");
            assertThat(analyst.post(first + "/width", "columns", "7").body())
                    .contains("A widget cannot be 7 columns wide");
            assertThat(dashboards().find(made.id()).orElseThrow().widgets())
                    .extracting(Widget::question, Widget::width)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("lifecycle", Width.HALF),
                            org.assertj.core.groups.Tuple.tuple("active-users", Width.FULL));
            analyst.post(first + "/remove");
            analyst.post(path(made) + "/name", "name", "Tuesday");
            assertThat(analyst.post(path(made) + "/name", "name", "").body()).contains("A dashboard needs a name");
            Dashboard after = dashboards().find(made.id()).orElseThrow();
            assertThat(after.name()).isEqualTo("Tuesday");
            assertThat(after.widgets()).hasSize(1);
            assertThat(Visitor.location(analyst.post(path(made) + "/delete"))).isEqualTo("/dashboards");
            assertThat(analyst.get(path(made)).statusCode()).isEqualTo(404);
            assertThat(analyst.get("/dashboards").body()).contains("There is no dashboard yet");
        }
        assertThat(deeds()).first().isEqualTo(Deed.DELETED_DASHBOARD);
    }

    @Test
    void a_viewer_looks_and_changes_nothing_nor_does_a_forged_form() {
        Dashboard made = made("active-users?every=day", "at-risk");
        String widget = path(made) + "/widgets/" + made.widgets().getFirst().id();
        List<String> posts = List.of(
                "/dashboards",
                "/dashboards/pin",
                path(made) + "/name",
                path(made) + "/delete",
                path(made) + "/links",
                path(made) + "/links/x/revoke",
                widget + "/move",
                widget + "/width",
                widget + "/remove");
        try (var viewer = as(Role.VIEWER);
                var analyst = as(Role.ANALYST)) {
            var page = viewer.get(path(made));
            assertThat(page.body())
                    .contains("were active", "it needs the role analyst", "Full screen")
                    .doesNotContain("Arrange", "who=", "ada@example.com");
            assertThat(viewer.get(path(made) + "?arrange").statusCode()).isEqualTo(403);
            assertThat(viewer.get("/dashboards/pin?report=" + ACTIVE).statusCode())
                    .isEqualTo(403);
            assertThat(viewer.get(ACTIVE).body()).doesNotContain("/dashboards/pin", "who=");
            viewer.get("/account");
            for (String post : posts) {
                assertThat(viewer.post(post, "name", "Mine", "columns", "12", "report", ACTIVE)
                                .statusCode())
                        .as(post)
                        .isEqualTo(403);
                var forged = analyst.post(
                        post,
                        "forged",
                        new String[] {"name", "Mine", "columns", "12", "report", ACTIVE},
                        new String[0]);
                assertThat(forged.statusCode()).as(post).isEqualTo(403);
            }
            assertThat(analyst.get(path(made)).body()).contains("who=period");
        }
        assertThat(dashboards().all()).containsExactly(made);
        assertThat(dashboards().links().of(made)).isEmpty();
    }

    @Test
    void a_report_that_cannot_be_counted_says_so_in_its_place() {
        Dashboard made =
                made("active-users?every=day&segment=gone", "no-such-question", "active-users?every=day", "funnel");
        try (var viewer = as(Role.VIEWER)) {
            var page = viewer.get(path(made));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("This cannot be counted", "There is no question", "were active", "Which event?");
        }
    }

    @Test
    void names_are_text_wherever_they_stand() {
        String hostile = "<script>alert(1)</script>\"'";
        Dashboard made = dashboards().make(hostile);
        dashboards().pin(made.id(), Width.HALF, "active-users", "segment=" + encoded(hostile));
        dashboards().pin(made.id(), Width.HALF, hostile, "x=\"><img src=x>");
        Secret link = dashboards().links().make(made, Duration.ofDays(7));
        try (var analyst = as(Role.ANALYST)) {
            for (String path : List.of(
                    "/dashboards",
                    path(made),
                    path(made) + "?arrange",
                    path(made) + "?full",
                    "/dashboards/pin?report=" + encoded(ACTIVE),
                    shared(link))) {
                assertThat(analyst.get(path).body())
                        .as(path)
                        .contains("&lt;script&gt;")
                        .doesNotContain("<script>alert", "<img src=x");
            }
        }
    }

    @Test
    void whoever_has_a_link_sees_numbers_and_no_people_and_no_way_to_anything_else() throws IOException {
        server.live().keys().make("reader", List.of(Scope.READ));
        Dashboard made = made(
                "active-users?every=day",
                "retention?every=week",
                "at-risk",
                "active-users?every=day&by=id",
                "lifecycle");
        String link;
        try (var analyst = as(Role.ANALYST)) {
            analyst.get(path(made) + "?arrange");
            var answer = analyst.post(path(made) + "/links", "days", "7");
            link = found("(/shared\\?link=[0-9a-z]+)<", answer);
            assertThat(analyst.get(path(made) + "?arrange").body()).doesNotContain(link);
            assertThat(analyst.post(path(made) + "/links", "days", "100000").statusCode())
                    .isEqualTo(400);
        }
        var page = server.get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Monday", "were active", "may name people, so it is not shown")
                .doesNotContain(
                        "ada@example.com",
                        "/customers",
                        "/reports",
                        "/help",
                        "who=",
                        "href=\"/dashboards",
                        "class=\"side\"",
                        "_csrf");
        assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        String poll = found("hx-get=\"([^\"]*)\"", page);
        assertThat(server.get(poll).statusCode()).isEqualTo(204);
        var news = server.get(poll.replaceAll("seen=.*", "seen="));
        assertThat(news.body()).startsWith("<article").doesNotContain("who=", "ada@example.com");
        assertThat(news.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(deeds()).contains(Deed.SHARED_DASHBOARD);
    }

    @Test
    void a_revoked_link_opens_nothing_and_a_page_that_shows_it_is_told() throws IOException {
        Dashboard made = made("active-users?every=day");
        Dashboard other = made("active-users?every=month");
        Secret secret = dashboards().links().make(made, Duration.ofDays(7));
        var page = server.get(shared(secret));
        String poll = found("hx-get=\"([^\"]*)\"", page);
        String ofOther = poll.replace(
                made.widgets().getFirst().id(), other.widgets().getFirst().id());
        assertThat(server.get(ofOther, "Accept", "text/html").statusCode()).isEqualTo(404);
        String id = dashboards().links().of(made).getFirst().id();
        try (var analyst = as(Role.ANALYST)) {
            analyst.get(path(other) + "?arrange");
            analyst.post(path(other) + "/links/" + id + "/revoke");
            assertThat(server.get(shared(secret)).statusCode()).isEqualTo(200);
            analyst.post(path(made) + "/links/" + id + "/revoke");
        }
        for (String gone : List.of(shared(secret), shared(Secret.make()), "/shared", "/shared?link=")) {
            var answer = server.get(gone);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body())
                    .contains("This link opens nothing: it was revoked")
                    .doesNotContain("Monday", "href=\"/\"", "class=\"side\"");
            assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        }
        var refreshing = server.get(poll, "HX-Request", "true");
        assertThat(refreshing.headers().firstValue("HX-Refresh")).hasValue("true");
        assertThat(refreshing.body()).isEmpty();
    }

    @Test
    void who_tries_many_links_waits() throws IOException {
        Secret secret = dashboards().links().make(made("active-users"), Duration.ofDays(7));
        for (int i = 0; i < 30; i++) {
            assertThat(server.get(shared(secret)).statusCode()).isEqualTo(200);
            assertThat(server.get(shared(Secret.make())).statusCode()).isEqualTo(404);
        }
        var late = server.get(shared(secret));
        assertThat(late.statusCode()).isEqualTo(429);
        assertThat(late.body()).contains("Too many links were tried from here");
    }

    @Test
    void a_widget_answers_again_when_an_event_has_changed_what_it_says() throws IOException {
        Dashboard made = made("active-users?every=day");
        try (var viewer = as(Role.VIEWER)) {
            String poll = found("hx-get=\"([^\"]*)\"", viewer.get(path(made)));
            assertThat(viewer.get(poll).statusCode()).isEqualTo(204);
            assertThat(viewer.get(poll).body()).isEmpty();
            saw("bo", "2026-02-28T12:00:00Z");
            server.live().catchUp();
            var answer = viewer.get(poll);
            assertThat(answer.body()).contains("<b>1</b> were active on 28 Feb 2026");
            String next = found("hx-get=\"([^\"]*)\"", answer);
            assertThat(next).isNotEqualTo(poll);
            assertThat(viewer.get(next).statusCode()).isEqualTo(204);
        }
    }
}
