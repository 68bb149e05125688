package perennial.core.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static perennial.core.random.ForAll.forAll;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.core.random.RandomSegment;
import perennial.core.selection.SelectionError;

class SegmentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "country = Germany and plan in (pro, team)",
                "did \"Order Completed[value > 50]\" at least 2 times in last 90 days",
                "did \"Order Completed\" at most 1 times",
                "did \"Order Completed\" exactly 0 times since 2026-01-01",
                "first did \"Signed Up\" since 2026-01-01",
                "first did \"Signed Up\" before 2026-01-01",
                "first did \"Signed Up\" from 2026-01-01 until 2026-02-01",
                "first did \"Signed Up\" more than 30 days ago",
                "did \"Trial Started\" then \"Subscription Started\" within 7 days in last 365 days",
                "did \"A | B[x = 1]\" then \"*\" within 90 minutes",
                "inactive for 30 days",
                "life ended with reason \"price\" in last 90 days",
                "life ended",
                "in a life",
                "won back in last 30 days",
                "rfm recency in (4, 5) and rfm frequency = 5",
                "segment \"Big spenders\"",
                "not (plan = pro or plan = team) and (\"did\" = 3 or not not \"first\" exists)",
                "(in a life or won back) and (segment \"a\" or (in a life and in a life))"
            })
    void reads_back_as_it_is_written(String text) {
        assertThat(Segment.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DID Opened                                  | did "Opened"
            did Opened at least 1 time                  | did "Opened"
            did 'Order Completed[category = "a b"]'     | did "Order Completed[category = \\"a b\\"]"
            did A then B within 24 hours                | did "A" then "B" within 1 days
            did A then B within 1 minute                | did "A" then "B" within 1 minutes
            plan not in (a, b)                          | not plan in (a, b)
            rfm recency >= 4                            | rfm recency in (4, 5)
            rfm monetary != 3                           | rfm monetary in (1, 2, 4, 5)
            inactive for 1 day                          | inactive for 1 days
            a = 1 and b = 2 or c = 3                    | (a = 1 and b = 2) or c = 3
            """)
    void has_one_way_to_be_written(String text, String written) {
        assertThat(Segment.parse(text)).hasToString(written);
        assertThat(Segment.parse(written)).isEqualTo(Segment.parse(text));
    }

    @Test
    void every_segment_reads_back_equal() {
        forAll(
                2_000,
                RandomSegment::of,
                segment -> assertThat(Segment.parse(segment.toString())).isEqualTo(segment));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            didd "A"                        | 1  | the name of a trait, or one of not did first inactive in life won rfm segment (did you mean "did"?)
            plan = pro andd in a life       | 12 | the end (did you mean "and"?)
            plan                            | 5  | one of = != < <= > >= in contains starts-with exists
            did "A" in lst 3 days           | 12 | "last"
            did "A" in last 3 dyas          | 19 | "days"
            did "A" in last three days      | 17 | a whole number of at least 1 and at most 999999999
            did "A" at least 0 times        | 18 | a whole number of at least 1 and at most 999999999
            did "A" in last 9999999999 days | 17 | a whole number of at least 1 and at most 999999999
            did "A" at least 2 tims         | 20 | the end (did you mean "times"?)
            did "A" at leest 2 times        | 12 | another word (did you mean "least"?)
            did "A" in lsat 9 days          | 12 | "last"
            did "A" in last 9 dais          | 19 | "days"
            did "A" thn "B"                 | 9  | the end (did you mean "then"?)
            plan = pro amd vip exists       | 12 | the end (did you mean "and"?)
            plan contans pro                | 6  | one of = != < <= > >= in contains starts-with exists (did you mean "contains"?)
            inactive fro 3 days             | 10 | "for"
            did "A" then "B" within 3 weks  | 27 | one of days hours minutes seconds
            first did "A"                   | 14 | when: one of in more since before from
            first did "A" sicne 2026-01-01  | 15 | when: one of in more since before from (did you mean "since"?)
            did "A" since 2026-13-01        | 15 | a date such as 2026-01-31
            did "A" from 2026-02-01 until 2026-02-01 | 31 | a date after 2026-02-01
            rfm recensy = 3                 | 5  | one of recency frequency monetary (did you mean "recency"?)
            rfm recency = 6                 | 15 | a whole number of at least 1 and at most 5
            rfm recency > 5                 | 13 | scores that there are: 1 to 5
            life endd                       | 6  | "ended"
            (plan = pro                     | 12 | ")"
            """)
    void an_error_points_at_the_place_and_says_what_was_meant(String text, int position, String expected) {
        assertThatThrownBy(() -> Segment.parse(text))
                .hasMessageStartingWith("Expected " + expected + " at position " + position + ":");
    }

    @Test
    void brackets_and_not_stand_within_one_another_two_hundred_times_at_most() {
        String most = "not (".repeat(100) + "plan = pro" + ")".repeat(100);
        assertThat(Segment.parse(Segment.parse(most).toString())).isEqualTo(Segment.parse(most));
        for (String deep : List.of("not ".repeat(3_000) + "plan = pro", "(".repeat(3_000))) {
            assertThatThrownBy(() -> Segment.parse(deep))
                    .isInstanceOf(SelectionError.class)
                    .hasMessageStartingWith(
                            "Expected at most 200 brackets, signs and \"not\" within one another at position ");
        }
    }

    @Test
    void an_expression_has_twenty_thousand_characters_at_most() {
        String most = "plan = " + "a".repeat(19_993);
        assertThat(Segment.parse(most)).hasToString(most);
        assertThatThrownBy(() -> Segment.parse(most + "a"))
                .isInstanceOf(SegmentFault.class)
                .hasMessage("The expression of a segment has at most 20,000 characters, this one 20,001; save parts of"
                        + " it as segments and name those");
    }

    @Test
    void an_error_inside_a_selection_shows_both_places() {
        assertThatThrownBy(() -> Segment.parse("did \"A[x >]\"")).hasMessageContaining("at position 6:\n  A[x >]\n");
    }

    @Test
    void the_built_in_segments_part_those_who_ever_bought() {
        for (int recency = 1; recency <= Score.BEST; recency++) {
            for (int frequency = 1; frequency <= Score.BEST; frequency++) {
                int r = recency;
                int f = frequency;
                assertThat(Stream.of(BuiltIn.values())
                                .filter(each -> each != BuiltIn.BIG_SPENDERS)
                                .filter(each -> has(each.segment(), Score.RECENCY, r)
                                        && has(each.segment(), Score.FREQUENCY, f)))
                        .as("recency %s, frequency %s", r, f)
                        .hasSize(1);
            }
        }
    }

    private static boolean has(Segment segment, Score score, int number) {
        return SegmentMembership.parts(segment)
                .anyMatch(part -> part instanceof Segment.Scored scored
                        && scored.score() == score
                        && scored.scores().contains(number));
    }

    /// Segments by name, all of version 3.
    private record Shelf(Map<String, Segment> segments) implements SavedSegments {
        @Override
        public Optional<Saved> find(String name) {
            return Optional.ofNullable(segments.get(name)).map(segment -> new Saved(name, 3, segment));
        }

        @Override
        public List<String> names() {
            return List.copyOf(segments.keySet());
        }
    }

    private static final SegmentLibrary LIBRARY = new SegmentLibrary(new Shelf(Map.of(
            "germans", Segment.parse("country = Germany"),
            "good germans", Segment.parse("segment germans and segment champions"))));

    @Test
    void names_come_with_their_version() {
        assertThat(LIBRARY.read("germans").words()).isEqualTo("\"germans\" (version 3): country = Germany");
        assertThat(LIBRARY.read("good germans").words())
                .isEqualTo("\"good germans\" (version 3): segment \"germans\" and segment \"champions\", with"
                        + " \"germans\" (version 3), \"champions\" (built in)");
        assertThat(LIBRARY.read("not segment germans").words())
                .isEqualTo("\"not segment \"germans\"\", with \"germans\" (version 3)");
        assertThat(LIBRARY.read("Champions").comparesOwners()).isTrue();
        assertThat(LIBRARY.read("good germans").comparesOwners()).isTrue();
        assertThat(LIBRARY.read("germans").comparesOwners()).isFalse();
    }

    @Test
    void a_name_that_is_none_is_told_with_the_nearest() {
        assertThatThrownBy(() -> LIBRARY.read("Champion"))
                .hasMessageStartingWith("There is no segment \"Champion\"; those there are: about to sleep, at risk,")
                .hasMessageContaining(" Did you mean \"champions\"?");
        assertThatThrownBy(() -> LIBRARY.read("segment german and in a life"))
                .hasMessageStartingWith("There is no segment \"german\"; those there are: ")
                .hasMessageContaining(" Did you mean \"germans\"?");
    }

    @Test
    void a_segment_cannot_contain_itself_nor_take_a_built_in_name() {
        assertThatThrownBy(() -> LIBRARY.requireSavable("germans", Segment.parse("not segment \"good germans\"")))
                .hasMessage("The segment \"germans\" would contain itself: good germans in germans; leave it out of one"
                        + " of them");
        assertThatThrownBy(() -> LIBRARY.requireSavable("x", Segment.parse("segment x")))
                .hasMessageStartingWith("The segment \"x\" would contain itself");
        assertThatThrownBy(() -> LIBRARY.requireSavable("At Risk", Segment.parse("in a life")))
                .hasMessage("\"At Risk\" is a built-in segment, which stays as it is; choose another name");
        LIBRARY.requireSavable("germans", Segment.parse("segment loyal"));
    }
}
