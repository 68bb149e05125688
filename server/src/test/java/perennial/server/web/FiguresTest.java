package perennial.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.core.calendar.Every;

class FiguresTest {
    private static final Currency EURO = Currency.getInstance("EUR");

    @Test
    void numbers_shares_and_money_read_the_same_everywhere() {
        assertThat(Figures.whole(12_480)).isEqualTo("12,480");
        assertThat(Figures.change(-40)).isEqualTo("−40");
        assertThat(Figures.change(98)).isEqualTo("+98");
        assertThat(Figures.percent(0.0268)).isEqualTo("2.7%");
        assertThat(Figures.percent(-0.0001)).isEqualTo("0.0%");
        assertThat(Figures.interval(0.481, 0.522)).isEqualTo("48.1–52.2%");
        assertThat(Figures.points(-0.0026)).isEqualTo("−0.3 pts");
        assertThat(Figures.money(new BigDecimal("-928765.2"), EURO)).isEqualTo("−€928,765.20");
        assertThat(Figures.shortMoney(new BigDecimal("928765.2"), EURO)).isEqualTo("€928.8k");
        assertThat(Figures.shortMoney(new BigDecimal("1240000"), EURO)).isEqualTo("€1.24m");
        assertThat(Figures.moment(Instant.parse("2026-11-12T08:40:00Z"), ZoneId.of("Europe/Berlin")))
                .isEqualTo("Thu 12 Nov 2026, 09:40, Europe/Berlin");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-07, WEEK, 7 Sep, in the week of 7 Sep 2026",
        "2026-09-01, MONTH, Sep 2026, in September 2026",
        "2026-07-01, QUARTER, Q3 2026, in Q3 2026",
        "2026-01-01, YEAR, 2026, in 2026",
        "2026-09-07, DAY, 7 Sep, on 7 Sep 2026",
    })
    void a_period_has_a_short_name_and_one_for_sentences(String label, Every every, String name, String during) {
        assertThat(Figures.period(label, every)).isEqualTo(name);
        assertThat(Figures.during(label, every)).isEqualTo(during);
    }

    @ParameterizedTest
    @CsvSource({"45, 45 s", "96, 1 min 36 s", "3600, 1 h", "14700, 4 h 5 min", "226800, 2 days 15 h", "6393600, 74 days"
    })
    void a_span_of_time_is_told_by_its_two_largest_units(long seconds, String words) {
        assertThat(Figures.span(seconds)).isEqualTo(words);
    }
}
