package perennial.server.web.customer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import perennial.server.web.Browser;
import perennial.server.web.Figures;
import perennial.store.access.Scope;

class CustomerJourneyTest {
    private static final String SCRIPT = "<script>alert(1)</script>";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static String busiest() {
        return BROWSER.server()
                .rows(
                        "SELECT user_id FROM events WHERE user_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1")
                .getFirst();
    }

    private static String api(String path) throws Exception {
        return BROWSER.server()
                .get("/api/v1/customers/" + path, BROWSER.server().key(Scope.PEOPLE))
                .body();
    }

    private static List<String> events(String json) {
        return Pattern.compile("\"event\":\"([^\"]+)\"")
                .matcher(json)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /// The names on the page, each as often as it is shown to have happened.
    private static List<String> shown(Browser.Window window) {
        window.page().waitForLoadState();
        List<String> names = new ArrayList<>();
        for (var entry : window.page().locator(".entry").all()) {
            int times = Math.max(1, entry.locator("details li").count());
            names.addAll(java.util.Collections.nCopies(
                    times, entry.locator("b").first().textContent()));
        }
        return names;
    }

    @Test
    void a_customer_is_searched_opened_filtered_paged_and_exported() throws Exception {
        String id = busiest();
        try (var window = BROWSER.open("/customers")) {
            window.page().locator("#find").fill(id);
            window.page().locator(".find-customer button").click();
            assertThat(window.page()).hasURL("/customers/" + id + "?kind=user");
            String events = api(id).replaceAll("(?s).*\"events\":([0-9]+).*", "$1");
            assertThat(window.page().locator(".finding b").first())
                    .hasText(Figures.whole(Long.parseLong(events.strip())));

            String timeline = api(id + "/timeline");
            assertThat(shown(window)).hasSize(100).isEqualTo(events(timeline));

            window.page().getByText("Earlier").click();
            assertThat(window.page()).hasURL(Pattern.compile("before="));
            String next =
                    timeline.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1").strip();
            assertThat(shown(window)).isEqualTo(events(api(id + "/timeline?before=" + next)));
            window.page().getByText("Newest").click();
            assertThat(window.page()).hasURL("/customers/" + id + "?kind=user#timeline");

            String name = events(timeline).getLast();
            window.page().locator("[name=event]").fill(name);
            window.page().getByText("Filter").click();
            assertThat(window.page()).hasURL(Pattern.compile("event="));
            assertThat(shown(window))
                    .containsOnly(name)
                    .isEqualTo(events(api(id + "/timeline?event=" + name.replace(" ", "+"))));

            Download export = window.page()
                    .waitForDownload(() -> window.page().getByText("Export").click());
            assertThat(Files.readString(export.path())).isEqualTo(api(id + "/export"));
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void the_people_behind_a_number_lead_to_their_pages() {
        try (var window =
                BROWSER.open("/reports/retention?from=2026-07-06&who=cohort%3D2026-08-03%2Cn%3D4%2Creturned")) {
            var person = window.page().locator("#people li a").first();
            String id = person.innerText();
            person.click();
            assertThat(window.page().locator("#timeline")).isVisible();
            assertThat(window.page().locator(".crumb b")).hasText(id);
        }
    }

    @Test
    void the_pages_look_right() {
        BROWSER.look("customer", "/customers/" + busiest());
        BROWSER.look("customer-find", "/customers");
    }

    /// The browser itself complains of an answer that is no success.
    @Test
    void nobody_has_a_page_too() {
        try (var window = BROWSER.open("/customers?id=nobody")) {
            window.look("customer-nobody");
        }
    }

    @Test
    void hostile_names_are_text() throws Exception {
        var server = BROWSER.server();
        assertThat(server.post("/v1/batch", """
                        {"writeKey":"%1$s","batch":[
                          {"type":"identify","messageId":"h1","userId":"%2$s","traits":{"%2$s":"%2$s"}},
                          {"type":"track","messageId":"h2","userId":"%2$s","event":"%2$s","properties":{"%2$s":"%2$s"}}]}
                        """.formatted(server.writeKey(), SCRIPT))
                        .statusCode())
                .isEqualTo(200);
        try (var window = BROWSER.open("/customers")) {
            window.page().onDialog(dialog -> window.complaints().add(dialog.message()));
            window.page().locator("#find").fill(SCRIPT);
            window.page().locator(".find-customer button").click();
            assertThat(window.page().locator(".crumb b")).hasText(SCRIPT);
            assertThat(window.page().locator(".entry b")).hasText(SCRIPT);
            assertThat(window.page().locator(".about").last()).containsText(SCRIPT);
            window.page().locator("[name=event]").fill(SCRIPT);
            window.page().getByText("Filter").click();
            assertThat(window.page()).hasURL(Pattern.compile("event="));
            assertThat(window.page().locator(".entry")).hasCount(1);
            window.page().locator("#confirm").fill("another");
            window.page().getByText("Delete for good").click();
            var refusal = window.page().getByRole(AriaRole.ALERT);
            assertThat(refusal).containsText("Nothing was deleted");
            assertThat(refusal).containsText(SCRIPT);
            assertThat(window.complaints()).allMatch(text -> text.contains("400"));
        }
    }
}
