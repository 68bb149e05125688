package perennial.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The published worked example of ten customers, with a contact for 1 and an incentive of 10.
class ProspectTest {
    private static final List<Prospect> TEN = Stream.of(
                    "1 0.05 0.12 200 11.8",
                    "2 0.30 0.33 150 0.2",
                    "3 0.02 0.03 900 7.7",
                    "4 0.10 0.09 400 -5.9",
                    "5 0.15 0.30 60 5.0",
                    "6 0.01 0.06 80 2.4",
                    "7 0.40 0.55 120 11.5",
                    "8 0.08 0.08 300 -1.8",
                    "9 0.20 0.26 500 26.4",
                    "10 0.03 0.05 40 -0.7")
            .map(line -> line.split(" "))
            .map(cells -> {
                var prospect = new Prospect(
                        cells[0],
                        new BigDecimal(cells[1]),
                        new BigDecimal(cells[2]),
                        new BigDecimal(cells[3]),
                        BigDecimal.ONE,
                        BigDecimal.TEN);
                assertThat(prospect.gain()).isEqualByComparingTo(cells[4]);
                return prospect;
            })
            .toList();

    @ParameterizedTest
    @CsvSource({
        "3, 3 6, 2.9, 10.1",
        "5, 9 3, 4.9, 34.1",
        "8, 9 3 1, 7.1, 45.9",
        "12, 9 3 1 6, 8.7, 48.3",
        "100, 9 3 1 7 6 5 2, 23.5, 65.0"
    })
    void a_budget_goes_to_those_who_gain_most_for_it(String budget, String chosen, String spend, String gain) {
        List<Prospect> found = Prospect.within(TEN, new BigDecimal(budget));
        assertThat(found.stream().map(Prospect::id)).containsExactly(chosen.split(" "));
        assertThat(found.stream().map(Prospect::spend).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(spend);
        assertThat(found.stream().map(Prospect::gain).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(gain);
    }

    @Test
    void whom_a_message_drives_away_is_never_chosen() {
        assertThat(Prospect.within(TEN, new BigDecimal(1_000)).stream().map(Prospect::id))
                .doesNotContain("4", "8", "10");
    }
}
