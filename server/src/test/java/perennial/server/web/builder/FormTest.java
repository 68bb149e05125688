package perennial.server.web.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static perennial.core.random.ForAll.forAll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.core.segment.Segment;

class FormTest {
    private static final Vocabulary VOCABULARY = new Vocabulary(
            List.of("country", "plan"), name -> List.of(name + " 1", name + " 2"), List.of("Saw"), List.of("pro"));
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    private static final List<String> CONDITIONS = List.of(
            "country = Germany",
            "plan != \"a, b\"",
            "spent >= 10",
            "plan in (pro, \"a, b\", \"\\\"\")",
            "email contains @acme",
            "email starts-with \"a b\"",
            "\"life\" exists",
            "did *",
            "did \"Saw[value > 50] | Read\" exactly 0 times since 2026-01-01",
            "did Saw at most 3 times more than 30 days ago",
            "first did Saw from 2026-01-01 until 2026-02-01",
            "first did \"*\" in last 7 days",
            "inactive for 30 days",
            "in a life",
            "life ended with reason \"too dear\" before 2026-02-01",
            "life ended",
            "won back in last 90 days",
            "rfm recency in (1, 3, 5)",
            "segment \"big spenders\"",
            "did A then B within 7 days");

    private static Segment some(Random random, int depth) {
        int kind = depth == 0 ? 3 : random.nextInt(6);
        List<Segment> parts = IntStream.range(0, kind < 2 ? 2 + random.nextInt(3) : 0)
                .mapToObj(_ -> some(random, depth - 1))
                .toList();
        return switch (kind) {
            case 0 -> new Segment.All(parts);
            case 1 -> new Segment.Any(parts);
            case 2 -> new Segment.Not(some(random, depth - 1));
            default -> Segment.parse(CONDITIONS.get(random.nextInt(CONDITIONS.size())));
        };
    }

    private static Part rows(String text) {
        return rows(Optional.of(Segment.parse(text)));
    }

    private static Part rows(Optional<Segment> segment) {
        return new Rows(VOCABULARY).of(segment);
    }

    /// What a browser sends of them.
    private static Map<String, String> sent(Part part) {
        var fields = new TreeMap<String, String>();
        part.fields().forEach(field -> fields.put(field.name(), field.value()));
        part.of().forEach(each -> fields.putAll(sent(each)));
        return fields;
    }

    private static String read(Map<String, String> sent) {
        return new Form(sent, VOCABULARY, TODAY)
                .segment()
                .map(Segment::toString)
                .orElse("");
    }

    private static String pressed(String text, String button) {
        Map<String, String> sent = sent(rows(text));
        sent.put("do", button);
        return read(sent);
    }

    @Test
    void rows_that_are_sent_unchanged_say_the_same_segment() {
        forAll(300, random -> some(random, 3), segment -> {
            // "none of these" over one group of "any" is the same tree as over its parts, and nothing else is the same
            assertThat(new Form(sent(rows(Optional.of(segment))), VOCABULARY, TODAY).segment())
                    .contains(segment);
            assertThat(Segment.parse(read(sent(rows(Optional.of(segment)))))).isEqualTo(segment);
        });
    }

    @Test
    void every_kind_of_row_can_become_one_of_every_other() {
        for (String condition : CONDITIONS) {
            for (Kind kind : Kind.values()) {
                Map<String, String> sent = sent(rows(condition));
                sent.put("p.0.kind", kind.toString());
                String text = read(sent);
                assertThat(Segment.parse(text).toString())
                        .as(condition + " as " + kind)
                        .isEqualTo(text);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            add p        | plan = a                  | plan = a and did "*" in last 30 days
            group p      | plan = a                  | plan = a and (did "*" in last 30 days or did "*" in last 30 days)
            add p.1      | plan = a and not plan = b | plan = a and not (plan = b or did "*" in last 30 days)
            group p      | plan = a or plan = b      | plan = a or plan = b or (did "*" in last 30 days and did "*" in last 30 days)
            drop p.0     | plan = a and plan = b     | plan = b
            drop p.1.0   | x = 1 and (y = 1 or z = 1) | x = 1 and z = 1
            drop p.1     | x = 1 and (y = 1 or z = 1) | x = 1
            drop p.9     | plan = a                  | plan = a
            """)
    void buttons_add_and_remove_conditions_and_groups(String button, String before, String after) {
        assertThat(pressed(before, button)).isEqualTo(after);
    }

    @Test
    void the_last_row_goes_and_the_first_one_comes() {
        assertThat(pressed("plan = a", "drop p.0")).isEmpty();
        Map<String, String> none = sent(rows(Optional.empty()));
        assertThat(read(none)).isEmpty();
        none.put("do", "add p");
        assertThat(read(none)).isEqualTo("did \"*\" in last 30 days");
    }

    @Test
    void the_value_of_one_trait_is_not_kept_for_another() {
        Map<String, String> sent = sent(rows("plan = pro"));
        sent.put("p.0.trait", "country");
        assertThat(read(sent)).isEqualTo("country = \"country 1\"");
        sent.put("p.0.operator", "in");
        assertThat(read(sent)).isEqualTo("country in (\"country 1\")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            inactive for 3 days    | days     | -1         | “days” takes a whole number from 1 to 999999999, was "-1"
            rfm recency = 3        | scores   | 4, 6       | “scores” takes a whole number from 1 to 5, was "6"
            did A since 2026-01-01 | from     | 31.12.2025 | “from” takes a date such as 2026-03-01, was "31.12.2025"
            plan = a               | operator | like       | "like" is no way to compare a trait; choose one of the list
            plan = a               | kind     | x          | "x" is no kind of condition; choose one of the list
            """)
    void what_no_field_offers_is_refused_with_what_would_do(String text, String field, String value, String sentence) {
        Map<String, String> sent = sent(rows(text));
        sent.put("p.0." + field, value);
        assertThatThrownBy(() -> read(sent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void values_stay_values_whatever_they_hold() {
        for (String value : List.of("a) or (b = c", "\" or plan exists", "<script>", "it's \\ \"so\"")) {
            Map<String, String> sent = sent(rows("plan = a"));
            sent.put("p.0.value", value);
            assertThat(Segment.parse(read(sent)))
                    .isEqualTo(new Segment.Trait(new perennial.core.selection.Condition.Compare(
                            "plan", perennial.core.selection.Condition.Operator.EQUAL, value)));
        }
    }

    @Test
    void what_no_row_says_is_a_row_of_text() {
        Part row = rows("did A then B within 7 days").of().getFirst();
        assertThat(row.fields()).extracting(Field::value).containsExactly("text", "did \"A\" then \"B\" within 7 days");
    }

    @Test
    void rows_read_as_a_sentence() {
        Part row = rows("did Saw at least 2 times in last 90 days").of().getFirst();
        List<String> words = new ArrayList<>();
        row.fields()
                .forEach(field -> words.add(Stream.of(field)
                        .filter(each -> each.type() == Field.Type.CHOICE)
                        .flatMap(each -> each.choices().stream())
                        .filter(choice -> choice.value().equals(field.value()))
                        .map(Field.Choice::words)
                        .findFirst()
                        .orElse(field.value())));
        assertThat(String.join(" ", words)).isEqualTo("did Saw at least 2 times in the last 90 days");
    }
}
