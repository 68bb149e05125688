package perennial.server.web.setup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.event.Role;
import perennial.server.TestServer;
import perennial.server.web.Browser;

class SetupPagesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    Path folder;

    private static HttpResponse<String> post(
            TestServer server, String[] browser, String token, String path, String form) throws IOException {
        return server.post(
                path,
                "_csrf=" + token + "&" + form,
                browser[0],
                browser[1],
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static String token(TestServer server, String[] browser) throws IOException {
        Matcher token = TOKEN.matcher(server.get("/account", browser).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String leadsTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void an_administrator_walks_from_an_empty_workspace_to_the_overview() throws IOException {
        Path file = Files.writeString(folder.resolve("garden <b>.csv"), """
                user_id,created,action,plan,amount
                ada,14.03.2025 09:12,Signed Up,pro,
                ada,15.03.2025 10:00,order_completed,pro,12.50
                bo,2.04.2025 11:30,Signed Up,free,
                bo,2.04.2025 11:31,email_sent,free,
                cy,31.13.2025 08:00,Signed Up,free,
                """);
        try (var server = new TestServer(folder);
                var window = BROWSER.openAt(server, "/")) {
            var page = window.page();
            page.getByText("Set this workspace up").click();
            assertThat(page).hasURL("/setup/workspace");
            window.look("setup-workspace");
            page.getByLabel("Name").fill("Garden <b>");
            page.getByLabel("Time zone").fill("Mars/Base");
            page.getByText("Keep it and go on").click();
            assertThat(page.locator(".said.fault")).containsText("\"Mars/Base\" is no time zone");
            page.getByLabel("Time zone").fill("Europe/Berlin");
            page.getByLabel("Currency").fill("eur");
            page.getByText("Keep it and go on").click();
            assertThat(page).hasURL("/setup/data");
            assertThat(page.locator(".workspace")).hasText("Garden <b>");

            page.getByText("Make a write key").click();
            String key = page.locator("#key-text").innerText();
            assertThat(key).hasSize(40);
            assertThat(page.locator(".snippet pre").first()).containsText(key);
            assertThat(page.locator(".snippet pre").first())
                    .containsText(server.address("").toString());
            assertThat(page.locator("#arrival h2")).hasText("Waiting for your first event…");

            page.navigate("/setup/data");
            window.look("setup-data");
            page.getByLabel("CSV, NDJSON or Parquet").setInputFiles(file);
            page.getByText("Upload and look at it").click();
            assertThat(page.getByLabel("created becomes")).hasValue("time");
            assertThat(page.getByLabel("Time format")).hasValue("d.M.yyyy H:mm");
            assertThat(page.locator(".ready"))
                    .containsText("Of its 5 rows, 4 are ready and 1 cannot be read, first in line 6:");
            page.getByLabel("action becomes").selectOption("nothing");
            assertThat(page.locator("#read .said")).containsText("Choose the column that says what happened");
            page.getByLabel("action becomes").selectOption("event");
            assertThat(page.locator(".ready")).containsText("4 are ready");
            window.look("import-mapping");
            page.getByText("Import the file").click();
            assertThat(page).hasURL("/data/imports/1");
            window.look("import");
            page.getByText("What counts as active").click();

            assertThat(page.locator(".finding"))
                    .hasText("Suggested: 2 of 3 events count as active, being the customer’s own doing.");
            assertThat(page.getByLabel("email_sent")).not().isChecked();
            window.look("setup-active");
            page.getByText("Keep it and go to the overview").click();
            assertThat(page).hasURL("/");
            assertThat(page.locator(".tile, .ledger a").first()).isVisible();
            assertThat(server.live().workspace().settings().names(Role.PASSIVE)).contains("email_sent");
            page.navigate("/setup");
            assertThat(page).hasURL("/");
            page.navigate("/data/imports");
            window.look("imports");
            assertThat(window.complaints()) // the refusal was meant
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("400");
        }
    }

    @Test
    void the_first_event_that_is_sent_shows_by_itself() throws IOException {
        try (var server = new TestServer(folder);
                var window = BROWSER.openAt(server, "/setup/data")) {
            assertThat(window.page().locator("#arrival h2")).hasText("Waiting for your first event…");
            server.post(
                    "/v1/track",
                    "{\"writeKey\":\"%s\",\"messageId\":\"m\",\"userId\":\"ada\",\"event\":\"<i>Hello</i>\"}"
                            .formatted(server.writeKey()));
            assertThat(window.page().locator("#arrival h2")).hasText("What came");
            assertThat(window.page().locator(".arrived li span")).hasText("<i>Hello</i>");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void each_step_is_for_administrators_and_their_own_forms_and_keeps_nothing_that_is_wrong() throws IOException {
        try (var server = new TestServer(folder)) {
            var before = server.live().workspace().settings();
            String form = "name=Taken&zone=UTC&currency=USD&week-start=monday";
            for (var role : perennial.store.access.Role.values()) {
                String[] browser = server.browser(role);
                boolean isAdmin = role == perennial.store.access.Role.ADMIN;
                String token = isAdmin ? "forged" : token(server, browser);
                for (String path : List.of("/setup/workspace", "/setup/data", "/setup/active")) {
                    assertThat(server.get(path, browser).statusCode()).isEqualTo(isAdmin ? 200 : 403);
                    assertThat(post(server, browser, token, path, form).statusCode())
                            .isEqualTo(403);
                }
                assertThat(server.get("/", browser).body().contains("Set this workspace up"))
                        .isEqualTo(isAdmin);
            }
            String[] admin = server.browser(perennial.store.access.Role.ADMIN);
            String token = token(server, admin);
            for (String wrong : List.of(
                    "name=+&zone=UTC&currency=USD&week-start=monday",
                    "name=a&zone=%2B02:00&currency=USD&week-start=monday",
                    "name=a&zone=UTC&currency=money&week-start=monday",
                    "name=a&zone=UTC&currency=USD&week-start=someday",
                    "")) {
                assertThat(post(server, admin, token, "/setup/workspace", wrong).statusCode())
                        .as(wrong)
                        .isEqualTo(400);
            }
            assertThat(server.live().workspace().settings()).isEqualTo(before);
            assertThat(server.live().keys().all()).hasSize(1);
        }
    }

    @Test
    void names_that_never_came_are_marked_as_nothing_and_the_walk_goes_on_where_it_was_left() throws IOException {
        try (var server = new TestServer(folder)) {
            String[] admin = server.browser(perennial.store.access.Role.ADMIN);
            String token = token(server, admin);
            assertThat(leadsTo(server.get("/setup", admin))).isEqualTo("/setup/workspace");
            String form = "name=a&zone=Asia/Tokyo&currency=JPY&week-start=sunday";
            assertThat(leadsTo(post(server, admin, token, "/setup/workspace", form)))
                    .isEqualTo("/setup/data");
            assertThat(leadsTo(server.get("/setup", admin))).isEqualTo("/setup/data");
            assertThat(server.get("/setup/active", admin).body()).contains("There are no events yet to choose among.");
            server.post(
                    "/v1/track",
                    "{\"writeKey\":\"%s\",\"messageId\":\"m\",\"userId\":\"ada\",\"event\":\"Letter Sent\"}"
                            .formatted(server.writeKey()));
            assertThat(leadsTo(server.get("/setup", admin))).isEqualTo("/setup/active");
            String listed = "listed=" + URLEncoder.encode("Letter Sent", StandardCharsets.UTF_8) + "&listed=Forged";
            assertThat(leadsTo(post(server, admin, token, "/setup/active", listed)))
                    .isEqualTo("/");
            assertThat(server.live().workspace().settings().names(Role.PASSIVE))
                    .contains("Letter Sent", "Email Sent")
                    .doesNotContain("Forged");
            assertThat(leadsTo(server.get("/setup", admin))).isEqualTo("/");
            assertThat(server.get("/setup/active", admin).body()).contains("<b>0</b> of 1 events count as active");
        }
    }
}
