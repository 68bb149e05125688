package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.core.survival.KaplanMeier;

/// The curve against what R's survfit says of a real study, where the study lies beside the repository.
class SurvivalTest {
    @Test
    void matches_r_survfit_with_log_log_intervals_on_the_lung_cancer_study_loprinzi_1994() throws Exception {
        Optional<Path> lung = SharedData.file("data/survival/lung.csv");
        assumeTrue(lung.isPresent(), "lung.csv is not beside the repository");
        long[] ended = new long[1023];
        long[] censored = new long[1023];
        for (String line :
                Files.readAllLines(lung.orElseThrow()).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            long[] into = cells[2].equals("2") ? ended : censored;
            into[Integer.parseInt(cells[1])]++;
        }
        KaplanMeier curve = KaplanMeier.of(ended, censored);
        int[] days = {100, 180, 270, 365, 500, 730};
        long[] atRisk = {196, 160, 108, 65, 41, 13};
        double[] lasting = {0.86396896765, 0.72167065341, 0.57531023886, 0.40924162446, 0.29326919371, 0.11569309834};
        double[] low = {0.81222231975, 0.65830452845, 0.50626504008, 0.33871426909, 0.22650367712, 0.067632151489};
        double[] high = {0.90231018052, 0.77531469072, 0.63826001618, 0.47838076765, 0.36302859968, 0.1778251997};
        for (int i = 0; i < days.length; i++) {
            assertThat(curve.atRisk(days[i])).isEqualTo(atRisk[i]);
            assertThat(curve.lasting(days[i])).isCloseTo(lasting[i], within(1e-9));
            var interval = curve.interval(days[i]).orElseThrow();
            assertThat(interval.low()).isCloseTo(low[i], within(1e-9));
            assertThat(interval.high()).isCloseTo(high[i], within(1e-9));
        }
    }
}
