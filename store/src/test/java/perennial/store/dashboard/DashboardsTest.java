package perennial.store.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.core.workspace.Settings;
import perennial.store.HandClock;
import perennial.store.StoreFailure;
import perennial.store.Workspace;
import perennial.store.access.Secret;
import perennial.store.dashboard.Widget.Width;

class DashboardsTest {
    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
    private Workspace workspace;
    private Dashboards dashboards;

    @BeforeEach
    void open() {
        workspace = Workspace.openOrCreate(folder.resolve("shop"), Settings.standard("shop"), clock);
        dashboards = new Dashboards(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void reopen() {
        close();
        open();
    }

    /// Three widgets in the order of the letters.
    private Dashboard abc() {
        String id = dashboards.make("abc").id();
        for (String question : List.of("a", "b", "c")) {
            dashboards.pin(id, Width.HALF, question, "every=week");
        }
        return dashboards.find(id).orElseThrow();
    }

    private static String order(Dashboard dashboard) {
        return String.join(
                "", dashboard.widgets().stream().map(Widget::question).toList());
    }

    @Test
    void what_is_done_to_a_dashboard_is_there_when_the_workspace_is_opened_again() {
        Dashboard made = abc();
        String last = made.widgets().getLast().id();
        dashboards.move(made.id(), last, -2);
        dashboards.resize(made.id(), last, Width.FULL);
        dashboards.unpin(made.id(), made.widgets().getFirst().id());
        Dashboard named = dashboards.rename(made.id(), "  Monday ");
        assertThat(named.name()).isEqualTo("Monday");
        assertThat(order(named)).isEqualTo("cb");
        dashboards.make("an empty one");
        List<Dashboard> all = dashboards.all();
        reopen();
        assertThat(dashboards.all())
                .isEqualTo(all)
                .extracting(Dashboard::name)
                .containsExactly("an empty one", "Monday");
        assertThat(dashboards.find(made.id()).orElseThrow().widgets().getFirst())
                .isEqualTo(new Widget(last, Width.FULL, "c", "every=week"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, bac",
        "0, 2, bca",
        "0, 9, bca",
        "0, -1, abc",
        "1, -1, bac",
        "2, -1, acb",
        "2, -9, cab",
        "1, 0, abc"
    })
    void a_widget_moves_so_many_places_as_there_are(int which, int places, String order) {
        Dashboard made = abc();
        assertThat(order(dashboards.move(made.id(), made.widgets().get(which).id(), places)))
                .isEqualTo(order);
    }

    @Test
    void a_widget_that_is_gone_is_left_alone_and_a_dashboard_that_is_gone_is_told() {
        Dashboard made = abc();
        assertThat(dashboards.move(made.id(), "gone", 1)).isEqualTo(made);
        assertThat(dashboards.resize(made.id(), "gone", Width.FULL)).isEqualTo(made);
        dashboards.delete(made);
        assertThatThrownBy(() -> dashboards.pin(made.id(), Width.HALF, "churn", ""))
                .isInstanceOf(StoreFailure.class)
                .hasMessage("This dashboard was deleted meanwhile; nothing was changed");
        reopen();
        assertThat(dashboards.all()).isEmpty();
    }

    @Test
    void a_name_is_some_visible_characters_and_room_has_an_end() {
        for (String name : List.of("", "  ", "a\nb", "a\u202eb", "x".repeat(101))) {
            assertThatThrownBy(() -> dashboards.make(name))
                    .hasMessage("A dashboard needs a name of 1 to 100 visible characters, such as Monday numbers");
        }
        String id = dashboards.make("much").id();
        for (int i = 0; i < 24; i++) {
            dashboards.pin(id, Width.THIRD, "churn", "");
        }
        assertThatThrownBy(() -> dashboards.pin(id, Width.THIRD, "churn", ""))
                .hasMessage("A dashboard has at most 24 reports; remove one of much, or start another");
        assertThat(dashboards.find(id).orElseThrow().widgets()).hasSize(24);
        assertThatThrownBy(() -> Width.of(5)).hasMessage("A widget cannot be 5 columns wide; choose among 4, 6, 8, 12");
    }

    @Test
    void a_link_opens_until_its_day_or_until_it_is_revoked() {
        Dashboard made = abc();
        Secret week = dashboards.links().make(made, Duration.ofDays(7));
        Secret year = dashboards.links().make(made, Duration.ofDays(365));
        reopen();
        assertThat(dashboards.links().find(week).orElseThrow().dashboard()).isEqualTo(made.id());
        assertThat(dashboards.links().of(made)).hasSize(2);
        clock.forward(Duration.ofDays(7));
        assertThat(dashboards.links().find(week)).isEmpty();
        assertThat(dashboards.links().find(year)).isPresent();
        String id = dashboards.links().of(made).getFirst().id();
        dashboards.links().revoke(dashboards.make("another"), id);
        assertThat(dashboards.links().find(year)).isPresent();
        dashboards.links().revoke(made, id);
        assertThat(dashboards.links().find(year)).isEmpty();
        reopen();
        assertThat(dashboards.links().find(year)).isEmpty();
    }

    @Test
    void a_deleted_dashboard_takes_its_links_along_and_no_secret_is_kept() {
        Dashboard made = abc();
        Secret link = dashboards.links().make(made, Duration.ofDays(7));
        assertThat(kept()).containsExactly(link.hash());
        dashboards.delete(made);
        assertThat(dashboards.links().find(link)).isEmpty();
        assertThat(kept()).isEmpty();
    }

    private List<String> kept() {
        return workspace.read("looking", connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT hash FROM dashboard_links")) {
                List<String> hashes = new java.util.ArrayList<>();
                while (rows.next()) {
                    hashes.add(rows.getString(1));
                }
                return hashes;
            }
        });
    }
}
