package perennial.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
    private static boolean holds(String condition, Map<String, String> values) {
        return SelectionParser.condition(condition).matches(name -> Optional.ofNullable(values.get(name)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "value > 50; true",
                "value >= 60; true",
                "value < 7; false", // as numbers, not as letters
                "value = 60.0; true",
                "sku = 7; false", // 007 is a text
                "sku = 007; true",
                "sku < 1; false", // a text and a number have no order
                "category = shoes; true",
                "category != shoes; false",
                "category in (hats, shoes); true",
                "category not in (hats, \"new shoes\"); true",
                "category contains hoe; true",
                "category starts-with sho; true",
                "not (category starts-with sho); false",
                "colour exists; false",
                "colour != red; false", // absent fulfils nothing
                "not (colour = red); true",
                "category = hats or value > 50 and sku exists; true",
                "(category = hats or value > 50), colour exists; false",
                "\"odd name\" = it; true",
                "day >= 2026-03-01; true", // dates compare as texts
            })
    void a_condition_reads_as_it_is_written(String condition, boolean isTrue) {
        var values = Map.of("value", "60", "sku", "007", "category", "shoes", "odd name", "it", "day", "2026-03-02");
        assertThat(holds(condition, values)).isEqualTo(isTrue);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "Order Completed",
                "Order Completed[(value > 50 and category = shoes)] | Opened",
                "\"odd [name]\"[a in (1, \"b c\") or not (d exists)]",
                "*[plan contains pro]",
                "X[\"and\" = \"or\"]"
            })
    void written_and_read_again_it_is_the_same(String text) {
        Selection once = Selection.parse(text);
        assertThat(Selection.parse(once.toString())).isEqualTo(once);
    }

    @Test
    void a_fault_points_at_its_place() {
        assertThatThrownBy(() -> Selection.parse("Order Completed[value >> 50]"))
                .isInstanceOf(SelectionError.class)
                .hasMessage("""
                        Expected a value at position 24:
                          Order Completed[value >> 50]
                                                 ^""");
    }

    @Test
    void a_condition_nested_too_deeply_is_refused_at_the_place() {
        assertThatThrownBy(() -> Selection.parse("A[" + "not ".repeat(3_000) + "x = 1]"))
                .isInstanceOf(SelectionError.class)
                .hasMessage("Expected at most 200 brackets, signs and \"not\" within one another at position 807:\n  … "
                        + "not ".repeat(100) + " …\n" + " ".repeat(204) + "^");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Opened[plan = pro; Expected \"]\"",
                "Opened[plan]; Expected one of = != < <= > >= in contains starts-with exists",
                "[plan = pro]; Expected an event name, or * for any activity",
                "Opened] x; Expected the end",
                "Opened[a = \"b]; Expected a closing \" for the quote",
                "Opened[a not = b]; Expected one of in contains starts-with exists",
            })
    void each_fault_says_what_was_expected(String text, String message) {
        assertThatThrownBy(() -> Selection.parse(text)).hasMessageStartingWith(message + " at position");
    }

    @ParameterizedTest
    @CsvSource({
        "0,true",
        "-1,true",
        "1.50,true",
        "1e5,true",
        "007,false",
        "+1,false",
        "1.,false",
        ".5,false",
        "'',false",
        "1e99999,false",
        "1e9999,true",
        "-,false",
        "NaN,false",
        "٣,false"
    })
    void a_number_is_what_json_calls_one(String text, boolean isNumber) {
        assertThat(Condition.isNumber(text)).isEqualTo(isNumber);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Visit, plan = a; Visit[plan = a]",
                "Visit,plan=a; Visit[plan=a]",
                "Order Completed value > 50 and category in (hats, shoes);"
                        + " Order Completed[value > 50 and category in (hats, shoes)]",
                "plan exists; *[plan exists]",
                "Visit in progress;",
                "Visit;",
            })
    void a_condition_without_brackets_is_recognised(String name, String meant) {
        assertThat(Selection.bracketed(name)).isEqualTo(Optional.ofNullable(meant));
    }
}
