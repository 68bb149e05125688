package perennial.server.web.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.core.calendar.Every;
import perennial.server.TestServer;
import perennial.server.web.Browser;
import perennial.server.web.Figures;
import perennial.store.access.Role;
import perennial.store.access.Scope;
import perennial.store.segment.StoredSegments;

class OverviewJourneyTest {
    private static final String API = "/api/v1/questions/";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void the_overview_looks_right() {
        BROWSER.look("overview", "/");
    }

    /// The complete rows of an answer of the API, by the names of their cells.
    private static List<Map<String, String>> complete(String query, Scope... more) throws IOException {
        String csv = BROWSER.server()
                .get(
                        API + query + (query.contains("?") ? "&" : "?") + "format=csv",
                        BROWSER.server()
                                .key(Stream.concat(Stream.of(Scope.READ), Stream.of(more))
                                        .toArray(Scope[]::new)))
                .body();
        List<List<String>> lines =
                csv.lines().map(line -> List.of(line.split(",", -1))).toList();
        return lines.stream()
                .skip(1)
                .map(line -> {
                    Map<String, String> row = new java.util.HashMap<>();
                    IntStream.range(0, line.size())
                            .forEach(i -> row.put(lines.getFirst().get(i), line.get(i)));
                    return row;
                })
                .filter(row -> row.getOrDefault("state", "complete").equals("complete"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"month, 1, ''", "week, 4, ''", "month, 1, &segment=new+buyers"})
    void each_number_is_that_of_the_api_at_the_address_of_its_report(String every, String n, String segment)
            throws Exception {
        try (var window = BROWSER.open("/?every=" + every + segment)) {
            Map<String, String> shown = new java.util.HashMap<>();
            for (Locator tile : window.page().locator(".tile").all()) {
                String report = String.valueOf(tile.getAttribute("href")).substring("/reports/".length());
                assertThat(report).contains("every=" + every);
                assertThat(report).contains(segment.replace("&", ""));
                String name = report.substring(0, report.indexOf('?'));
                List<Map<String, String>> rows = complete(report).stream()
                        .filter(row ->
                                !name.equals("retention") || n.equals(row.get("n")) && !"all".equals(row.get("cohort")))
                        .toList();
                var last = rows.getLast();
                String expected = name.equals("active-users") || name.equals("acquisition")
                        ? Figures.whole(Long.parseLong(last.getOrDefault("customers", last.getOrDefault("new", ""))))
                        : last.getOrDefault("value", "").isEmpty()
                                ? ""
                                : Figures.percent(Double.parseDouble(last.getOrDefault("value", "")));
                if (expected.isEmpty()) {
                    assertThat(tile.locator(".tile-why").innerText()).contains("has no value");
                } else {
                    assertThat(tile.locator(".tile-value").innerText())
                            .as(report)
                            .isEqualTo(expected);
                }
                shown.put(name, expected);
            }
            assertThat(shown)
                    .containsOnlyKeys("churn", "winback", "retention", "reactivation", "active-users", "acquisition");
            assertThat(shown.get("active-users")).isNotEqualTo("0");
        }
    }

    @Test
    void a_tile_leads_to_its_report() {
        try (var window = BROWSER.open("/")) {
            String value = window.page().locator(".tile-value").first().innerText();
            window.page().locator(".tile").first().click();
            assertThat(window.page().getByText("Rules used")).isVisible();
            assertThat(window.page().locator(".finding b").first()).hasText(value);
        }
    }

    @Test
    void who_slips_away_and_who_is_back_are_those_of_the_api() throws Exception {
        List<Map<String, String>> silent = complete("at-risk?limit=10000", Scope.PEOPLE);
        try (var window = BROWSER.open("/")) {
            assertThat(window.page().locator("[data-count]").first().innerText())
                    .isEqualTo(Figures.whole(silent.size()) + " users");
            assertThat(window.page()
                            .locator("section[aria-labelledby=slipping] td:first-child")
                            .allInnerTexts())
                    .hasSize(6)
                    .isEqualTo(silent.stream()
                            .limit(6)
                            .map(row -> row.get("customer"))
                            .toList());
            String newest = BROWSER.server()
                    .get(
                            API
                                    + "reactivation?every=day&from=2026-09-30&who=period%3D2026-09-30,reactivated&format=csv",
                            BROWSER.server().key(Scope.READ, Scope.PEOPLE))
                    .body();
            List<String> back = new ArrayList<>(window.page()
                    .locator("section[aria-labelledby=returned] td:first-child")
                    .allInnerTexts());
            assertThat(back).hasSize(6);
            assertThat(newest).contains(back.getFirst());
        }
    }

    @Test
    void who_may_see_numbers_alone_is_shown_how_many_but_not_who() throws Exception {
        var viewer = BROWSER.server().get("/", BROWSER.server().browser(Role.VIEWER));
        var analyst = BROWSER.server().get("/", BROWSER.server().browser(Role.ANALYST));
        assertThat(viewer.statusCode()).isEqualTo(200);
        assertThat(viewer.body())
                .contains("Slipping away", " users</span>")
                .doesNotContain("/customers/", "/reports/at-risk", "style=");
        assertThat(analyst.body()).contains("/reports/at-risk");
        assertThat(analyst.body()).contains("/customers/u00");
    }

    @Test
    void what_cannot_be_shown_is_said() throws Exception {
        String[] viewer = BROWSER.server().browser(Role.VIEWER);
        var day = BROWSER.server().get("/?every=day", viewer);
        assertThat(day.statusCode()).isEqualTo(400);
        assertThat(day.body()).contains("neither week nor month");
        var segment = BROWSER.server().get("/?segment=%3Cscript%3Ealert(1)%3C%2Fscript%3E", viewer);
        assertThat(segment.statusCode()).isEqualTo(400);
        assertThat(segment.body()).doesNotContain("<script>alert");
    }

    @Test
    void a_workspace_without_events_says_how_they_come_in(@TempDir Path folder) throws Exception {
        try (var empty = new TestServer(folder)) {
            var page = empty.get("/", empty.browser(Role.VIEWER));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("There are no events yet", "An administrator brings them in");
        }
    }

    @ParameterizedTest
    @CsvSource({"CHURN, plan", "CHURN, country", "RETAINED, country", "ACTIVE, country"})
    void what_the_values_of_a_trait_moved_adds_up_to_the_whole_change(Kpi kpi, String trait) {
        var answers = BROWSER.server().live().answers();
        var asking = new Asking(answers, "");
        var recent = asking.recent(kpi, Every.MONTH);
        var whole = asking.measured(kpi, recent, java.util.OptionalDouble.empty());
        List<Mover> movers = new Movers(
                        answers, new StoredSegments(BROWSER.server().live().workspace()))
                .byTrait(whole, recent, trait);
        assertThat(movers).hasSizeGreaterThan(1);
        assertThat(movers.stream().mapToDouble(Mover::moved).sum())
                .isCloseTo(whole.change().orElseThrow(), within(1e-9));
    }

    @Test
    void what_changed_is_told_for_whom_within_the_page_and_at_an_address_of_its_own() {
        try (var window = BROWSER.open("/")) {
            assertThat(window.page().locator("#changed table")).isVisible();
            window.page().locator("#changed nav a").getByText("Active users").click();
            assertThat(window.page().locator("#changed [aria-current]")).hasText("Active users");
            assertThat(window.page()).hasURL("/");
            assertThat(window.complaints()).isEmpty();
        }
        BROWSER.look("changes", "/changes?kpi=churn");
    }

    @Test
    void a_number_that_is_none_has_no_changes_and_a_segment_narrows_them() throws Exception {
        String[] viewer = BROWSER.server().browser(Role.VIEWER);
        assertThat(BROWSER.server().get("/changes?kpi=%3Cb%3E", viewer).statusCode())
                .isEqualTo(400);
        assertThat(BROWSER.server()
                        .get("/changes?kpi=churn&segment=country+%3D+DE", viewer)
                        .body())
                .contains("country DE")
                .doesNotContain("country UK");
    }
}
