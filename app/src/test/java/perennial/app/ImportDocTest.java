package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import perennial.app.show.Screen;
import perennial.store.imports.Reason;
import perennial.store.imports.Tool;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The guide to importing says what the code does.
class ImportDocTest {
    private static final Path GUIDE = Path.of("../docs/importing.md");

    @Test
    void the_guide_lists_every_reason_in_order_with_its_meaning() throws IOException {
        List<String> rows = Arrays.stream(Reason.values())
                .map(reason -> "| `" + reason.code() + "` | " + reason.meaning() + " |")
                .toList();
        assertThat(Files.readString(GUIDE)).contains(String.join("\n", rows) + "\n\n");
    }

    @Test
    void the_guide_lists_the_events_of_each_tool_that_have_other_names_here() throws IOException {
        String guide = Files.readString(GUIDE);
        for (Tool tool : Tool.values()) {
            String rows = tool.events().entrySet().stream()
                    .map(event -> "| `" + event.getKey() + "` | `" + event.getValue() + "` |\n")
                    .collect(Collectors.joining());
            assertThat(guide).contains(rows).contains("`" + tool + "`");
        }
    }

    @Test
    void the_guide_lists_every_option() throws IOException {
        Set<String> listed = Pattern.compile("^\\| `(--[a-z-]+)`", Pattern.MULTILINE)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var surroundings = new Surroundings(Clock.systemUTC(), new Screen(100, false));
        Set<String> options = new CommandLine(new ImportCommand(surroundings))
                .getCommandSpec().options().stream()
                        .map(OptionSpec::longestName)
                        .filter(name ->
                                !Set.of("--help", "--version", "--debug").contains(name))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(options);
    }
}
