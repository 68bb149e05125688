package perennial.server.web.segment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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
            assertThat(page.locator("#fault .fault"))
                    .hasText("Expected one of recency frequency monetary (did you mean \"recency\"?) at position 5.");
            assertThat(page.locator(".fault-place").innerText()).isEqualTo("rfm recensy = 5\n    ^");
            assertThat(page.locator("#members")).hasCount(0);

            page.getByLabel("The same as text").fill(EXPRESSION);
            String size = sizeByTheApi(EXPRESSION);
            assertThat(size).isNotEqualTo("0");
            assertThat(page.locator("#members")).hasText(size);
            assertThat(page.locator("#fault")).isEmpty();
            assertThat(page.locator("#size")).hasText(Pattern.compile("^" + size + " of "));
            var joins = page.locator(".join select");
            assertThat(joins).hasCount(3);
            assertThat(joins.nth(0)).hasValue("all");
            assertThat(joins.nth(1)).hasValue("any");
            assertThat(joins.nth(2)).hasValue("none");
            assertThat(page.locator(".part-count")).hasCount(6);
            assertThat(page.locator(".part-count").nth(4)).hasText(size + " remain");
            assertThat(page.locator(".people-list li")).hasCount(10);

            page.getByLabel("Name").fill("near and active");
            page.getByText("Save segment").click();
            assertThat(page).hasURL("/segments/near%20and%20active");
            assertThat(page.locator("#members")).hasText(size);
            assertThat(page.locator(".size-line")).hasCount(1);

            page.getByText("Active users of these").click();
            assertThat(page).hasURL(Pattern.compile("/reports/active-users"));
            assertThat(page.locator(".rules").first()).containsText("near and active");
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
            field(page, "p.0.trait").selectOption("country");
            assertThat(page).hasURL(Pattern.compile("segment=country"));
            field(page, "p.0.value").fill("DE");
            field(page, "p.0.value").blur();
            awaitText(window, "country = DE");
            page.getByText("+ Group").click();
            field(page, "p.1.join").focus();
            field(page, "p.1.join").selectOption("none");
            assertThat(page).hasURL(Pattern.compile("not%20"));
            assertThat(field(page, "p.1.join")).isFocused();
            field(page, "p.1.0.kind").selectOption("inactive");
            assertThat(page).hasURL(Pattern.compile("inactive"));
            page.locator("[value='drop p.1.1']").click();
            String built = "country = DE and not inactive for 30 days";
            awaitText(window, built);
            String size = sizeByTheApi(built);
            assertThat(size).isNotEqualTo("0");
            assertThat(page.locator("#members")).hasText(size);
            assertThat(page.locator(".part-count").nth(1)).hasText(size + " remain");

            page.goBack();
            assertThat(field(page, "p.1.1.kind")).isVisible();
            page.goForward();
            awaitText(window, built);
            assertThat(window.complaints()).isEmpty();
            window.look("segment-rows");
        }
    }

    private static Locator field(Page page, String id) {
        return page.locator("[id='" + id + "']");
    }

    private static void awaitText(Browser.Window window, String text) {
        assertThat(window.page().getByLabel("The same as text")).hasValue(text);
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
            assertThat(window.page()).hasURL(Pattern.compile("/reports/retention\\?.*segment-at=now"));
            assertThat(window.page().locator(".finding")).not().containsText("cannot be counted");
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
                    .getByText(name, new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(window.page().locator(".crumb b")).hasText(name);
            assertThat(window.page().locator("#used-title + *, .rules").first()).containsText("Part of beside");
            window.page().getByText("Delete " + name).click();
            assertThat(window.page().locator(".said.fault")).containsText("is part of beside");
        }
    }

    @Test
    void without_script_a_button_counts() {
        try (var window = BROWSER.open("/segments/new")) {
            window.page().route("**/*.js", Route::abort);
            window.page().reload();
            window.page().getByLabel("The same as text").fill("in a life");
            window.page().locator(".segment-save .btn").first().click();
            assertThat(window.page()).hasURL("/segments/count");
            assertThat(window.page().locator("#members")).isVisible();
            awaitText(window, "in a life");
            field(window.page(), "p.0.kind").selectOption("inactive");
            window.page().getByText("Count these rows").click();
            awaitText(window, "inactive for 30 days");
            assertThat(window.page()).hasURL(Pattern.compile("/segments/new\\?name=&segment=inactive"));
        }
    }
}
