package perennial.store.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.workspace.Settings;
import perennial.store.HandClock;
import perennial.store.Workspace;
import perennial.store.annotation.Annotation.Kind;

class AnnotationsTest {
    @TempDir
    Path folder;

    private Workspace open() {
        return Workspace.openOrCreate(
                folder.resolve("shop"),
                Settings.standard("shop"),
                new HandClock(Instant.parse("2026-03-01T12:00:00Z")));
    }

    @Test
    void what_was_noted_is_there_by_its_day_until_it_is_removed() {
        try (Workspace workspace = open()) {
            var annotations = new Annotations(workspace);
            annotations.add(LocalDate.parse("2026-02-28"), Kind.CAMPAIGN, "  Spring mail ");
            annotations.add(LocalDate.parse("1999-12-31"), Kind.PRICE_CHANGE, "Prices up");
        }
        try (Workspace workspace = open()) {
            var annotations = new Annotations(workspace);
            assertThat(annotations.all())
                    .extracting(Annotation::day, Annotation::kind, Annotation::text)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    LocalDate.parse("1999-12-31"), Kind.PRICE_CHANGE, "Prices up"),
                            org.assertj.core.groups.Tuple.tuple(
                                    LocalDate.parse("2026-02-28"), Kind.CAMPAIGN, "Spring mail"));
            String first = annotations.all().getFirst().id();
            assertThat(annotations.remove(first)).isPresent();
            assertThat(annotations.remove(first)).isEmpty();
        }
        try (Workspace workspace = open()) {
            assertThat(new Annotations(workspace).all()).hasSize(1);
        }
    }

    @Test
    void a_note_says_something_short_of_a_day_there_was() {
        try (Workspace workspace = open()) {
            var annotations = new Annotations(workspace);
            for (String text : List.of("", " ", "a\nb", "x".repeat(101))) {
                assertThatThrownBy(() -> annotations.add(LocalDate.parse("2026-03-01"), Kind.RELEASE, text))
                        .hasMessage("A note says what happened in 1 to 100 visible characters, such as Prices up by a"
                                + " tenth");
            }
            assertThatThrownBy(() -> annotations.add(LocalDate.MIN, Kind.RELEASE, "Before all"))
                    .hasMessageContaining("A note is of a day from 1970 on");
            assertThatThrownBy(() -> Kind.of("feast"))
                    .hasMessage("\"feast\" is no kind of note; choose among release, price change, campaign, other");
            assertThat(annotations.all()).isEmpty();
        }
    }
}
