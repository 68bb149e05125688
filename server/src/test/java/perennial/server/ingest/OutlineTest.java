package perennial.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {
    private static final Limits FEW = new Limits(1_000, 1_000, 3);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                      |
                    [{"a":[1,2]}, 2 ,"x,]"]                 | {"a":[1,2]}; 2 ;"x,]"
                    {"k":"v","batch":[{},[1]]}              | {};[1]
                    {"batch":[ ],"o":{"l":[1,2,3,4,5]}}     |
                    {"batch":[1],"more":[2,3]}              | 1;2;3
                    {"a":"\\"[","batch":["\\\\",NaN]}     | "\\\\";NaN
                    """)
    void the_items_of_lists_of_calls_are_seen_where_they_lie(String text, String items) throws Fault {
        List<String> found = new ArrayList<>();
        Outline.values(text, FEW, (from, until) -> found.add(text.substring(from, until)));
        assertThat(String.join(";", found)).isEqualTo(items == null ? "" : items);
    }

    @Test
    void more_calls_than_may_be_are_told_at_the_first_too_many() throws Fault {
        assertThat(Outline.values("{\"batch\":[1,2,3]}", FEW)).isEqualTo(5);
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() -> Outline.values("[1,2,3,4,5,6", FEW, (from, _) -> seen.add(from)))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.TOO_LARGE))
                .hasMessage("The request holds more than 3 events; send at most 3 at once");
        assertThat(seen).hasSize(4);
    }

    @Test
    void values_anywhere_are_counted_also_behind_a_broken_line() {
        String many = "[" + "1,".repeat(Outline.MOST_VALUES);
        for (String text : List.of("{\"batch\":[{\"a\":" + many, "{\"a\":\"broken\n{\"a\":" + many)) {
            assertThatThrownBy(() -> Outline.values(text, FEW))
                    .hasMessage("The request holds more than 2000000 values; send it in smaller pieces");
        }
    }
}
