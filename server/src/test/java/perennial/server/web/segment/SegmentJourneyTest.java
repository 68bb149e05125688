package perennial.server.web.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import perennial.core.segment.Segment;
import perennial.server.web.Browser;
import perennial.store.access.Scope;

class SegmentJourneyTest {
    private static final String EXPRESSION = "in a life and (country = DE or country = UK) and not inactive for 7 days";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void the_pages_look_right() {
        save("near", EXPRESSION);
        BROWSER.look("segments", "/segments");
        BROWSER.look("segment", "/segments/near");
        BROWSER.look("segment-money", "/segments/big%20spenders");
        BROWSER.look("segment-fault", "/segments/new?segment=rfm%20recensy%20=%205");
    }

    private static void save(String name, String expression) {
        BROWSER.server().live().answers().saveSegment(name, Segment.parse(expression));
    }

    @Test
    void a_segment_is_written_mended_counted_saved_and_asked_about() throws Exception {
        try (var window = BROWSER.open("/segments/new")) {
            var page = window.page();
            page.getByLabel("The same as text").fill("rfm recensy = 5");
            PlaywrightAssertions.assertThat(page.locator("#fault .fault"))
                    .hasText("Expected one of recency frequency monetary (did you mean \"recency\"?) at position 5.");
            assertThat(page.locator(".fault-place").innerText()).isEqualTo("rfm recensy = 5\n    ^");
            assertThat(page.locator("#members").count()).isZero();

            page.getByLabel("The same as text").fill(EXPRESSION);
            page.waitForSelector("#members");
            assertThat(page.locator("#fault").innerText()).isBlank();
            String size = page.locator("#members").innerText();
            assertThat(size).isEqualTo(sizeByTheApi(EXPRESSION)).isNotEqualTo("0");
            assertThat(page.locator("#size").innerText()).startsWith(size + " of ");
            assertThat(page.locator(".join select").all().stream().map(com.microsoft.playwright.Locator::inputValue))
                    .containsExactly("all", "any", "none");
            assertThat(page.locator(".part-count").allInnerTexts())
                    .hasSize(6)
                    .element(4)
                    .isEqualTo(size + " remain");
            assertThat(page.locator(".people-list li").count()).isEqualTo(10);

            page.getByLabel("Name").fill("near and active");
            page.getByText("Save segment").click();
            assertThat(page.url()).endsWith("/segments/near%20and%20active");
            assertThat(page.locator("#members").innerText()).isEqualTo(size);
            assertThat(page.locator(".size-line").count()).isEqualTo(1);

            page.getByText("Active users of these").click();
            assertThat(page.locator(".rules").first().innerText()).contains("near and active");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void a_segment_is_built_in_rows_and_each_change_can_be_undone_by_going_back() throws Exception {
        try (var window = BROWSER.open("/segments/new")) {
            var page = window.page();
            page.getByText("+ Condition").click();
            awaitText(window, "did \"*\" in last 30 days");
            field(page, "p.0.kind").selectOption("trait");
            page.waitForSelector("[id='p.0.trait']");
            field(page, "p.0.trait").selectOption("country");
            page.waitForURL(Pattern.compile(".*segment=country.*"));
            field(page, "p.0.value").fill("DE");
            field(page, "p.0.value").blur();
            awaitText(window, "country = DE");
            page.getByText("+ Group").click();
            page.waitForSelector("[id='p.1.join']");
            field(page, "p.1.join").focus();
            field(page, "p.1.join").selectOption("none");
            page.waitForURL(Pattern.compile(".*not%20.*"));
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("p.1.join");
            field(page, "p.1.0.kind").selectOption("inactive");
            page.waitForURL(Pattern.compile(".*inactive.*"));
            page.locator("[value='drop p.1.1']").click();
            String built = "country = DE and not inactive for 30 days";
            awaitText(window, built);
            assertThat(page.locator("#members").innerText())
                    .isEqualTo(sizeByTheApi(built))
                    .isNotEqualTo("0");
            assertThat(page.locator(".part-count").allInnerTexts().get(1))
                    .isEqualTo(page.locator("#members").innerText() + " remain");

            page.goBack();
            page.waitForSelector("[id='p.1.1.kind']");
            page.goForward();
            awaitText(window, built);
            assertThat(window.complaints()).isEmpty();
            window.look("segment-rows");
        }
    }

    private static com.microsoft.playwright.Locator field(com.microsoft.playwright.Page page, String id) {
        return page.locator("[id='" + id + "']");
    }

    private static void awaitText(Browser.Window window, String text) {
        PlaywrightAssertions.assertThat(window.page().getByLabel("The same as text"))
                .hasValue(text);
    }

    private static String sizeByTheApi(String expression) throws Exception {
        String answer = BROWSER.server()
                .get(
                        "/api/v1/segment-size?format=csv&segment="
                                + URLEncoder.encode(expression, StandardCharsets.UTF_8),
                        BROWSER.server().key(Scope.READ))
                .body();
        Matcher members = Pattern.compile("customer,(\\d+),").matcher(answer);
        assertThat(members.find()).as(answer).isTrue();
        return members.group(1);
    }

    @Test
    void a_report_on_those_whom_scores_compare_is_judged_now() {
        try (var window = BROWSER.open("/segments/champions")) {
            window.page().getByText("Retention of these").click();
            assertThat(window.page().url()).contains("segment-at=now");
            assertThat(window.page().locator(".finding").innerText()).doesNotContain("cannot be counted");
        }
    }

    @Test
    void names_are_text_whatever_they_hold() {
        String name = "<script>alert('x')</script>/..\"&";
        save(name, "country = DE");
        save("beside", "segment " + '"' + name.replace("\"", "\\\"") + '"');
        try (var window = BROWSER.open("/segments")) {
            window.page()
                    .locator(".segment-list a")
                    .getByText(name, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(window.page().locator(".crumb b").innerText()).isEqualTo(name);
            assertThat(window.page().locator("#used-title + *, .rules").first().innerText())
                    .contains("Part of beside");
            window.page().getByText("Delete " + name).click();
            assertThat(window.page().locator(".said.fault").innerText()).contains("is part of beside");
        }
    }

    @Test
    void without_script_a_button_counts() {
        try (var window = BROWSER.open("/segments/new")) {
            window.page().route("**/*.js", com.microsoft.playwright.Route::abort);
            window.page().reload();
            window.page().getByLabel("The same as text").fill("in a life");
            window.page().locator(".segment-save .btn").first().click();
            window.page().waitForSelector("#members");
            assertThat(window.page().url()).endsWith("/segments/count");
            awaitText(window, "in a life");
            field(window.page(), "p.0.kind").selectOption("inactive");
            window.page().getByText("Count these rows").click();
            awaitText(window, "inactive for 30 days");
            assertThat(window.page().url()).contains("/segments/new?name=&segment=inactive");
        }
    }
}
