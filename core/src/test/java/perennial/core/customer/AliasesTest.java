package perennial.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AliasesTest {
    private final Aliases aliases = new Aliases();

    @Test
    void an_id_never_joined_stands_for_itself() {
        assertThat(aliases.root("ada")).isEqualTo("ada");
    }

    @Test
    void both_ids_stand_for_whom_the_second_stood_for() {
        aliases.join("ada@home", "ada");
        aliases.join("ada@work", "ada@home");
        assertThat(aliases.all()).isEqualTo(Map.of("ada", "ada", "ada@home", "ada", "ada@work", "ada"));
    }

    @Test
    void a_circle_ends_with_one() {
        aliases.join("a", "b");
        aliases.join("b", "c");
        aliases.join("c", "a");
        assertThat(aliases.all()).isEqualTo(Map.of("a", "c", "b", "c", "c", "c"));
    }
}
