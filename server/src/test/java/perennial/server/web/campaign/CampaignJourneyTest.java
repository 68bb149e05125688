package perennial.server.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

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
            company.plan("spring");
            company.plan("summer");
            company.launch("spring");
            company.deliver("spring", Company.ofTen(1));
            company.comeBack(
                    "spring",
                    each -> Company.ofTen(each.decision().isHeldOut() ? 1 : 3).test(each));
            company.later(Duration.ofDays(61));
            look(company, "campaigns", "/campaigns");
        }
    }
}
