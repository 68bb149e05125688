package perennial.store.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.history.Volumes;
import perennial.core.question.Unit;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;
import perennial.store.imports.EventImport;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.Progress;
import perennial.store.view.Views;

/// How many events of each name each stretch of time has, against a plain count of what was imported.
class VolumesTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void each_event_is_in_one_stretch_and_those_before_the_first_in_none() throws Exception {
        var random = new Random(7);
        long[] starts = {day(10), day(11), day(20), day(21)};
        long[][] expected = new long[2][starts.length];
        var lines = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            int name = random.nextInt(2);
            long time = i < starts.length ? starts[i] : day(0) + random.nextLong(30L * 86_400_000);
            for (int stretch = 0; stretch < starts.length; stretch++) {
                boolean isEnded = stretch + 1 < starts.length && time >= starts[stretch + 1];
                expected[name][stretch] += time >= starts[stretch] && !isEnded ? 1 : 0;
            }
            lines.append(
                    "{\"type\":\"track\",\"messageId\":\"%d\",\"timestamp\":\"%s\",\"userId\":\"u%d\",\"event\":\"e%d\"}\n"
                            .formatted(i, Instant.ofEpochMilli(time), random.nextInt(20), name));
        }
        Path file = Files.writeString(folder.resolve("events.ndjson"), lines);
        var clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
        try (Workspace workspace = Workspace.create(folder.resolve("shop"), Settings.standard("shop"), clock)) {
            EventImport.run(workspace, ImportPlan.segment(List.of(file)), Progress.NONE);
            try (var views = new Views(workspace)) {
                var volumes = Volumes.of(views.history(Unit.VISITOR), starts);
                assertThat(volumes).containsOnlyKeys("e0", "e1");
                assertThat(volumes.get("e0")).containsExactly(expected[0]);
                assertThat(volumes.get("e1")).containsExactly(expected[1]);
            }
        }
    }

    private static long day(int number) {
        return FIRST.plusSeconds(86_400L * number).toEpochMilli();
    }
}
