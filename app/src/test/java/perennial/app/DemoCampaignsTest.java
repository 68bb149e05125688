package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.company.DemoCompany;
import perennial.core.campaign.Comparison;
import perennial.core.campaign.Effect;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;
import perennial.store.campaign.Campaigns;
import perennial.store.imports.EventImport;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.Progress;
import perennial.store.view.Views;

/// The campaigns of a demo company of a fair size, against what was planted.
class DemoCampaignsTest {
    private static final int CUSTOMERS = 30_000;
    /// Planted in `perennial.company.Planted`.
    private static final double SPRING_EFFECT = 0.09;

    @TempDir
    Path folder;

    @Test
    void the_one_that_worked_is_told_the_one_that_did_not_is_not_and_the_broken_one_is_refused() throws Exception {
        Path events = folder.resolve("company.ndjson.gz");
        DemoCompany.write(events, CUSTOMERS, DemoCompany.SEED);
        Path directory = folder.resolve("demo");
        Settings settings = Settings.standard("demo").withZone(ZoneId.of("Europe/Berlin"));
        try (Workspace made = Workspace.create(directory, settings, Clock.systemUTC())) {
            EventImport.run(made, ImportPlan.segment(List.of(events)), Progress.NONE);
        }
        new DemoCampaigns(directory, settings.zone()).run();
        try (Workspace workspace = Workspace.open(directory, Clock.systemUTC());
                var views = new Views(workspace)) {
            var campaigns = new Campaigns(workspace);
            History history = views.history(Unit.CUSTOMER);
            assertThat(views.isLive()).isFalse();

            Effect spring = campaigns.effect("spring-comeback", history);
            Comparison comeback = spring.comparison("treatment").orElseThrow();
            assertThat(comeback.difference().excludes(SPRING_EFFECT)).isFalse();
            assertThat(comeback.anyTime().excludes(SPRING_EFFECT)).isFalse();
            assertThat(spring.finding()).isEqualTo(Effect.Finding.BETTER);

            Effect summer = campaigns.effect("summer-hello", history);
            assertThat(summer.comparison("letter").orElseThrow().anyTime().excludes(0))
                    .isFalse();
            assertThat(summer.finding()).isEqualTo(Effect.Finding.NOT_SHOWN);
            // Looked at on every day since, it never was called a success.
            for (int day = 60; day <= 120; day += 5) {
                long asOf = summer.firstMature().orElseThrow()
                        + Duration.ofDays(day - 60).toMillis();
                assertThat(campaigns.effect("summer-hello", history.asOf(asOf)).finding())
                        .isIn(Effect.Finding.NOT_SHOWN, Effect.Finding.TOO_EARLY);
            }

            Effect early = campaigns.effect("early-bird", history);
            assertThat(early.finding()).isEqualTo(Effect.Finding.BROKEN);
            assertThat(early.comparisons()).isEmpty();
            for (String name : List.of("spring-comeback", "summer-hello", "early-bird")) {
                assertThat(campaigns.balance(name).holds()).isTrue();
            }
        }
    }
}
