package perennial.store.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.store.json.Json;

class OperationTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '\'', textBlock = """
            BEFORE      | OPERATION | OPERAND   | AFTER
                        | ADD       | 2         | 2
            0.1         | ADD       | 0.2       | 0.3
            10          | ADD       | -2.5      | 7.5
            "ten"       | ADD       | 1         | 1
            1e999999999 | ADD       | 1         | 1
                        | APPEND    | "a"       | ["a"]
            ["a"]       | APPEND    | "a"       | ["a","a"]
            "a"         | APPEND    | ["b","c"] | ["a","b","c"]
            ["a"]       | PREPEND   | ["b","c"] | ["b","c","a"]
            ["a"]       | UNION     | ["b","a"] | ["a","b"]
                        | UNION     | ["b","b"] | ["b"]
            ["a","b"]   | REMOVE    | "a"       | ["b"]
            ["a"]       | CLEAR     | null      | null
            """)
    void a_trait_comes_by_its_new_value(String before, Operation operation, String operand, String after) {
        Json value = operation.after(Optional.ofNullable(before).map(Json::parse), Json.parse(operand));
        assertThat(value.text()).isEqualTo(after);
    }
}
