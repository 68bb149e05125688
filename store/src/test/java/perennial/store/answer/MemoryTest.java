package perennial.store.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private final List<String> worked = new ArrayList<>();

    private String ask(Memory memory, String question, int rows) {
        return memory.of(question, String.class, _ -> rows, () -> {
            worked.add(question);
            return question + "!";
        });
    }

    @Test
    void what_is_asked_again_is_not_worked_out_again() {
        var memory = new Memory();
        assertThat(ask(memory, "churn", 10)).isEqualTo("churn!");
        assertThat(ask(memory, "churn", 10)).isEqualTo("churn!");
        assertThat(worked).containsExactly("churn");
    }

    @Test
    void what_was_not_asked_for_longest_goes_first() {
        var memory = new Memory(22); // an answer takes a row more than it has
        ask(memory, "churn", 10);
        ask(memory, "winback", 10);
        ask(memory, "churn", 10);
        ask(memory, "retention", 10);
        worked.clear();
        ask(memory, "churn", 10);
        ask(memory, "retention", 10);
        ask(memory, "winback", 10);
        assertThat(worked).containsExactly("winback");
    }

    @Test
    void an_answer_without_room_is_given_and_leaves_the_others_alone() {
        var memory = new Memory(22);
        ask(memory, "churn", 10);
        assertThat(ask(memory, "paths", 22)).isEqualTo("paths!");
        worked.clear();
        ask(memory, "churn", 10);
        ask(memory, "paths", 22);
        assertThat(worked).containsExactly("paths");
    }

    // Of 200 characters, so each answer takes 2 rows more than the 11 of a short question.
    @Test
    void long_questions_take_room_too() {
        var memory = new Memory(25);
        String one = "a".repeat(200);
        String other = "b".repeat(200);
        ask(memory, one, 10);
        ask(memory, other, 10);
        worked.clear();
        ask(memory, other, 10);
        ask(memory, one, 10);
        assertThat(worked).containsExactly(one);
    }

    @Test
    void a_question_of_more_than_two_thousand_characters_is_worked_out_each_time() {
        var memory = new Memory();
        String longest = "a".repeat(2_000);
        ask(memory, longest, 1);
        ask(memory, longest, 1);
        assertThat(worked).containsExactly(longest);
        worked.clear();
        ask(memory, longest + "a", 1);
        ask(memory, longest + "a", 1);
        assertThat(worked).hasSize(2);
    }

    @Test
    void one_that_keeps_nothing_works_out_all() {
        Memory none = Memory.none();
        ask(none, "churn", 0);
        ask(none, "churn", 0);
        assertThat(worked).hasSize(2);
    }

    @Test
    void what_fails_is_tried_again() {
        var memory = new Memory();
        assertThatThrownBy(() -> memory.of("churn", String.class, _ -> 1, () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(ask(memory, "churn", 1)).isEqualTo("churn!");
    }
}
