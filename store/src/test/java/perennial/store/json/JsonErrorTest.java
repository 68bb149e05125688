package perennial.store.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonErrorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [1,2      | no JSON at column 5: Unexpected end-of-input: expected close marker for Array
                    [NaN]     | no JSON at column 5: Non-standard token 'NaN'
                    {"a":01}  | no JSON at column 7: Invalid numeric value: Leading zeroes not allowed
                    """)
    void what_is_wrong_is_told_without_the_inside_of_the_parser(String text, String sentence) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonError.class).hasMessage(sentence);
    }

    @Test
    void limits_are_told_by_their_numbers_alone() {
        assertThatThrownBy(() -> Json.parse("[" + "1".repeat(1_001) + "]"))
                .hasMessageEndingWith("Number value length (1001) exceeds the maximum allowed (1000)");
    }
}
