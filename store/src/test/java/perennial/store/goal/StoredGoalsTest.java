package perennial.store.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;

class StoredGoalsTest {
    @Test
    void a_goal_is_set_changed_taken_away_and_kept(@TempDir Path folder) {
        try (Workspace workspace = Workspace.openOrCreate(folder, Settings.standard("shop"), Clock.systemUTC())) {
            var goals = new StoredGoals(workspace);
            assertThat(goals.all()).isEmpty();
            assertThat(goals.set("churn by month", Optional.empty())).isFalse();
            assertThat(goals.set("churn by month", Optional.of(new BigDecimal("0.030"))))
                    .isTrue();
            assertThat(goals.set("churn by month", Optional.of(new BigDecimal("0.03"))))
                    .as("the same again")
                    .isFalse();
            assertThat(goals.set("acquisition by week", Optional.of(new BigDecimal("1000"))))
                    .isTrue();
        }
        try (Workspace workspace = Workspace.openOrCreate(folder, Settings.standard("shop"), Clock.systemUTC())) {
            var goals = new StoredGoals(workspace);
            assertThat(goals.all())
                    .containsEntry("churn by month", new BigDecimal("0.03"))
                    .containsEntry("acquisition by week", new BigDecimal("1000"));
            assertThat(goals.set("churn by month", Optional.empty())).isTrue();
            assertThat(goals.all()).containsOnlyKeys("acquisition by week");
        }
    }
}
