package perennial.core.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/selections.md` says what selections and conditions do.
class SelectionGuideTest {
    private static final Map<String, String> EVENT =
            Map.of("value", "60", "plan", "pro", "sku", "007", "odd name", "it");

    @Test
    void every_selection_of_the_guide_can_be_read() throws IOException {
        List<String> selections = rows("\\| `([^`]+)` \\| (?:any|those|a name).*");
        assertThat(selections)
                .hasSize(6)
                .allSatisfy(text ->
                        assertThat(Selection.parse(text.replace("\\|", "|"))).isNotNull());
    }

    @Test
    void every_condition_of_the_guide_holds_or_not_as_it_says() throws IOException {
        assertThat(holding("yes")).hasSize(10).allMatch(SelectionGuideTest::holds);
        assertThat(holding("no")).hasSize(5).noneMatch(SelectionGuideTest::holds);
    }

    private static List<String> holding(String said) throws IOException {
        return rows("\\| `([^`]+)` \\| " + said + " \\|.*");
    }

    private static boolean holds(String condition) {
        return SelectionParser.condition(condition).matches(name -> Optional.ofNullable(EVENT.get(name)));
    }

    private static List<String> rows(String pattern) throws IOException {
        return Pattern.compile("^" + pattern, Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("../docs/selections.md")))
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
    }
}
