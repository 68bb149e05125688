package perennial.store.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.question.Unit;
import perennial.core.selection.Selection;
import perennial.core.selection.SelectionParser;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;
import perennial.store.event.EventDefinitions;
import perennial.store.event.Filters;
import perennial.store.imports.EventImport;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.Progress;
import perennial.store.view.Views;

class DeletionTest {
    @TempDir
    private Path folder;

    private Workspace workspace;
    private ImportPlan plan;

    @BeforeEach
    void import_some() throws Exception {
        var clock = Clock.fixed(Instant.parse("2026-01-11T12:00:00Z"), ZoneOffset.UTC);
        workspace = Workspace.create(folder.resolve("shop"), Settings.standard("shop"), clock);
        plan = ImportPlan.segment(List.of(Files.writeString(folder.resolve("events.ndjson"), """
                {"type":"track","messageId":"1","timestamp":"2026-01-05T10:00:00Z","userId":"ada","event":"Opened","properties":{"n":7.0}}
                {"type":"track","messageId":"2","timestamp":"2026-01-06T10:00:00Z","userId":"ada","event":"opened","properties":{"n":"7"}}
                {"type":"track","messageId":"3","timestamp":"2026-01-07T10:00:00Z","userId":"bo","event":"Opened","properties":{"n":8}}
                {"type":"track","messageId":"4","timestamp":"2026-01-08T10:00:00Z","userId":"bo","event":"Email Sent"}
                {"type":"track","messageId":"5","timestamp":"2026-01-09T10:00:00Z","userId":"cy","event":"Bought","properties":{"value":12.50}}
                """)));
        EventImport.run(workspace, plan, Progress.NONE);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<String> left() {
        return workspace.read("looking", connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT message_id FROM events ORDER BY seq")) {
                List<String> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
                return ids;
            }
        });
    }

    private static Deletion of(String selection) {
        return new Deletion(
                Optional.of(Selection.parse(selection)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void a_selection_means_what_it_means_to_a_question() {
        new EventDefinitions(workspace).rename("opened", "Opened");
        assertThat(of("Opened[n = 7]").count(workspace)).isEqualTo(2);
        assertThat(of("opened").count(workspace)).isZero();
        assertThat(of("*").count(workspace)).isEqualTo(4);
        assertThat(of("*[not n exists]").count(workspace)).isEqualTo(1);
        assertThat(of("Bought[value > 12] | Email Sent").count(workspace)).isEqualTo(2);
        assertThat(of("Bought[value > 12, value < 12.6 or n = 1]").run(workspace))
                .isEqualTo(1);
        assertThat(left()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void a_stretch_of_time_is_half_open_and_a_source_is_apart() {
        var stretch = new Deletion(
                Optional.empty(),
                Optional.of(Instant.parse("2026-01-06T10:00:00Z")),
                Optional.of(Instant.parse("2026-01-08T10:00:00Z")),
                Optional.of("import"));
        assertThat(new Deletion(stretch.events(), stretch.from(), stretch.until(), Optional.of("other"))
                        .count(workspace))
                .isZero();
        assertThat(stretch.run(workspace)).isEqualTo(2);
        assertThat(left()).containsExactly("1", "4", "5");
        assertThat(Deletion.all(workspace))
                .containsExactly(new Deletion.Done(
                        Instant.parse("2026-01-11T12:00:00Z"),
                        2,
                        "events from 2026-01-06T10:00:00Z until 2026-01-08T10:00:00Z of source import"));
    }

    @Test
    void what_is_deleted_is_gone_from_the_answers_and_comes_back_when_imported_again() {
        try (var views = new Views(workspace)) {
            assertThat(views.history(Unit.USER).names()).contains("Bought");
            of("Bought | Email Sent").run(workspace);
            assertThat(views.history(Unit.USER).names()).containsExactly("Opened", "opened");
            EventImport.run(workspace, plan, Progress.NONE);
            assertThat(left()).containsExactly("1", "2", "3", "4", "5");
            assertThat(views.history(Unit.USER).names()).contains("Bought");
        }
    }

    @Test
    void filters_judge_events_that_take_the_place_of_deleted_ones() {
        var filters = new Filters(workspace);
        filters.add("dear", SelectionParser.condition("value > 10"));
        try (var views = new Views(workspace)) {
            views.history(Unit.USER);
            of("Bought").run(workspace);
            views.history(Unit.USER);
            EventImport.run(workspace, plan, Progress.NONE);
            assertThat(views.history(Unit.USER).names()).doesNotContain("Bought");
        }
        assertThat(filters.all().getFirst().leftOut()).isEqualTo(1);
    }

    @Test
    void events_are_kept_for_whole_local_days() {
        var keeping = new Keeping(workspace);
        assertThat(keeping.due()).isEmpty();
        keeping.keepFor(OptionalInt.of(4));
        assertThat(keeping.days()).hasValue(4);
        assertThat(keeping.due().orElseThrow().run(workspace)).isEqualTo(2);
        assertThat(left()).containsExactly("3", "4", "5");
        keeping.keepFor(OptionalInt.empty());
        assertThat(keeping.days()).isEmpty();
        assertThatThrownBy(() -> keeping.keepFor(OptionalInt.of(0)))
                .isInstanceOf(BadKeeping.class)
                .hasMessage("Events are to be kept for 0 days; give at least 1d, or forever");
    }
}
