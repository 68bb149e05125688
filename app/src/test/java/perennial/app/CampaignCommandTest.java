package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.app.MainTest.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.app.MainTest.Ran;
import perennial.core.campaign.SendState;
import perennial.store.Workspace;
import perennial.store.campaign.Campaigns;
import perennial.store.campaign.Outbox;

/// Campaigns as they are typed. Forty customers left for the price on 1 February; all is as of the end of that month.
class CampaignCommandTest {
    private static final String AUDIENCE = "life ended with reason \"price\"";

    @TempDir
    private Path folder;

    private String workspace = "";

    @BeforeEach
    void import_forty_who_left() throws Exception {
        var lines = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            lines.append("""
                    {"type":"track","userId":"c%1$d","event":"Subscription Started","timestamp":"2026-01-05T10:00:00Z","messageId":"s%1$d"}
                    {"type":"track","userId":"c%1$d","event":"Subscription Cancelled","properties":{"reason":"price"},"timestamp":"2026-02-01T10:00:00Z","messageId":"e%1$d"}
                    """.formatted(i));
        }
        lines.append(
                "{\"type\":\"track\",\"userId\":\"z\",\"event\":\"Signed Up\",\"timestamp\":\"2026-02-28T10:00:00Z\",\"messageId\":\"z\"}\n");
        Path file = folder.resolve("events.ndjson");
        Files.writeString(file, lines.toString());
        workspace = folder.resolve("shop").toString();
        assertThat(run("import", file.toString(), "-w", workspace).code()).isZero();
    }

    private Ran campaign(String... arguments) {
        List<String> all = new ArrayList<>(List.of("campaign"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("-w", workspace));
        return run(all.toArray(String[]::new));
    }

    private void planned() {
        assertThat(campaign("plan", "spring", "--audience", AUDIENCE, "--holdout", "0.25", "--offer", "20 % off")
                        .code())
                .isZero();
    }

    /// As an export leaves it that was killed after it had noted what it was about to write.
    @Test
    void what_an_export_was_cut_off_in_is_uncertain_at_the_next_and_the_rest_is_written() {
        planned();
        campaign("launch", "spring");
        try (Workspace opened = Workspace.open(Path.of(workspace), Clock.systemUTC())) {
            var outbox = new Campaigns(opened).outbox();
            List<Outbox.Step> steps = outbox.lease("spring", 7).stream()
                    .limit(3)
                    .map(each -> Outbox.Step.to(SendState.SENDING, each))
                    .toList();
            outbox.take(steps, List.of());
        }
        assertThat(campaign("export", "spring").err())
                .contains("3 messages may have been written when another export was cut off");
        assertThat(campaign("status", "spring").out()).contains("uncertain 3 + pending 0");
    }

    @Test
    void a_plan_says_what_can_be_shown_and_goes_its_way() throws Exception {
        Ran planned = campaign("plan", "spring", "--audience", AUDIENCE, "--holdout", "0.25", "--offer", "20 % off");
        assertThat(planned.out())
                .startsWith("Saved \"spring\" as version 1: customers whose contract ended begin a new one.\n")
                .containsIgnoringWhitespaces("cannot be measured with this audience of 40")
                .contains("- choose a wider segment");
        assertThat(campaign("preview", "spring", "--csv").out().lines()).hasSize(11);
        assertThat(campaign("launch", "spring").out())
                .startsWith("Decided on 40 customers.\naudience 40 = holdout ")
                .containsIgnoringWhitespaces("\"perennial campaign export spring\" writes the messages.");
        assertThat(campaign("launch", "spring").code()).isEqualTo(2);

        List<String> decisions =
                campaign("decisions", "spring", "--csv").out().lines().toList();
        long held =
                decisions.stream().filter(line -> line.contains(",holdout,")).count();
        assertThat(decisions).hasSize(41);
        assertThat(held).isBetween(1L, 20L);

        Ran exported = campaign("export", "spring");
        assertThat(exported.err()).isEqualToIgnoringNewLines("Wrote " + (40 - held) + " messages.");
        assertThat(exported.out().lines()).hasSize((int) (41 - held));
        assertThat(campaign("export", "spring").err()).isEqualToIgnoringNewLines("Wrote 0 messages.");
        assertThat(campaign("status", "spring").out())
                .contains("audience 40 = holdout " + held + " + excluded 0 + sent " + (40 - held) + " + failed 0");

        // Sending makes no answer be as of a later day.
        assertThat(run("ask", "active-users", "--json", "-w", workspace).out())
                .contains("\"asOf\":\"2026-03-01T00:00:00Z\"");
        assertThat(campaign("result", "spring").out())
                .startsWith("It is too early: the first customers' 30 days are over on 2026-03-31.");
        assertThat(campaign("result", "spring", "--json").out()).contains("\"finding\":\"too_early\"");

        String one = decisions.stream()
                .filter(line -> line.contains(",message,"))
                .findFirst()
                .orElseThrow()
                .split(",")[0];
        Path replies = folder.resolve("replies.csv");
        Files.writeString(replies, "decision,reply\n" + one + ",opened\n" + one + ",unsubscribed\nnobody,opened\n");
        Ran taken = campaign("replies", "spring", replies.toString());
        assertThat(taken.out())
                .startsWith("Took 2 replies; 0 were known already.\nLine 4: The campaign has no decision");
        assertThat(taken.code()).isEqualTo(1);
        assertThat(campaign("status", "spring").out())
                .contains("Replies to message: 0 delivered, 1 opened, 0 clicked, 1 unsubscribed, 0 bounced\n");
    }

    @Test
    void what_is_wrong_is_told_with_what_to_do() {
        assertThat(campaign("plan", "spring").err()).contains("Name the segment");
        assertThat(campaign("plan", "spring", "--audience", AUDIENCE, "--holdout", "1")
                        .err())
                .contains("The share held out lies between 0 and 1, was 1.0");
        assertThat(campaign("plan", "spring", "--audience", AUDIENCE, "--cap", "2")
                        .err())
                .contains("A cap is written N/DAYS");
        assertThat(campaign("plan", "spring", "--audience", AUDIENCE, "--channel", "crm")
                        .err())
                .contains("There is no webhook \"crm\"");
        assertThat(campaign("launch", "nosuch").err()).contains("There is no campaign \"nosuch\"");
        assertThat(campaign("list").out()).isEqualToIgnoringNewLines("No campaign is planned yet.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            crm | ftp://x/y             | 50 | A webhook is an address with http or https and a host, was ftp://x/y
            crm | http://user:pw@x.io/y | 50 | The address of a webhook holds no user or password
            csv | https://x.io/y        | 50 | "csv" cannot name a webhook
            crm | https://x.io/y        | 0  | Between 1 and 100000 messages a second, were 0
            """, quoteCharacter = '`')
    void a_webhook_that_cannot_be_is_wrong_usage(String name, String url, String perSecond, String sentence) {
        Ran ran = campaign("webhook", name, url, "--per-second", perSecond);
        assertThat(ran.err()).isEqualToIgnoringNewLines(sentence);
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void a_code_that_is_too_long_is_wrong_usage() throws Exception {
        Path file = Files.writeString(folder.resolve("codes.txt"), "A".repeat(201) + "\n");
        Ran ran = campaign("codes", "spring", file.toString());
        assertThat(ran.err()).startsWith("A code has 1 to 200 characters, was \"AAA");
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void a_campaign_is_paused_resumed_and_stopped() {
        planned();
        assertThat(campaign("pause", "spring").code()).isEqualTo(2);
        campaign("launch", "spring");
        assertThat(campaign("pause", "spring").out()).isEqualToIgnoringNewLines("Paused \"spring\".");
        assertThat(campaign("export", "spring").err()).contains("sends nothing now");
        assertThat(campaign("resume", "spring").out()).isEqualToIgnoringNewLines("\"spring\" goes on.");
        assertThat(campaign("stop", "spring").out()).contains(" + sent 0 ", " + pending 0");
        assertThat(campaign("list", "--csv").out()).contains("spring,1,stopped,");
    }

    @Test
    void a_change_after_the_launch_says_what_it_does_to_the_reading() {
        planned();
        campaign("launch", "spring");
        assertThat(campaign("plan", "spring", "--audience", AUDIENCE, "--holdout", "0.5", "--offer", "20 % off")
                        .out())
                .contains("Saved \"spring\" as version 2")
                .containsIgnoringWhitespaces("customers decided on before are read no more");
    }
}
