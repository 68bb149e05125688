package perennial.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoDocTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9-]+)` \\| ([0-9.]+) \\|", Pattern.MULTILINE);

    @Test
    void the_table_of_the_guide_quotes_every_planted_number() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "demo.md"));
        Map<String, Double> quoted = new TreeMap<>();
        ROW.matcher(guide).results().forEach(row -> {
            var before = quoted.put(row.group(1), Double.valueOf(row.group(2)));
            assertThat(before).as(row.group(1) + " stands there once").isNull();
        });
        assertThat(quoted)
                .isEqualTo(Arrays.stream(Planted.values())
                        .collect(Collectors.toMap(Planted::toString, Planted::value, (a, b) -> a, TreeMap::new)));
    }
}
