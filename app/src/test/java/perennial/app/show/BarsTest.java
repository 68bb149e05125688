package perennial.app.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {
    @Test
    void a_bar_measures_in_eighths_and_more_than_nothing_shows() {
        assertThat(Bars.bar(8, 8, 2)).isEqualTo("██");
        assertThat(Bars.bar(5, 8, 2)).isEqualTo("█▎");
        assertThat(Bars.bar(0.001, 8, 2)).isEqualTo("▏");
        assertThat(Bars.bar(0, 8, 2)).isEmpty();
        assertThat(Bars.bar(0, 0, 2)).isEmpty();
    }

    @Test
    void a_sparkline_reaches_from_nothing_to_the_greatest() {
        assertThat(Bars.sparkline(List.of(0L, 50L, 100L))).isEqualTo("▁▅█");
        assertThat(Bars.sparkline(List.of(0L, 0L))).isEqualTo("▁▁");
        assertThat(Bars.sparkline(List.of())).isEmpty();
    }
}
