package perennial.core.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.core.selection.SelectionError;

/// `docs/segments.md` says what segments do.
class SegmentGuideTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /// What may stand around a piece of an expression for it to be whole.
    private static final List<String> AROUND = List.of(
            "%s", "%s since 2026-01-01", "did \"A\" %s", "did \"A\" then \"B\" %s", "life ended %s", "plan %s pro");

    /// Pieces that stand between others.
    private static final Set<String> BETWEEN =
            Set.of("not", "and", "or", "= != < <= > >= in contains starts-with exists");

    @Test
    void every_expression_of_the_guide_can_be_read() throws IOException {
        String guide = guide();
        assertThat(codes(between(guide, "## Expressions", "- A selection of events")))
                .hasSizeGreaterThan(25)
                .filteredOn(code -> !BETWEEN.contains(code))
                .allMatch(code -> AROUND.stream().anyMatch(around -> canBeRead(around.formatted(code))));
        assertThat(codes(between(guide, "- A selection of events", "What cannot be read")))
                .contains("\"life\" = long", "plan != pro", "not plan = pro");
        assertThat(Segment.parse("\"life\" = long").toString()).isEqualTo("\"life\" = long");
    }

    @Test
    void the_guide_points_at_a_fault_as_the_parser_does() throws IOException {
        String shown = between(guide(), "What cannot be read is pointed at:\n\n```\n--segment: ", "\n```");
        assertThatThrownBy(() -> Segment.parse("rfm recensy = 5")).hasMessage(shown);
    }

    @Test
    void the_guide_lists_the_built_in_segments_with_their_scores() throws IOException {
        String guide = guide();
        List<BuiltIn> byRecencyAndFrequency = Arrays.stream(BuiltIn.values())
                .filter(each -> each != BuiltIn.BIG_SPENDERS)
                .toList();
        for (BuiltIn each : byRecencyAndFrequency) {
            MatchResult row = Pattern.compile("\\| `" + each.title() + "` \\| (.*) \\| (.*) \\| (.*) \\|")
                    .matcher(guide)
                    .results()
                    .findFirst()
                    .orElseThrow();
            assertThat(each.segment())
                    .as(each.title())
                    .isEqualTo(
                            Segment.parse(oneOf("recency", row.group(1)) + " and " + oneOf("frequency", row.group(2))));
            assertThat(row.group(3)).isEqualTo(each.meaning());
        }
        assertThat(byRecencyAndFrequency.stream().flatMap(SegmentGuideTest::scores))
                .as("each pair of scores once")
                .hasSize(25)
                .doesNotHaveDuplicates();
    }

    /// The pairs of recency and frequency of a segment.
    private static Stream<String> scores(BuiltIn segment) {
        return IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(recency -> IntStream.rangeClosed(1, 5)
                        .filter(frequency -> segment.segment()
                                .toString()
                                .matches(holding("recency", recency) + " and " + holding("frequency", frequency)))
                        .mapToObj(frequency -> recency + " " + frequency));
    }

    private static String holding(String score, int number) {
        return "rfm " + score + " (= " + number + "|in \\(([1-5], )*" + number + "(, [1-5])*\\))";
    }

    private static String oneOf(String score, String scores) {
        return "rfm " + score + (scores.contains(",") ? " in (" + scores + ")" : " = " + scores);
    }

    private static boolean canBeRead(String expression) {
        try {
            return !Segment.parse(expression).toString().isEmpty();
        } catch (SelectionError e) {
            return false;
        }
    }

    private static List<String> codes(String text) {
        return CODE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toList());
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("../docs/segments.md"));
    }
}
