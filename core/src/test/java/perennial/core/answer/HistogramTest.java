package perennial.core.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void the_median_is_the_middle_and_between_two_their_mean() {
        assertThat(of(5, 1, 9).median()).hasValue(5);
        assertThat(of(5, 1, 9, 6).median()).hasValue(5.5);
        assertThat(of(7, 7, 7, 1).median()).hasValue(7);
        assertThat(of(-3, 0).median()).hasValue(-1.5);
        assertThat(of().median()).isEmpty();
    }

    @Test
    void two_halves_add_up_to_the_median_of_all() {
        forAll(
                100,
                random -> random.longs(random.nextInt(1, 300), -50, random.nextInt(1, 1_000_000))
                        .toArray(),
                values -> {
                    Histogram all =
                            of(LongStream.of(values).limit(values.length / 3).toArray());
                    all.add(of(LongStream.of(values).skip(values.length / 3).toArray()));
                    long[] sorted = LongStream.of(values).sorted().toArray();
                    double middle = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
                    assertThat(all.median()).hasValue(middle);
                });
    }

    private static Histogram of(long... values) {
        var histogram = new Histogram();
        LongStream.of(values).forEach(histogram::add);
        return histogram;
    }
}
