package perennial.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SplitCheckTest {
    /// By hand: 60 and 40 where 50 and 50 were planned is χ² = 4 with one degree of freedom, p = 0.0455.
    @Test
    void an_uneven_split_has_the_chance_of_its_chi_square() {
        assertThat(SplitCheck.of(List.of(60L, 40L), List.of(0.5, 0.5)).p()).isCloseTo(0.0455003, within(1e-7));
    }

    @Test
    void a_broken_split_is_found_and_a_sound_one_is_not() {
        assertThat(SplitCheck.of(List.of(9_000L, 1_000L), List.of(0.9, 0.1)).finding())
                .isEqualTo(SplitCheck.Finding.SOUND);
        assertThat(SplitCheck.of(List.of(9_080L, 920L), List.of(0.9, 0.1)).finding())
                .isEqualTo(SplitCheck.Finding.DOUBTFUL);
        assertThat(SplitCheck.of(List.of(9_300L, 700L), List.of(0.9, 0.1)).finding())
                .isEqualTo(SplitCheck.Finding.BROKEN);
    }

    @Test
    void an_arm_without_a_share_is_no_degree_of_freedom_and_must_be_empty() {
        assertThat(SplitCheck.of(List.of(60L, 40L, 0L), List.of(0.5, 0.5, 0.0)).p())
                .isCloseTo(0.0455003, within(1e-7));
        assertThat(SplitCheck.of(List.of(60L, 40L, 1L), List.of(0.5, 0.5, 0.0)).finding())
                .isEqualTo(SplitCheck.Finding.BROKEN);
    }

    @Test
    void nobody_drawn_is_no_mismatch() {
        assertThat(SplitCheck.of(List.of(0L, 0L), List.of(0.9, 0.1)).p()).isEqualTo(1);
    }
}
