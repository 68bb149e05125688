package perennial.store.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static perennial.core.random.ForAll.forAll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.core.random.RandomSegment;
import perennial.core.segment.Segment;
import perennial.core.segment.SegmentFault;
import perennial.store.json.JsonError;

class SegmentDocumentTest {
    @Test
    void every_segment_reads_back_equal() {
        forAll(
                2_000,
                RandomSegment::of,
                segment -> assertThat(SegmentDocument.read(SegmentDocument.write(segment)))
                        .isEqualTo(segment));
    }

    @Test
    void a_segment_as_json_is_no_longer_than_its_expression_may_be() {
        String most = "plan = " + "a".repeat(19_993);
        String json = SegmentDocument.write(Segment.parse(most));
        assertThat(SegmentDocument.read(json)).hasToString(most);
        assertThatThrownBy(() -> SegmentDocument.parse(json.replace("aaa\"", "aaaa\"")))
                .isInstanceOf(SegmentFault.class)
                .hasMessage("A segment has at most 20,000 characters as an expression, this one would have 20,001; save"
                        + " parts of it as segments and name those");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plan in (pro, team) and not in a life | {"all":[{"trait":{"name":"plan","operator":"in","values":["pro","team"]}},{"not":{"inLife":true}}]}
            did "A" at least 2 times in last 90 days | {"did":{"events":"A","in":{"lastDays":90},"times":{"atLeast":2}}}
            did "A" then "B" within 7 days | {"did":{"events":"A","in":{},"then":"B","withinSeconds":604800}}
            life ended with reason "price" since 2026-01-01 | {"lifeEnded":{"in":{"from":"2026-01-01"},"reason":"price"}}
            rfm recency in (4, 5) | {"rfm":{"by":"recency","scores":[4,5]}}
            segment "a" | {"segment":"a"}
            """)
    void is_written_as_documented(String text, String json) {
        assertThat(SegmentDocument.write(Segment.parse(text))).isEqualTo(json);
    }

    @Test
    void every_document_of_the_guide_can_be_read() throws IOException {
        String guide = Files.readString(Path.of("../docs/segments.md"));
        List<String> documents = Pattern.compile("`(\\{\"[^`]*\\})`")
                .matcher(guide.substring(guide.indexOf("| what | written |", guide.indexOf("## JSON"))))
                .results()
                .map(found -> found.group(1))
                .filter(document -> !document.matches("\\{\"(last|beforeLast)Days.*|\\{}"))
                .toList();
        assertThat(documents).hasSizeGreaterThan(9).allSatisfy(document -> {
            String whole = document.replace("[…]", "[{\"inLife\":true},{\"segment\":\"a\"}]")
                    .replace("…", "{\"inLife\":true}");
            assertThat(SegmentDocument.write(SegmentDocument.read(whole))).isEqualTo(whole);
        });
    }

    @Test
    void all_any_and_not_stand_within_one_another_two_hundred_times_at_most() {
        String text = "in a life or in a life and (".repeat(200) + "in a life" + ")".repeat(200);
        Segment deepest = Segment.parse(text);
        assertThat(SegmentDocument.read(SegmentDocument.write(deepest))).isEqualTo(deepest);
        String deeper = "{\"not\":".repeat(201) + "{\"inLife\":true}" + "}".repeat(201);
        assertThatThrownBy(() -> SegmentDocument.read(deeper))
                .hasMessage(
                        "Expected at most 200 of \"all\", \"any\" and \"not\" within one another, but in those is one"
                                + " more \"not\"");
        assertThatThrownBy(() -> SegmentDocument.read("{\"not\":".repeat(3_000)))
                .isInstanceOf(JsonError.class)
                .hasMessageContaining("(1001) exceeds the maximum allowed (1000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"did":{}}                   | "events" is missing in did: {}
            {"did":[]}                   | Expected an object as did, was []
            {"do":{}}                    | "do" is no kind of segment; one of all any not trait did firstDid inactiveDays inLife lifeEnded wonBack rfm segment
            {"rfm":{"by":"recency","scores":[6]}} | Scores are 1 to 5, here are [6]
            {"inactiveDays":"many"}      | Expected a whole number as inactiveDays, was "many"
            {"wonBack":{"in":{"from":"x"}}} | Expected a date such as "2026-01-31" as from, was "x"
            """)
    void what_is_wrong_is_said(String json, String fault) {
        assertThatThrownBy(() -> SegmentDocument.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(fault);
    }
}
