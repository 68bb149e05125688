package perennial.server.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.web.Browser;

class CampaignJourneyTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    Path folder;

    private static void look(Company company, String name, String path) {
        try (var window = BROWSER.openAt(company.server(), path)) {
            window.look(name);
            assertThat(window.complaints()).as(name).isEmpty();
        }
    }

    @Test
    void the_pages_look_right() throws Exception {
        try (var company = new Company(folder)) {
            look(company, "campaigns-none", "/campaigns");
            look(company, "campaign-form", "/campaigns/new?audience=lapsed");
            company.plan("spring", "\"budget\":500");
            look(company, "campaign-draft", "/campaigns/spring");
            company.launch("spring");
            company.deliver("spring", Company.ofTen(1));
            look(company, "campaign-running", "/campaigns/spring");
            company.comeBack(
                    "spring",
                    each -> Company.ofTen(each.decision().isHeldOut() ? 1 : 3).test(each));
            company.later(Duration.ofDays(61));
            look(company, "campaign-result", "/campaigns/spring");
            look(company, "campaign-people", "/campaigns/spring/people?arm=message&returned=yes");
            company.plan("odd");
            company.launch("odd");
            company.lose("odd", 3);
            look(company, "campaign-broken", "/campaigns/odd");
            look(company, "campaigns", "/campaigns");
        }
    }

    @Test
    void from_the_overview_to_what_a_campaign_really_added() throws Exception {
        try (var company = new Company(folder)) {
            try (var window = BROWSER.openAt(company.server(), "/")) {
                var page = window.page();
                page.locator(".places").getByText("Churn & win-back").click();
                page.locator(".rules")
                        .getByText("Churn", new Locator.GetByTextOptions().setExact(true))
                        .click();
                page.locator(".rules")
                        .getByText("Cancel reasons", new Locator.GetByTextOptions().setExact(true))
                        .click();
                page.locator(".numbers td.number")
                        .getByText("300", new Locator.GetByTextOptions().setExact(true))
                        .first()
                        .click();
                page.getByText("Save as segment").click();
                page.getByLabel("Name").fill("left for the price");
                page.getByText("Save segment").click();
                page.getByText("Win them back").click();
                page.waitForLoadState(); // until then nothing judges

                assertThat(page.getByLabel("Customers in this segment").inputValue())
                        .isEqualTo("left for the price");
                PlaywrightAssertions.assertThat(page.locator("#beside .state")).containsText("be measured");
                page.getByLabel("Held out, %").fill("half");
                PlaywrightAssertions.assertThat(page.locator("#fault-holdout"))
                        .hasText("\"half\" is no number such as 12.5");
                PlaywrightAssertions.assertThat(page.locator("#beside .state")).hasCount(0);
                page.getByLabel("Held out, %").fill("50");
                page.getByLabel("Rise hoped for, points").fill("20");
                PlaywrightAssertions.assertThat(page.locator("#beside .state")).hasText("Can be measured");
                PlaywrightAssertions.assertThat(page.locator(".preview li")).hasCount(10);
                page.getByText("+ Offer").click();
                page.getByLabel("is offered").fill("third");
                page.getByLabel("Costs us, USD").fill("5");
                PlaywrightAssertions.assertThat(page.locator("#beside")).containsText("is offered third (everybody)");
                page.getByLabel("Name of the campaign").fill("spring");
                page.getByText("Save the plan").click();

                page.getByText("Launch spring …").click();
                page.getByText("Launch now").click();
                assertThat(page.locator(".stage").innerText()).isEqualTo("Running");
                assertThat(page.locator("#progress").innerText()).contains("300 in the audience", "0 sent");
                company.deliver("spring", Company.ofTen(1));
                page.reload();
                assertThat(page.locator("#progress").innerText())
                        .contains("0 pending")
                        .doesNotContain("0 sent");
                assertThat(page.locator(".result .finding").innerText()).startsWith("It is too early");
                assertThat(window.complaints()).isEmpty();
            }
            company.comeBack(
                    "spring",
                    each -> Company.ofTen(each.decision().isHeldOut() ? 1 : 5).test(each));
            company.later(Duration.ofDays(61));
            try (var window = BROWSER.openAt(company.server(), "/campaigns")) {
                var page = window.page();
                assertThat(page.locator(".finding").innerText()).contains("brought back");
                page.locator(".campaign-list")
                        .getByText("spring", new Locator.GetByTextOptions().setExact(true))
                        .click();
                window.awaitCharts();
                assertThat(page.locator(".result .state").innerText()).isEqualTo("Clear effect");
                page.locator("a[href*='arm=message&returned=yes']").click();
                assertThat(page.locator(".finding").innerText()).contains("message, came back in time");
                page.locator(".numbers a").first().click();
                assertThat(page.locator("main").innerText()).contains("Campaign Assigned");
                assertThat(window.complaints()).isEmpty();
            }
        }
    }
}
