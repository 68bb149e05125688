package perennial.core.segment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SegmentNameTest {
    private static final SavedSegments NONE = new SavedSegments() {
        @Override
        public Optional<Saved> find(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> names() {
            return List.of();
        }
    };

    private static void save(String name) {
        new SegmentLibrary(NONE).requireSavable(name, Segment.parse("in a life"));
    }

    @Test
    void a_name_has_two_hundred_characters_at_most() {
        assertThatCode(() -> save("a".repeat(200))).doesNotThrowAnyException();
        assertThatThrownBy(() -> save("a".repeat(201)))
                .isInstanceOf(SegmentFault.class)
                .hasMessage("The name of a segment has at most 200 characters, this one 201; choose a shorter one");
    }
}
