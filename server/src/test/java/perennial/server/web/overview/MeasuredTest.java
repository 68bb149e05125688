package perennial.server.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.calendar.Every;
import perennial.core.question.Asked;
import perennial.server.web.report.Answered;

class MeasuredTest {
    private static final YearMonth FIRST = YearMonth.of(2025, 1);

    private static Measured of(String counts, Optional<LocalDate> begun) {
        List<Row> rows = new ArrayList<>();
        for (String count : counts.split(" ")) {
            rows.add(Row.of(new Counts(Long.parseLong(count)))
                    .key("period", FIRST.plusMonths(rows.size()).atDay(1).toString())
                    .count("customers", 0)
                    .state(State.COMPLETE));
        }
        var asked = new Asked(
                "active-users", new LinkedHashMap<>(), List.of(), List.of(), ZoneOffset.UTC, Instant.EPOCH, rows);
        return Measured.of(
                Kpi.ACTIVE,
                new Answered(Kpi.ACTIVE.inquiry(Every.MONTH, Map.of()), asked),
                begun,
                OptionalDouble.empty());
    }

    private static Measured.Verdict verdict(String counts, Optional<LocalDate> begun) {
        Measured measured = of(counts, begun);
        return measured.verdict(measured.change().orElseThrow());
    }

    private static Measured.Verdict verdict(String counts) {
        return verdict(counts, Optional.empty());
    }

    // By hand: of two counts alone, 100 and 127, the change is 27 and 1.96 √227 = 29.5; of 100 and 131, 31 and 29.8.
    // Where the ten months before jumped by 20 from 100 to 80 and back, that is 400/180 = 2.2 each, and 2.2 / 0.4549 ×
    // 1.5
    // = 7.3 times as much as chance: 1.96 √(7.3 × 285) = 89.6 and 1.96 √(7.3 × 300) = 91.9.
    @ParameterizedTest
    @CsvSource({
        "100 127, NOISE",
        "100 131, BETTER",
        "131 100, WORSE",
        "100 100, NOISE",
        "100 80 100 131, NOISE",
        "100 80 100 80 100 80 100 80 100 80 100 185, NOISE",
        "100 80 100 80 100 80 100 80 100 80 100 200, BETTER",
        "100 101 99 100 131, BETTER",
        "0 0, NOISE",
        "0 0 0 9, BETTER"
    })
    void a_count_moved_if_it_did_by_more_than_counts_do_by_chance(String counts, Measured.Verdict verdict) {
        assertThat(verdict(counts)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "50 1000 1000 1000 1000 1000 1000 1000 1000 1000 1000 600, WORSE",
        "50 1000 1000 600, WORSE",
        "50 1000 1000 950, NOISE"
    })
    void the_part_of_a_month_in_which_the_history_begins_does_not_count(String counts, Measured.Verdict verdict) {
        assertThat(verdict(counts, Optional.of(FIRST.atDay(1)))).isEqualTo(verdict);
    }

    @Test
    void a_month_is_not_compared_with_the_part_of_one_in_which_the_history_begins() {
        assertThat(of("50 1000", Optional.of(FIRST.atDay(1))).change()).isEmpty();
        assertThat(of("50 1000 1200", Optional.of(FIRST.atDay(1))).change()).hasValue(200);
        assertThat(of("50 1000", Optional.empty()).change()).hasValue(950);
    }

    @Test
    void one_fall_of_old_does_not_hide_the_next() {
        assertThat(verdict("1000 1000 1000 600 600 600 600 600 450")).isEqualTo(Measured.Verdict.WORSE);
    }

    // By hand: from 2358 to 2594 are 236 more, and 1.96 √4952 = 138; to 2300 58 less, and 1.96 √4658 = 134.
    @ParameterizedTest
    @CsvSource({
        "1000 1100 1210 1331 1464 1611 1772 1949 2144 2358 2594, BETTER",
        "1000 1100 1210 1331 1464 1611 1772 1949 2144 2358 2300, NOISE",
        "1000 1100 1210 1331 1464 1611 1772 1949 2144 2358 2144, WORSE",
        "1000 1200 1440 1728 2074 2488 2986 3583 4300 3655, WORSE"
    })
    void a_steady_growth_is_a_change_and_no_scatter(String counts, Measured.Verdict verdict) {
        assertThat(verdict(counts)).isEqualTo(verdict);
    }

    @Test
    void of_counts_that_scatter_four_times_as_much_as_chance_about_95_in_100_are_noise() {
        var random = new Random(1);
        long noise = Stream.generate(() -> IntStream.range(0, 12)
                        .mapToObj(_ -> String.valueOf(Math.round(1000 + Math.sqrt(4 * 1000) * random.nextGaussian())))
                        .collect(Collectors.joining(" ")))
                .limit(1000)
                .filter(counts -> verdict(counts) == Measured.Verdict.NOISE)
                .count();
        assertThat(noise).isBetween(920L, 980L);
    }
}
