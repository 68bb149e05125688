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
            page.getByLabel("Who is in it").fill("rfm recensy = 5");
            PlaywrightAssertions.assertThat(page.locator("#fault .fault"))
                    .hasText("Expected one of recency frequency monetary (did you mean \"recency\"?) at position 5.");
            assertThat(page.locator(".fault-place").innerText()).isEqualTo("rfm recensy = 5\n    ^");
            assertThat(page.locator("#members").count()).isZero();

            page.getByLabel("Who is in it").fill(EXPRESSION);
            page.waitForSelector("#members");
            assertThat(page.locator("#fault").innerText()).isBlank();
            String size = page.locator("#members").innerText();
            assertThat(size).isEqualTo(sizeByTheApi(EXPRESSION)).isNotEqualTo("0");
            assertThat(page.locator("#size").innerText()).startsWith(size + " of ");
            assertThat(page.locator(".well > .part-line .state").allInnerTexts())
                    .containsExactly("all of these", "any of these", "none of these");
            assertThat(page.locator(".part-count").allInnerTexts())
                    .hasSize(3)
                    .last()
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
            window.page().getByLabel("Who is in it").fill("in a life");
            window.page().getByText("Count", exactly()).click();
            window.page().waitForSelector("#members");
            assertThat(window.page().url()).endsWith("/segments/count");
            assertThat(window.page().getByLabel("Who is in it").inputValue()).isEqualTo("in a life");
        }
    }

    private static com.microsoft.playwright.Page.GetByTextOptions exactly() {
        return new com.microsoft.playwright.Page.GetByTextOptions().setExact(true);
    }
}
