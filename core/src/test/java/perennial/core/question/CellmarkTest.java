package perennial.core.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.core.answer.Cell;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.State;

class CellmarkTest {
    private static Row row(String group, String period) {
        return row(new Cell.Key(group), period);
    }

    private static Row row(Cell group, String period) {
        return Row.of(new Counts(3, 5))
                .key("period", period)
                .count("inactive", 1)
                .count("reactivated", 0)
                .state(State.COMPLETE)
                .withFirst("group", group);
    }

    @Test
    void keys_and_a_count_are_read() {
        assertThat(Cellmark.parse("period=2026-03-01, n=1,returned"))
                .isEqualTo(new Cellmark(
                        Map.of("period", new Cell.Key("2026-03-01"), "n", new Cell.Key("1")), Optional.of("returned")));
    }

    @Test
    void a_value_with_commas_and_quotes_is_quoted() {
        assertThat(Cellmark.parse("group=\"a, \\\"b\\\"=c\",inactive"))
                .isEqualTo(new Cellmark(Map.of("group", new Cell.Key("a, \"b\"=c")), Optional.of("inactive")));
    }

    @Test
    void the_group_without_a_value_is_told_from_a_value_that_reads_like_it() {
        Row nobody = row(new Cell.NoKey(), "2026-03-01");
        Row called = row("(none)", "2026-03-01");
        assertThat(Cellmark.parse("group=(none)").row(List.of(called, nobody))).isEqualTo(nobody);
        assertThat(Cellmark.parse("group=\"(none)\"").row(List.of(nobody, called)))
                .isEqualTo(called);
        assertThatThrownBy(() -> Cellmark.parse("group=y").row(List.of(called)))
                .hasMessageEndingWith("the first row is group=\"(none)\",period=2026-03-01");
    }

    @Test
    void without_a_name_the_last_count_is_meant() {
        var row = row("x", "2026-03-01");
        assertThat(Cellmark.parse("group=x").countName(row)).isEqualTo("reactivated");
    }

    @Test
    void a_row_that_is_not_there_is_named_with_one_that_is() {
        assertThatThrownBy(() -> Cellmark.parse("period=2026-04-01").row(List.of(row("a,b", "2026-03-01"))))
                .hasMessage("--who: no row for period=2026-04-01; name one row by its keys: the first row is"
                        + " group=\"a,b\",period=2026-03-01");
    }

    @Test
    void rows_that_differ_by_their_state_alone_are_told_apart_by_it() {
        var over = Row.of(new Counts(3)).index("step", 1).count("customers", 0).state(State.COMPLETE);
        var young = Row.of(new Counts(5)).index("step", 1).count("customers", 0).state(State.IN_PROGRESS);
        assertThat(Cellmark.parse("step=1,state=in_progress").row(List.of(over, young)))
                .isEqualTo(young);
        assertThatThrownBy(() -> Cellmark.parse("step=1").row(List.of(over, young)))
                .hasMessage("--who: 2 rows for step=1; name one row by its keys: the first of them is"
                        + " step=1,state=complete");
    }

    @Test
    void a_count_that_is_not_there_is_told_with_those_that_are() {
        assertThatThrownBy(() -> Cellmark.parse("churned").countName(row("x", "2026-03-01")))
                .hasMessage("--who: the row group=x,period=2026-03-01 has no count \"churned\"; it has"
                        + " inactive, reactivated");
    }

    @Test
    void a_count_that_is_not_known_yet_is_told_to_be_so() {
        var open = Row.of(new Counts(3))
                .key("reason", "price")
                .count("ended", 0)
                .missing("won_back")
                .state(State.NOT_YET);
        assertThatThrownBy(() -> Cellmark.parse("won_back").countName(open))
                .hasMessage(
                        "--who: \"won_back\" of the row reason=price is not known yet; ask again when the time it counts"
                                + " in is over, or with a later --as-of");
    }

    @Test
    void what_cannot_be_read_is_refused() {
        assertThatThrownBy(() -> Cellmark.parse("group=\"a"))
                .isInstanceOf(BadOption.class)
                .hasMessageContaining("is not key=value");
    }
}
