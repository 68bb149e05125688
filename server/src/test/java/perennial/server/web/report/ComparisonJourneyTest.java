package perennial.server.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.server.web.Browser;
import perennial.store.access.Role;
import perennial.store.access.Scope;
import perennial.store.annotation.Annotation.Kind;

class ComparisonJourneyTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @BeforeAll
    static void note() {
        var annotations = BROWSER.server().live().annotations();
        annotations.add(LocalDate.parse("2025-12-20"), Kind.PRICE_CHANGE, "Prices up by a tenth");
        annotations.add(LocalDate.parse("2026-05-12"), Kind.RELEASE, "Offline drafts");
    }

    @Test
    void reports_that_compare_and_note_look_right() {
        BROWSER.look("report-compare-before", "/reports/churn?from=2026-04-01&compare=before");
        BROWSER.look("report-compare-segment", "/reports/retention?compare=new+buyers");
        BROWSER.look("report-notes", "/reports/lifecycle?every=month&from=2025-10-01");
    }

    private static String report(String address) throws IOException {
        var page = BROWSER.server().get("/reports/" + address, BROWSER.server().browser(Role.VIEWER));
        assertThat(page.statusCode()).as(address).isEqualTo(200);
        return page.body();
    }

    /// The numbers of a column of the table, the newest first.
    private static List<String> column(String page, int number) {
        List<String> texts = new ArrayList<>();
        String table = page.substring(page.indexOf("All numbers"));
        for (String row : table.substring(0, table.indexOf("</table>")).split("<tr")) {
            String[] cells = row.split("<td");
            if (cells.length > number) {
                texts.add(cells[number]
                        .replaceFirst("^[^>]*>", "")
                        .replaceAll("<small.*", "")
                        .replaceAll("<[^>]*>", "")
                        .strip());
            }
        }
        return texts;
    }

    private static List<String> counted(String query) throws IOException {
        String json = BROWSER.server()
                .get("/api/v1/questions/" + query, BROWSER.server().key(Scope.READ))
                .body();
        return Pattern.compile("\"customers\":(\\d+)")
                .matcher(json)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList()
                .reversed();
    }

    @Test
    void the_periods_before_stand_beside_each_period_and_are_those_of_the_api() throws Exception {
        String page = report("active-users?every=month&from=2026-04-01&until=2026-07-01&compare=before");
        assertThat(page)
                .containsPattern("It was <b>[0-9]+</b> 3 months before\\.")
                .contains("class=\"number\">3 months before");
        assertThat(column(page, 2)).isEqualTo(counted("active-users?every=month&from=2026-04-01&until=2026-07-01"));
        assertThat(column(page, 3))
                .isEqualTo(counted("active-users?every=month&from=2026-01-01&until=2026-04-01"))
                .hasSize(3)
                .doesNotContain("0");
    }

    @Test
    void a_segment_stands_beside_everybody() throws Exception {
        String range = "active-users?every=month&from=2026-04-01&until=2026-07-01";
        String page = report(range + "&compare=new+buyers");
        assertThat(page).contains("Of new buyers: <b>", "\"name\":\"Everybody\"", "\"name\":\"new buyers\"");
        assertThat(column(page, 3)).isEqualTo(counted(range + "&segment=new+buyers"));
    }

    @Test
    void what_has_no_before_is_said_and_what_is_in_no_range_is_a_gap() throws Exception {
        String page = report("active-users?every=year&compare=before");
        assertThat(page).contains("to compare with");
        assertThat(column(page, 3)).containsOnly("–");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lifecycle?compare=before",
                "churn?by=country&compare=before",
                "inactivity?compare=before",
                "active-users?every=hour&from=2026-09-01&until=2026-09-02&compare=before"
            })
    void what_cannot_be_compared_is_told(String address) throws Exception {
        var page = BROWSER.server().get("/reports/" + address, BROWSER.server().browser(Role.VIEWER));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("This cannot be counted: “compared with”");
    }

    @Test
    void a_segment_that_is_none_is_told_as_text() throws Exception {
        String hostile = URLEncoder.encode("<script>alert(1)</script>", StandardCharsets.UTF_8);
        var page = BROWSER.server()
                .get("/reports/churn?compare=" + hostile, BROWSER.server().browser(Role.VIEWER));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01, true", // from 37% to 26%, after December's note
        "2025-12-01, false", // before it
        "2026-10-01, false", // within noise, and months after the last
    })
    void a_clear_change_follows_what_was_noted_just_before(String until, boolean follows) throws Exception {
        String page = report("churn?from=2025-10-01&until=" + until);
        assertThat(page.contains("This follows the price change of 20 Dec 2025, “Prices up by a tenth”."))
                .isEqualTo(follows);
    }
}
