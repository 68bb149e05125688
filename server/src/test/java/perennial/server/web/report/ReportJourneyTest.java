package perennial.server.web.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.core.catalogue.Catalogue;
import perennial.server.web.Browser;
import perennial.server.web.Figures;
import perennial.store.access.Role;
import perennial.store.access.Scope;

class ReportJourneyTest {
    private static final String FUNNEL =
            "funnel?step=Page+Viewed&step=Signed+Up&step=Subscription+Started&within=60d&unit=visitor";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @ParameterizedTest
    @CsvSource({
        "active-users, active-users?every=week",
        "retention, retention",
        "people, 'retention?from=2026-07-06&who=cohort%3D2026-08-03%2Cn%3D4%2Creturned'",
        "lifecycle, lifecycle",
        "churn-split, churn?by=country",
        "winback, winback",
        "return-curve, return-curve",
        "funnel, " + FUNNEL,
        "traffic, traffic",
    })
    void a_report_looks_right(String name, String address) {
        BROWSER.look("report-" + name, "/reports/" + address);
    }

    @Test
    void a_number_is_explained_from_what_is_stored_to_what_counts() throws Exception {
        String address = "/reports/active-users?every=month&from=2026-09-01&until=2026-10-01";
        assertThat(BROWSER.server().get(address, viewer()).body()).contains("Which events it rests on");
        try (var window = BROWSER.open(address + "&explain=true")) {
            List<Long> numbers = window.page().locator(".sum tbody .number").allInnerTexts().stream()
                    .map(text -> text.replace(",", "").replace("− ", "-"))
                    .map(Long::parseLong)
                    .toList();
            String counted = window.page().locator(".sum tfoot .number").first().innerText();
            assertThat(Figures.whole(numbers.stream().mapToLong(Long::longValue).sum()))
                    .isEqualTo(counted)
                    .isNotEqualTo("0");
            assertThat(window.page().locator(".sum tfoot .number").last().innerText())
                    .isEqualTo(window.page().locator(".finding b").first().innerText());
            window.look("report-explained");
            window.page().getByLabel("Close the explanation").click();
            assertThat(window.page().getByText("Which events it rests on")).isVisible();
            assertThat(window.page()).hasURL(address);
        }
    }

    private static String[] viewer() {
        return BROWSER.server().browser(Role.VIEWER);
    }

    @Test
    void who_may_see_numbers_alone_is_shown_no_people() throws Exception {
        for (String format : List.of("", "&format=csv")) {
            String address = "/reports/active-users?every=month&who=period%3D2026-09-01" + format;
            assertThat(BROWSER.server().get(address, viewer()).statusCode()).isEqualTo(403);
            var people = BROWSER.server().get(address, BROWSER.server().browser(Role.ANALYST));
            assertThat(people.statusCode()).isEqualTo(200);
            assertThat(people.body()).contains("u000");
        }
    }

    @Test
    void a_report_whose_rows_are_people_answers_those_who_may_see_people() throws Exception {
        for (String options : List.of("", "?format=csv", "?format=json")) {
            String address = "/reports/at-risk" + options;
            var numbers = BROWSER.server().get(address, viewer());
            assertThat(numbers.statusCode()).isEqualTo(403);
            assertThat(numbers.body()).contains("This needs the role analyst").doesNotContain("u000");
            assertThat(BROWSER.server()
                            .get(address, BROWSER.server().browser(Role.ANALYST))
                            .body())
                    .contains("u000");
        }
    }

    @Test
    void a_list_that_its_limit_cut_does_not_say_that_it_is_all() throws Exception {
        String[] analyst = BROWSER.server().browser(Role.ANALYST);
        assertThat(BROWSER.server().get("/reports/at-risk?limit=3", analyst).body())
                .contains("At least <b>3</b> users are silent");
        assertThat(BROWSER.server().get("/reports/at-risk?limit=10000", analyst).body())
                .doesNotContain("At least")
                .contains("users are silent for longer than their own rhythm");
    }

