package perennial.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.store.access.AuditLog;
import perennial.store.access.Role;
import perennial.store.goal.StoredGoals;

class GoalPagesHttpTest {
    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new TestServer(folder);
        server.session(Role.ADMIN);
        for (int month = 1; month <= 2; month++) { // two users in each month that is over
            server.post("/v1/batch", """
                    {"writeKey":"%1$s","batch":[
                      {"type":"track","messageId":"a%2$d","userId":"ada","event":"Saw","timestamp":"2026-0%2$d-02T12:00:00Z"},
                      {"type":"track","messageId":"b%2$d","userId":"bo","event":"Saw","timestamp":"2026-0%2$d-03T12:00:00Z"}]}
                    """.formatted(server.writeKey(), month));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Visitor as(Role role) {
        return new Visitor(server)
                .with("perennial-session", server.session(role).text());
    }

    private static StoredGoals goals() {
        return new StoredGoals(server.live().workspace());
    }

    @Test
    void an_analyst_sets_goals_which_the_tiles_draw_and_the_audit_log_notes() {
        try (var analyst = as(Role.ANALYST)) {
            assertThat(analyst.get("/?every=month").body())
                    .contains("href=\"/goals?every=month\"")
                    .doesNotContain("spark-goal");
            analyst.get("/goals?every=month");
            var set = analyst.post("/goals", "every", "month", "churn", "3.5", "active-users", "3");
            assertThat(set.statusCode()).isEqualTo(303);
            assertThat(goals().all())
                    .containsEntry("churn by month", new BigDecimal("0.035"))
                    .containsEntry("active-users by month", new BigDecimal("3"))
                    .hasSize(2);
            assertThat(analyst.get("/?every=month").body()).contains("spark-goal", "Goal ≥ 3, not met");
            assertThat(analyst.get("/?every=week").body()).doesNotContain("spark-goal");
            assertThat(analyst.get("/goals?every=month").body()).contains("value=\"3.5\"");

            analyst.post("/goals", "every", "month", "churn", "", "active-users", "2");
            assertThat(goals().all()).containsOnlyKeys("active-users by month");
            assertThat(analyst.get("/?every=month").body()).contains("Goal ≥ 2, met");
        }
        assertThat(server.live().people().audit().before(AuditLog.END, 100))
                .extracting(entry -> entry.by().who() + " " + entry.did() + " " + entry.to())
                .contains("analyst set-goal churn by month", "analyst set-goal active-users by month");
    }

    @Test
    void a_goal_that_is_no_number_is_said_and_nothing_is_set() {
        try (var analyst = as(Role.ANALYST)) {
            analyst.get("/goals?every=week");
            var before = goals().all();
            for (String typed : new String[] {"101", "-1", "<script>alert(1)</script>", "1e9"}) {
                var refused = analyst.post("/goals", "every", "week", "churn", typed, "acquisition", "5");
                assertThat(refused.statusCode()).isEqualTo(400);
                assertThat(refused.body())
                        .contains("The goal of “Customer churn” is a number from 0 to 100 percent")
                        .doesNotContain("<script>alert");
            }
            assertThat(analyst.post("/goals", "every", "day").statusCode()).isEqualTo(400);
            assertThat(goals().all()).isEqualTo(before);
        }
    }

    @Test
    void a_viewer_sets_no_goal_and_a_forged_form_neither() {
        try (var viewer = as(Role.VIEWER);
                var analyst = as(Role.ANALYST)) {
            assertThat(viewer.get("/").body()).doesNotContain("/goals");
            viewer.get("/account");
            assertThat(viewer.get("/goals").statusCode()).isEqualTo(403);
            assertThat(viewer.post("/goals", "every", "week", "churn", "9").statusCode())
                    .isEqualTo(403);
            assertThat(analyst.post("/goals", "forged", new String[] {"every", "week", "churn", "9"}, new String[0])
                            .statusCode())
                    .isEqualTo(403);
            assertThat(goals().all()).doesNotContainKey("churn by week");
        }
    }
}
