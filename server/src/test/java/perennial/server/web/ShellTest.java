package perennial.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import perennial.store.access.Role;

class ShellTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void the_list_of_reports_looks_right() {
        BROWSER.look("all-reports", "/reports");
    }

    @Test
    void the_theme_is_switched_by_a_button_and_remembered() {
        try (var window = BROWSER.open("/reports")) {
            var html = window.page().locator("html");
            assertThat(html).hasAttribute("data-bs-theme", "light");
            window.page().locator(".side [data-theme-switch]").click();
            assertThat(html).hasAttribute("data-bs-theme", "dark");
            window.page().reload();
            assertThat(html).hasAttribute("data-bs-theme", "dark");
        }
    }

    @Test
    void keys_find_go_and_tell() {
        try (var window = BROWSER.open("/reports")) {
            window.page().keyboard().press("?");
            assertThat(window.page().locator("#keys")).isVisible();
            assertThat(window.page().locator("#keys").innerText()).contains("Find or go to", "g r", "Retention");
            window.page().keyboard().press("Escape");
            assertThat(window.page().locator("#keys")).not().isVisible();
            window.page().keyboard().press("/");
            window.page().keyboard().type("retent");
            assertThat(window.page().locator("#finder a").first()).hasText("Retention");
        }
    }

    @Test
    void a_phone_finds_all_other_places_under_more() {
        try (var window = BROWSER.open("/dashboards")) {
            var page = window.page();
            page.setViewportSize(Browser.NARROW, 844);
            var more = page.locator(".more");
            assertThat(more.locator("ul")).not().isVisible();
            assertThat(more.locator("summary")).hasAttribute("aria-current", "true");
            more.locator("summary").click();
            assertThat(more.locator("a")).hasText(new String[] {"Campaigns", "Dashboards", "Data", "Settings", "Help"});
            assertThat(more.getByText("Help")).isInViewport();
            window.lookNow("more");
            page.keyboard().press("Escape");
            assertThat(more.locator("ul")).not().isVisible();
            more.locator("summary").click();
            page.locator(".finding").click();
            assertThat(more.locator("ul")).not().isVisible();
            more.locator("summary").click();
            more.getByText("Settings").click();
            assertThat(page).hasURL("/settings/rules");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void what_goes_wrong_is_told_on_a_page_with_the_policy() throws Exception {
        var nowhere = BROWSER.server().get("/nowhere", "Accept", "text/html");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).contains("There is nothing at /nowhere");
        assertThat(nowhere.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe"));
        assertThat(BROWSER.server().get("/nowhere").body()).startsWith("{");
    }

    @Test
    void files_are_kept_for_good_under_an_address_of_their_content() throws Exception {
        String page = BROWSER.server()
                .get("/reports", BROWSER.server().browser(Role.VIEWER))
                .body();
        List<String> addresses = java.util.regex.Pattern.compile("/assets/[a-z0-9.-]+")
                .matcher(page)
                .results()
                .map(java.util.regex.MatchResult::group)
                .distinct()
                .toList();
        assertThat(addresses).hasSizeGreaterThan(5);
        for (String address : addresses) {
            var file = BROWSER.server().get(address);
            assertThat(file.statusCode()).as(address).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(kept -> assertThat(kept).contains("immutable"));
            var packed = BROWSER.server().get(address, "Accept-Encoding", "gzip");
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        }
        assertThat(BROWSER.server().get("/assets/tokens.css").statusCode()).isEqualTo(404);
    }
}