    @Test
    void every_question_of_the_catalogue_has_a_page() throws Exception {
        for (var kind : Catalogue.all()) {
            String address = "/reports/"
                    + switch (kind.name()) {
                        case "funnel" -> FUNNEL;
                        case "adoption" -> "adoption?feature=App+Opened";
                        default -> kind.name();
                    };
            String[] who = kind.namesPeople() ? BROWSER.server().browser(Role.ANALYST) : viewer();
            var page = BROWSER.server().get(address, who);
            assertThat(page.statusCode()).as(address).isEqualTo(200);
            assertThat(page.body())
                    .as(address)
                    .contains("Rules used", "<b>" + Title.of(kind).text() + "</b>")
                    .doesNotContain("NaN", "style=");
        }
        assertThat(BROWSER.server().get("/reports/funnel", viewer()).body()).contains("Which event?");
        assertThat(BROWSER.server().get("/reports/retenton", viewer()).body()).contains("Did you mean \"retention\"?");
    }

    @Test
    void the_numbers_shown_are_those_of_the_api() throws Exception {
        String query = "active-users?every=month&from=2026-01-01&until=2026-10-01";
        String json = BROWSER.server()
                .get("/api/v1/questions/" + query, BROWSER.server().key(Scope.READ))
                .body();
        List<String> counted = Pattern.compile("\"customers\":(\\d+)")
                .matcher(json)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        try (var window = BROWSER.open("/reports/" + query)) {
            List<String> shown = window.page().locator(".numbers td.number a").allInnerTexts();
            assertThat(shown.reversed()).isEqualTo(counted).hasSize(9);
            assertThat(window.page().locator(".finding b").first().innerText()).isEqualTo(counted.getLast());
        }
    }

    @Test
    void a_cell_leads_to_its_people_and_closing_them_leads_back_to_the_cell() {
        try (var window = BROWSER.open("/reports/retention")) {
            Locator cell =
                    window.page().locator(".heat tr:nth-child(3) a.complete").nth(1);
            String sentence = String.valueOf(cell.getAttribute("aria-label"));
            cell.click();
            assertThat(window.page().locator("#people")).isVisible();
            assertThat(window.page()).hasURL(Pattern.compile("who=cohort"));
            String people = window.page().locator(".big-figure").innerText();
            assertThat(sentence).contains(", " + people + " of ");
            assertThat(window.page().locator(".people-list li")).hasCount(Integer.parseInt(people));
            window.page().keyboard().press("Escape");
            assertThat(window.page().locator("#people")).hasCount(0);
            assertThat(window.page().locator(":focus")).hasAttribute("aria-label", sentence);
        }
    }

    @Test
    void each_change_of_the_question_is_an_address_and_back_works() {
        try (var window = BROWSER.open("/reports/active-users")) {
            window.page().locator("#q-every").selectOption("month");
            assertThat(window.page().locator(".finding")).containsText("in September 2026");
            assertThat(window.page()).hasURL(Pattern.compile("every=month"));
            assertThat(window.page().url()).doesNotContain("until=");
            window.page().goBack();
            assertThat(window.page().locator(".finding")).containsText("on 30 Sep 2026");
        }
    }

    @Test
    void what_cannot_be_asked_is_said_in_the_place_of_the_finding() throws Exception {
        var page = BROWSER.server()
                .get("/reports/churn?inactive-after=soon&segment=%3Cscript%3Ealert(1)%3C%2Fscript%3E", viewer());
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("This cannot be counted").doesNotContain("<script>alert");
        for (String address : List.of(
                "lifecycle?every=banana",
                "lifecycle?from=-999999999-01-01",
                "active-users?every=day&from=2026-01-01&until=%2B999999999-12-31",
                "active-users?every=hour&from=0001-01-01",
                "lifecycle?who=xx")) {
            assertThat(BROWSER.server()
                            .get("/reports/" + address, BROWSER.server().browser(Role.ANALYST))
                            .statusCode())
                    .as(address)
                    .isEqualTo(400);
        }
    }
}
