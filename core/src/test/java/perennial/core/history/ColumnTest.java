package perennial.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A code takes as few bytes as its dictionary allows, and none of them is mistaken for another.
class ColumnTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            SIZE  | BYTES
                1 |   0
                2 |   1
              256 |   1
              257 |   2
            65536 |   2
            65537 |   4
            """)
    void the_highest_code_of_a_dictionary_is_read_as_it_was_put(int size, int bytes) {
        var column = new Column(MemorySegment.ofArray(new long[4]), Collections.nCopies(size, ""));
        column.put(3, size - 1);
        assertThat(column.bytes()).isEqualTo(bytes);
        assertThat(column.code(3)).isEqualTo(size - 1);
        assertThat(column.code(2)).isEqualTo(Column.ABSENT);
        assertThat(column.code(4)).isEqualTo(Column.ABSENT);
    }
}
