package perennial.server.web.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import perennial.server.web.Browser;
import perennial.store.access.Secret;
import perennial.store.dashboard.Dashboard;
import perennial.store.dashboard.Dashboards;
import perennial.store.dashboard.Widget.Width;

class DashboardJourneyTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String FUNNEL =
            "step=Page+Viewed&step=Signed+Up&step=Subscription+Started&within=60d&unit=visitor";

    /// Six reports of each kind of picture.
    private static Dashboard made(String name) {
        Dashboards dashboards = BROWSER.server().live().dashboards();
        String id = dashboards.make(name).id();
        dashboards.pin(id, Width.TWO_THIRDS, "lifecycle", "");
        dashboards.pin(id, Width.THIRD, "churn", "");
        dashboards.pin(id, Width.HALF, "retention", "");
        dashboards.pin(id, Width.HALF, "funnel", FUNNEL);
        dashboards.pin(id, Width.THIRD, "active-users", "segment=nobody+knows");
        dashboards.pin(id, Width.THIRD, "at-risk", "limit=20");
        dashboards.pin(id, Width.THIRD, "traffic", "");
        return dashboards.find(id).orElseThrow();
    }

    @Test
    void the_pages_of_dashboards_look_right() {
        Dashboard made = made("Monday numbers");
        Secret link = BROWSER.server().live().dashboards().links().make(made, Duration.ofDays(7));
        String page = "/dashboards/" + made.id();
        BROWSER.look("dashboards", "/dashboards");
        BROWSER.look("dashboard", page);
        BROWSER.look("dashboard-arrange", page + "?arrange");
        BROWSER.look("dashboard-shared", "/shared?link=" + link.text());
        BROWSER.look("dashboard-pin", "/dashboards/pin?report=%2Freports%2Fchurn");
    }

    @Test
    void a_report_is_pinned_arranged_shared_and_its_link_revoked() {
        BROWSER.server().live().dashboards().make("Another");
        try (var window = BROWSER.open("/reports/churn")) {
            Page page = window.page();
            String finding = page.locator(".finding").innerText();
            page.locator(".actions >> text=Pin").click();
            page.locator("#name").fill("Journey");
            page.locator("#dashboard").selectOption("");
            page.locator("button >> text=Pin").click();
            assertThat(page.locator(".widget-finding")).hasText(finding);
            assertThat(page.locator(".widget canvas")).hasCount(1);
            String here = page.url();
            page.navigate("/dashboards/pin?report=%2Freports%2Flifecycle");
            page.locator("#dashboard").selectOption(here.substring(here.lastIndexOf('/') + 1));
            page.locator("button >> text=Pin").click();
            assertThat(page).hasURL(here);
            assertTitles(page, "Churn", "Lifecycle");

            page.locator(".actions >> text=Arrange").click();
            page.locator("[aria-label='Arrange Lifecycle'] >> text=Earlier").click();
            assertTitles(page, "Lifecycle", "Churn");
            page.locator("[aria-label='Arrange Lifecycle'] [aria-label='As wide as all']")
                    .click();
            assertThat(page.locator(".wide-12 h2")).hasText("Lifecycle");
            assertTitles(page, "Lifecycle", "Churn");

            page.locator("button >> text=Make a secret link").click();
            String link = page.locator("code.secret").innerText();
            try (var guest = BROWSER.open(link.substring(link.indexOf("/shared")))) {
                guest.page().context().clearCookies();
                guest.page().reload();
                guest.awaitCharts();
                assertTitles(guest.page(), "Lifecycle", "Churn");
                assertThat(guest.page().locator("main a")).hasCount(0);
                assertThat(guest.page().locator(".side")).hasCount(0);
                page.locator("button >> text=Revoke").click();
                assertThat(page.locator("button >> text=Revoke")).hasCount(0);
                guest.page().reload();
                assertThat(guest.page().locator(".finding")).containsText("This link opens nothing");
            }
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static void assertTitles(Page page, String... titles) {
        assertThat(page.locator(".widget h2")).hasText(titles);
    }

    @Test
    void a_widget_that_changes_is_swapped_alone_and_drawn_at_once() {
        Dashboard made = made("Refreshing");
        try (var window = BROWSER.open("/dashboards/" + made.id())) {
            Page page = window.page();
            window.awaitCharts();
            Locator first = page.locator(".widget").first();
            page.evaluate("document.querySelectorAll('.widget').forEach(each => each.kept = true)");
            String poll = String.valueOf(first.getAttribute("hx-get"));
            page.evaluate(
                    "address => htmx.ajax('GET', address, {target: '.widget', swap: 'outerHTML settle:0ms'})", poll);
            assertThat((Boolean) first.evaluate("each => each.kept === true")).isTrue();
            page.evaluate(
                    "address => htmx.ajax('GET', address, {target: '.widget', swap: 'outerHTML settle:0ms'})",
                    poll.replaceAll("seen=.*", "seen=other"));
            page.waitForFunction("!document.querySelector('.widget').kept");
            window.awaitCharts();
            assertThat(first.locator("canvas")).hasCount(1);
            assertThat((Integer)
                            page.evaluate("[...document.querySelectorAll('.widget')].filter(each => each.kept).length"))
                    .isEqualTo(made.widgets().size() - 1);
            assertThat(window.complaints()).isEmpty();
        }
    }
}
