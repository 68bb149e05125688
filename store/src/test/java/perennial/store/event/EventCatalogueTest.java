package perennial.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.event.BadName;
import perennial.core.event.Role;
import perennial.core.history.Doers;
import perennial.core.question.Unit;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;
import perennial.store.event.EventCatalogue.NamedEvents;
import perennial.store.event.EventCatalogue.Property;
import perennial.store.imports.EventImport;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.Progress;
import perennial.store.view.Views;

/// What a small workspace says of its events.
class EventCatalogueTest {
    @TempDir
    private Path folder;

    private Workspace workspace;
    private EventDefinitions definitions;

    @BeforeEach
    void import_some() throws Exception {
        var clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
        workspace = Workspace.create(folder.resolve("shop"), Settings.standard("shop"), clock);
        definitions = new EventDefinitions(workspace);
        Path file = Files.writeString(folder.resolve("events.ndjson"), """
                {"type":"track","messageId":"1","timestamp":"2026-01-05T10:00:00Z","userId":"ada","event":"Opened","properties":{"page":"/a","n":7}}
                {"type":"track","messageId":"2","timestamp":"2026-01-06T10:00:00Z","userId":"ada","event":"Opened","properties":{"page":"/b","n":"7"}}
                {"type":"track","messageId":"3","timestamp":"2026-01-07T10:00:00Z","userId":"bo","event":"Opened","properties":{"page":"/a","deep":{"x":1},"list":[1]}}
                {"type":"track","messageId":"4","timestamp":"2026-01-08T10:00:00Z","userId":"bo","event":"mail_sent"}
                {"type":"track","messageId":"5","timestamp":"2026-01-09T10:00:00Z","anonymousId":"x","event":"opened","properties":{"ok":true,"page":null}}
                {"type":"track","messageId":"6","timestamp":"2026-01-10T10:00:00Z","userId":"ada","event":"Email Sent"}
                """);
        EventImport.run(workspace, ImportPlan.segment(List.of(file)), Progress.NONE);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<NamedEvents> events() {
        try (var views = new Views(workspace)) {
            return new EventCatalogue(workspace).events(Doers.of(views.history(Unit.VISITOR)));
        }
    }

    private static String line(NamedEvents each) {
        return each.name() + " " + each.events() + " " + each.people() + " " + each.first() + " " + each.last() + " "
                + each.roles() + (each.isActivity() ? " active" : "") + (each.isHidden() ? " hidden" : "")
                + (each.sentAs().isEmpty() ? "" : " sent as " + each.sentAs());
    }

    @Test
    void events_are_renamed_again_under_the_name_they_have_now() {
        definitions.rename("opened", "Read");
        definitions.describe("Read", "a letter");
        definitions.rename("Read", "Looked at");
        assertThat(definitions.names().current("opened")).isEqualTo("Looked at");
        assertThat(definitions.names().described()).containsEntry("Looked at", "a letter");
        assertThatThrownBy(() -> definitions.rename("Unread", "x"))
                .isInstanceOf(BadName.class)
                .hasMessageStartingWith("No event is called \"Unread\".");
        definitions.restore("Read");
        assertThat(definitions.names().current("opened")).isEqualTo("Read");
    }

    @Test
    void roles_are_set_whole_or_not_at_all_and_the_others_keep_their_order() {
        List<String> passive = workspace.settings().names(Role.PASSIVE);
        definitions.mark("Email Sent", Set.of(Role.PASSIVE, Role.VIEW));
        assertThat(definitions.roles("Email Sent")).containsExactlyInAnyOrder(Role.PASSIVE, Role.VIEW);
        assertThat(workspace.settings().names(Role.PASSIVE)).isEqualTo(passive);
        assertThatThrownBy(() -> definitions.mark("Opened", Set.of(Role.LIFE_START, Role.LIFE_END)))
                .isInstanceOf(BadName.class);
        assertThat(definitions.roles("Opened")).isEmpty();
    }

    @Test
    void every_name_has_its_volume_its_people_its_times_and_its_roles() {
        assertThat(events().stream().map(EventCatalogueTest::line))
                .containsExactly(
                        "Opened 3 2 2026-01-05T10:00:00Z 2026-01-07T10:00:00Z [] active",
                        "Email Sent 1 1 2026-01-10T10:00:00Z 2026-01-10T10:00:00Z [passive]",
                        "mail_sent 1 1 2026-01-08T10:00:00Z 2026-01-08T10:00:00Z [] active",
                        "opened 1 1 2026-01-09T10:00:00Z 2026-01-09T10:00:00Z [] active");
    }

    @Test
    void names_are_merged_and_parted_again() {
        List<NamedEvents> before = events();
        assertThat(definitions.rename("opened", "Opened")).isEmpty();
        assertThat(events().stream().map(EventCatalogueTest::line))
                .containsExactly(
                        "Opened 4 3 2026-01-05T10:00:00Z 2026-01-09T10:00:00Z [] active sent as [opened]",
                        "Email Sent 1 1 2026-01-10T10:00:00Z 2026-01-10T10:00:00Z [passive]",
                        "mail_sent 1 1 2026-01-08T10:00:00Z 2026-01-08T10:00:00Z [] active");
        definitions.restore("opened");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void a_new_name_takes_over_the_roles_and_one_that_is_in_use_keeps_its_own() {
        assertThat(definitions.rename("Email Sent", "Newsletter")).containsExactly(Role.PASSIVE);
        assertThat(definitions.roles("Newsletter")).containsExactly(Role.PASSIVE);
        definitions.mark("mail_sent", Role.PASSIVE, true);
        assertThat(definitions.rename("mail_sent", "Opened")).isEmpty();
        assertThat(definitions.roles("Opened")).isEmpty();
    }

    @Test
    void a_hidden_name_and_a_role_are_told() {
        definitions.hide("Opened", true);
        definitions.mark("Opened", Role.VIEW, true);
        assertThat(line(events().getFirst()))
                .isEqualTo("Opened 3 2 2026-01-05T10:00:00Z 2026-01-07T10:00:00Z [view] active hidden");
        definitions.hide("Opened", false);
        definitions.mark("Opened", Role.VIEW, false);
        assertThat(line(events().getFirst())).doesNotContain("hidden", "[view]");
    }

    @Test
    void a_name_nobody_sent_cannot_be_renamed_and_no_name_starts_and_ends_a_life() {
        assertThatThrownBy(() -> definitions.rename("Openned", "Seen"))
                .isInstanceOf(BadName.class)
                .hasMessage("No event is called \"Openned\". Did you mean \"Opened\"?");
        definitions.mark("Opened", Role.LIFE_START, true);
        assertThatThrownBy(() -> definitions.mark("Opened", Role.LIFE_END, true))
                .isInstanceOf(BadName.class)
                .hasMessage("Event \"Opened\" is named as start and as end of a life; it can be one of them");
        assertThat(definitions.roles("Opened")).isEqualTo(Set.of(Role.LIFE_START));
    }

    @Test
    void properties_have_their_share_their_types_and_their_values() {
        definitions.rename("opened", "Opened");
        var catalogue = new EventCatalogue(workspace);
        assertThat(catalogue.properties("Opened"))
                .containsExactly(
                        new Property("page", 4, 3, List.of("text"), 2, List.of("/a", "/b")),
                        new Property("n", 4, 2, List.of("number", "text"), 1, List.of("7")),
                        new Property("deep", 4, 1, List.of("object"), 1, List.of("{\"x\":1}")),
                        new Property("list", 4, 1, List.of("list"), 1, List.of("[1]")),
                        new Property("ok", 4, 1, List.of("boolean"), 1, List.of("true")));
        assertThat(catalogue.properties("Opened", 2).stream().map(Property::name))
                .containsExactly("deep", "list", "ok", "page");
        assertThat(catalogue.properties("mail_sent")).isEmpty();
        assertThat(catalogue.events(Map.of())).hasSize(3);
    }
}
