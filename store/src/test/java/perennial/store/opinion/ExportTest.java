package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.customer.Owner;
import perennial.core.random.RandomHistory;
import perennial.core.random.RawHistory;
import perennial.core.selection.Selection;
import perennial.store.Workspace;
import perennial.store.export.Export;
import perennial.store.imports.EventImport;
import perennial.store.imports.Format;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.Progress;

/// What is exported and imported again gives the same answers.
class ExportTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private record Case(RawHistory history, List<RandomQuestion> questions) {
        static Case of(Random random) {
            RawHistory history = asImported(RandomHistory.of(random, 60));
            return new Case(
                    history,
                    Stream.generate(() -> RandomQuestion.of(random, history))
                            .limit(6)
                            .toList());
        }

        /// An import stores a trait that is null only where it takes a value away.
        private static RawHistory asImported(RawHistory history) {
            return new RawHistory(
                    history.zone(),
                    history.weekStart(),
                    history.events(),
                    history.links(),
                    history.traits().stream()
                            .filter(trait -> !trait.value().equals("null"))
                            .toList());
        }
    }

    @Test
    void everything_exported_and_imported_gives_every_answer_again() {
        forAll(6, Case::of, some -> {
            Path file = Files.createTempFile(folder, "all", ".ndjson");
            Path place = Files.createTempDirectory(folder, "again");
            try (var engine = new EngineOn(some.history(), 0);
                    var again = Workspace.create(place, OpinionOn.settings(some.history()), NOON)) {
                Export.all(engine.workspace(), Format.NDJSON, file);
                var summary = EventImport.run(again, ImportPlan.segment(List.of(file)), Progress.NONE);
                assertThat(summary.refusedBy()).isEmpty();
                assertThat(summary.conflicts()).isZero();
                try (var other = new SideBySide(again)) {
                    for (RandomQuestion question : some.questions()) {
                        Map<String, String> options = new LinkedHashMap<>(question.options());
                        options.remove("known-at"); // when it was received is not exported
                        assertThat(Comparison.differences(
                                        other.engine(question.question(), options),
                                        engine.both().engine(question.question(), options)))
                                .as("%s with %s%non %s", question.question(), options, some.history())
                                .isEmpty();
                    }
                }
            }
        });
    }

    @Test
    void somebody_is_exported_with_every_linked_id_and_a_selection_without_facts() throws Exception {
        RawHistory history = Told.in("UTC", java.time.DayOfWeek.MONDAY, """
                ~x       | 2026-03-01T09:30 | Opened
                ada@acme | 2026-03-02       | Order Completed | 12.50
                x -> ada | 2026-03-02       | anonymous
                ada      | 2026-03-02       | plan := "pro"
                bo       | 2026-03-03       | Opened | {"a":1}
                """);
        Path file = folder.resolve("one.ndjson");
        try (var engine = new EngineOn(history, 0)) {
            assertThat(Export.of(engine.workspace(), List.of(new Owner(Owner.Kind.VISITOR, "x")), Format.NDJSON, file))
                    .isEqualTo(2);
            assertThat(Files.readString(file)).isEqualTo("""
                {"anonymousId":"x","event":"Opened","messageId":"event-1","timestamp":"2026-03-01T09:30:00Z","type":"track"}
                {"event":"Order Completed","groupId":"acme","messageId":"event-2","properties":{"value":12.5},"timestamp":"2026-03-02T12:00:00Z","type":"track","userId":"ada"}
                {"anonymousId":"x","messageId":"link-3/3","timestamp":"2026-03-02T12:00:00Z","type":"identify","userId":"ada"}
                {"messageId":"trait-4/4","timestamp":"2026-03-02T12:00:00Z","traits":{"plan":"pro"},"type":"identify","userId":"ada"}
                """);
            var some = List.of(new Owner(Owner.Kind.USER, "bo"), new Owner(Owner.Kind.ACCOUNT, "acme"));
            assertThat(Export.of(engine.workspace(), some, Format.NDJSON, file)).isEqualTo(3);
            assertThat(Files.readString(file)).isEqualTo("""
                {"anonymousId":"x","event":"Opened","messageId":"event-1","timestamp":"2026-03-01T09:30:00Z","type":"track"}
                {"event":"Order Completed","groupId":"acme","messageId":"event-2","properties":{"value":12.5},"timestamp":"2026-03-02T12:00:00Z","type":"track","userId":"ada"}
                {"event":"Opened","messageId":"event-5","properties":{"a":1},"timestamp":"2026-03-03T12:00:00Z","type":"track","userId":"bo"}
                """);
            assertThat(Export.of(engine.workspace(), Selection.parse("Opened"), Format.CSV, file))
                    .isEqualTo(2);
            assertThat(Files.readString(file)).isEqualTo("""
                    message_id,source,time,event,visitor,user,customer,value,currency,properties
                    event-1,random,2026-03-01 09:30:00,Opened,x,,,,,
                    event-5,random,2026-03-03 12:00:00,Opened,,bo,,,,"{""a"":1}"
                    """);
            Export.of(engine.workspace(), Selection.parse("Opened"), Format.PARQUET, file);
            assertThat(Files.readAllBytes(file)).startsWith("PAR1".getBytes());
        }
    }
}
