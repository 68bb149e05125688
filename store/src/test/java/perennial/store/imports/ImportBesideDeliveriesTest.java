package perennial.store.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import perennial.store.ingest.Delivery;
import perennial.store.ingest.Intake;
import perennial.store.ingest.Intake.Outcome;
import perennial.store.ingest.Overloaded;

/// Events come in live while an import reads its files.
class ImportBesideDeliveriesTest {
    private static final int ROWS = 200_000;
    private static final long NOON = Imported.NOON.millis();

    @TempDir
    Path folder;

    /// Each delivery is made by the thread that reads the file, which goes on when it is acknowledged: were deliveries
    /// held off until the import ends, neither would ever end.
    @Test
    @Timeout(600)
    void deliveries_are_acknowledged_while_an_import_goes_on_and_what_they_brought_is_no_news_to_it() {
        try (var imported = new Imported(folder);
                var intake = new Intake(imported.workspace())) {
            var file = imported.file(
                    "events.csv",
                    IntStream.range(0, ROWS)
                            .mapToObj(i -> "m" + i + ",u,2026-03-01T12:00:00Z,Saw\n")
                            .collect(Collectors.joining("", "id,who,at,what\n", "")));
            var mapping = new Imported.MappingOf().messageId("id").mapping();
            var plan = ImportPlan.of(List.of(file), mapping).withSource("web");
            List<Integer> delivered = new ArrayList<>();
            ImportSummary summary = EventImport.run(
                    imported.workspace(),
                    plan,
                    (step, _, _, _) -> {
                        if (step.equals("importing")) {
                            assertThat(imported.rows("SELECT count(*) FROM events WHERE run <> 0"))
                                    .containsExactly("0");
                            deliver(delivered.size(), intake);
                            delivered.add(delivered.size());
                        }
                    },
                    50_000);
            long deliveries = delivered.size();
            assertThat(deliveries).isGreaterThan(ROWS / 5_000);
            assertThat(summary.duplicates()).isEqualTo(2 * deliveries);
            assertThat(summary.conflicts()).isEqualTo(2 * deliveries);
            assertThat(summary.stored()).isEqualTo(ROWS - 4 * deliveries);
            assertThat(imported.refused(summary)).hasSize((int) (2 * deliveries));
            assertThat(imported.rows("SELECT count(*), count(DISTINCT message_id) FROM events"))
                    .containsExactly((ROWS + deliveries) + "|" + (ROWS + deliveries));
            assertThat(imported.rows("SELECT count(*) FROM events WHERE run <> 0 AND seq <"
                            + " (SELECT max(seq) FROM events WHERE run = 0)"))
                    .containsExactly("0");
        }
    }

    /// An event of its own, and of the import's first and last rows one each as it is there and one that is different.
    private static void deliver(int number, Intake intake) {
        var delivery = new Delivery(
                "web",
                NOON,
                0,
                List.of(
                        event("live" + number, "Saw"),
                        event("m" + 2 * number, "Saw"),
                        event("m" + (2 * number + 1), "Bought"),
                        event("m" + (ROWS - 1 - 2 * number), "Saw"),
                        event("m" + (ROWS - 2 - 2 * number), "Bought")),
                List.of());
        try {
            assertThat(intake.take(delivery)).containsOnly(Outcome.STORED);
        } catch (Overloaded e) {
            throw new AssertionError(e);
        }
    }

    private static MappedRow event(String messageId, String name) {
        return new MappedRow(0, messageId, false, "", "u", "", NOON, name, Optional.empty(), "", "", List.of());
    }
}
