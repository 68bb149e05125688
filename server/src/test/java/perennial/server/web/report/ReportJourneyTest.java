package perennial.server.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.server.web.Browser;
import perennial.server.web.Theme;

class ReportJourneyTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            active-users     | ?every=week
            acquisition      | ?every=month
            lifecycle        |
            stickiness       |
            frequency        | ?every=week
            adoption         | ?feature=App+Opened
            retention        |
            retention-who    | ?who=cohort%3D2026-08-03%2Cn%3D4%2Creturned
            inactivity       |
            reactivation     |
            churn            |
            churn-split      | ?by=country
            cancel-reasons   |
            winback          |
            return-curve     |
            at-risk          |
            funnel           | ?step=Page+Viewed&step=Signed+Up&step=Subscription+Started&within=60d&unit=visitor
            sessions         |
            traffic          |
            paths            |
            """)
    void every_report_is_shown_without_barriers(String name, String query) {
        String question = name.replaceAll("-(who|split)$", "");
        for (int width : new int[] {Browser.WIDE, Browser.NARROW}) {
            Theme theme = width == Browser.WIDE ? Theme.LIGHT : Theme.DARK;
            try (var window = BROWSER.open("/reports/" + question + (query == null ? "" : query), width, theme)) {
                window.awaitCharts();
                window.shoot(name + "-" + width);
                assertThat(window.complaints()).isEmpty();
                assertThat(window.barriers()).isEmpty();
                assertThat(window.overflow()).isZero();
            }
        }
    }
}
