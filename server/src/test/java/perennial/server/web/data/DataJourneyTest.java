package perennial.server.web.data;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import perennial.server.web.Browser;

class DataJourneyTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void somebody_makes_a_key_sends_the_first_event_and_sees_it_come_without_loading_anew() throws Exception {
        try (var window = BROWSER.open("/data/sources")) {
            Page page = window.page();
            page.getByLabel("Name, such as website").fill("till");
            page.getByText("Make the key").click();
            String secret = page.locator("#secret").innerText();
            assertThat(page.locator("#arrival")).containsText("Waiting for the first event of this key.");
            var answer = BROWSER.server()
                    .post(
                            "/api/v1/events",
                            "[{\"type\":\"track\",\"messageId\":\"t1\",\"userId\":\"till-1\",\"event\":\"Till Opened\"}]",
                            "Authorization",
                            "Bearer " + secret);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(page.locator("#arrival")).containsText("“Till Opened”, came");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void the_pages_of_data_and_the_rules_look_well() {
        String id = BROWSER.server().live().keys().all().getFirst().id();
        assertAll(
                () -> BROWSER.look("data-sources", "/data/sources"),
                () -> BROWSER.look("data-key", "/data/sources/" + id),
                () -> BROWSER.look("data-events", "/data/events"),
                () -> BROWSER.look("data-event", EventPages.address("Order Completed")),
                () -> BROWSER.look("data-quality", "/data/quality"),
                () -> BROWSER.look("data-backup", "/data/backup"),
                () -> BROWSER.look("settings-rules", "/settings/rules"));
    }
}
