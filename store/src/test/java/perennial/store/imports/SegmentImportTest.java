package perennial.store.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.selection.SelectionParser;

/// NDJSON in the shape of the Segment specification.
class SegmentImportTest {
    @TempDir
    Path folder;

    private Imported imported;

    @BeforeEach
    void open() {
        imported = new Imported(folder);
    }

    @AfterEach
    void close() {
        imported.close();
    }

    @Test
    void tracks_pages_and_screens_are_events() {
        ImportSummary summary = imported.ndjson("""
                {"type":"track","messageId":"m1","event":"Order Completed","userId":"u","anonymousId":"c","timestamp":"2026-03-01T09:00:00.5Z","properties":{"revenue":12.50,"currency":"eur","b":1,"a":[1.0, true]},"context":{"groupId":"acme","ip":"::1"}}
                {"type":"page","messageId":"m2","anonymousId":"c","originalTimestamp":"2026-03-01T09:00:01Z","name":"Home","properties":{"url":"/"}}
                {"type":"screen","messageId":"m3","userId":42,"sentAt":"2026-03-01T09:00:02Z"}
                """);
        assertThat(summary.stored()).isEqualTo(3);
        assertThat(imported.events(
                        "message_id, visitor_id, user_id, account_id, time_ms, name, value, currency, properties"))
                .containsExactly(
                        "m1|c|u|acme|1772355600500|Order Completed|12.500000000|EUR|"
                                + "{\"a\":[1.0,true],\"b\":1,\"context\":{\"groupId\":\"acme\",\"ip\":\"::1\"},\"currency\":\"eur\",\"revenue\":12.50}",
                        "m2|c|-|-|1772355601000|Page Viewed|-|-|{\"name\":\"Home\",\"url\":\"/\"}",
                        "m3|-|42|-|1772355602000|Screen Viewed|-|-|-");
    }

    @Test
    void what_brought_the_visitor_is_a_property_unless_the_event_says_so_itself() {
        imported.ndjson("""
                {"type":"page","messageId":"m1","anonymousId":"c","timestamp":"2026-03-01","context":{"campaign":{"source":"news","medium":"email","name":"spring","term":"roses","content":"top"},"page":{"referrer":"https://mail.example/"}}}
                {"type":"page","messageId":"m2","anonymousId":"c","timestamp":"2026-03-01","properties":{"referrer":"https://a.example/","utm_source":""},"context":{"campaign":{"source":"news"},"page":{"referrer":"https://b.example/"}}}
                {"type":"track","messageId":"m3","event":"Opened","anonymousId":"c","timestamp":"2026-03-01","context":{"campaign":{"source":null},"page":{"referrer":""}}}
                """);
        assertThat(imported.rows("""
            SELECT json_merge_patch(properties, '{"context":null}') FROM events ORDER BY message_id\
            """))
                .containsExactly(
                        "{\"referrer\":\"https://mail.example/\",\"utm_campaign\":\"spring\",\"utm_content\":\"top\","
                                + "\"utm_medium\":\"email\",\"utm_source\":\"news\",\"utm_term\":\"roses\"}",
                        "{\"referrer\":\"https://a.example/\",\"utm_source\":\"\"}",
                        "{}");
    }

    private static final String FACTS = """
            {"type":"identify","messageId":"i1","userId":"u","anonymousId":"c","timestamp":"2026-03-01","traits":{"plan":"pro","seats":3,"gone":null}}
            {"type":"identify","messageId":"i2","anonymousId":"d","timestamp":"2026-03-01","traits":{"theme":"dark"}}
            {"type":"group","messageId":"g1","userId":"u","groupId":"acme","timestamp":"2026-03-02","traits":{"size":7}}
            {"type":"alias","messageId":"a1","previousId":"old","userId":"u","timestamp":"2026-03-03"}
            {"type":"alias","messageId":"a2","previousId":"c2","anonymousId":"c2","userId":"u","timestamp":"2026-03-03"}
            """;

    @Test
    void identify_group_and_alias_are_facts_and_no_events() {
        ImportSummary summary = imported.ndjson(FACTS);
        assertThat(summary.stored()).isZero();
        assertThat(summary.facts()).isEqualTo(5);
        assertThat(imported.rows("SELECT seq, message_id, kind, from_id, to_id FROM links ORDER BY seq"))
                .containsExactly(
                        "1|i1|anonymous|c|u", "8|g1|account|u|acme", "11|a1|alias|old|u", "13|a2|anonymous|c2|u");
        assertThat(imported.rows("SELECT message_id, subject, id, name, value FROM traits ORDER BY seq"))
                .containsExactly(
                        "i1|user|u|plan|\"pro\"",
                        "i1|user|u|seats|3",
                        "i2|visitor|d|theme|\"dark\"",
                        "g1|account|acme|size|7");
    }

    @Test
    void a_trait_sent_as_null_is_unset_from_then_on_whatever_the_order_of_arrival() {
        imported.ndjson("""
            {"type":"identify","messageId":"3","userId":"u","timestamp":"2026-03-03","traits":{"plan":"free"}}
            {"type":"identify","messageId":"2","userId":"u","timestamp":"2026-03-02","traits":{"plan":null}}
            {"type":"identify","messageId":"1","userId":"u","timestamp":"2026-03-01","traits":{"plan":"pro","never":null}}
            """);
        imported.ndjson("""
            {"type":"identify","messageId":"4","userId":"u","timestamp":"2026-03-04","traits":{"plan":null}}
            {"type":"identify","messageId":"5","userId":"u","timestamp":"2026-03-05","traits":{"plan":null}}
            """);
        assertThat(imported.rows("SELECT message_id, name, value FROM traits ORDER BY time_ms"))
                .containsExactly("1|plan|\"pro\"", "2|plan|null", "3|plan|\"free\"", "4|plan|null");
    }

    @Test
    void an_id_that_stands_for_nobody_joins_nobody() {
        ImportSummary summary = imported.ndjson("""
            {"type":"track","messageId":"1","event":"Saw","userId":"null","anonymousId":"c","timestamp":"2026-03-01"}
            {"type":"track","messageId":"2","event":"Saw","userId":"[object Object]","timestamp":"2026-03-01"}
            {"type":"track","messageId":"3","event":"Saw","userId":"u","anonymousId":"00000000-0000-0000-0000-000000000000","timestamp":"2026-03-01"}
            {"type":"identify","messageId":"4","userId":"u","anonymousId":"undefined","timestamp":"2026-03-01","traits":{"plan":"pro"}}
            {"type":"identify","messageId":"5","userId":"Guest","anonymousId":"c","timestamp":"2026-03-01","traits":{"plan":"free"}}
            {"type":"alias","messageId":"6","previousId":"0","userId":"u","timestamp":"2026-03-01"}
            {"type":"group","messageId":"7","userId":"u","groupId":"none","timestamp":"2026-03-01","traits":{"size":7}}
            """);
        assertThat(imported.refused(summary))
                .containsExactly(
                        "2 user id [object Object] placeholder_id",
                        "5 user id Guest placeholder_id",
                        "6 user id 0 placeholder_id",
                        "7 account id none placeholder_id");
        assertThat(imported.events("message_id, visitor_id, user_id")).containsExactly("1|c|-", "3|-|u");
        assertThat(imported.rows("FROM links")).isEmpty();
        assertThat(imported.rows("SELECT message_id, id, value FROM traits")).containsExactly("4|u|\"pro\"");
        assertThat(imported.rows("SELECT message FROM rejects WHERE line = 2"))
                .containsExactly(
                        "\"[object Object]\" stands for nobody: all who are sent under it would become one user;"
                                + " send the id, or none where it is not known");
    }

    @Test
    void facts_count_once_too_and_a_used_id_with_other_content_is_a_conflict() {
        imported.ndjson(FACTS);
        List<String> before = imported.rows("SELECT * FROM links UNION ALL BY NAME SELECT * FROM traits ORDER BY seq");
        ImportSummary again = imported.ndjson(FACTS);
        assertThat(again.facts()).isZero();
        assertThat(again.duplicates()).isEqualTo(5);
        ImportSummary other = imported.ndjson("""
                {"type":"identify","messageId":"i1","userId":"u","anonymousId":"other","timestamp":"2026-03-01","traits":{"plan":"pro","seats":3}}
                {"type":"track","messageId":"a1","event":"Saw","userId":"u","timestamp":"2026-03-03"}
                {"type":"identify","messageId":"n1","userId":"u","timestamp":"2026-03-05","traits":{"plan":"free"}}
                {"type":"identify","messageId":"n1","userId":"u","timestamp":"2026-03-05","traits":{"plan":"free"}}
                {"type":"identify","messageId":"n1","userId":"u","timestamp":"2026-03-05","traits":{"plan":"pro"}}
                """);
        assertThat(imported.refused(other))
                .containsExactly(
                        "1 messageId i1 conflicting_duplicate",
                        "2 messageId a1 conflicting_duplicate",
                        "5 messageId n1 conflicting_duplicate");
        assertThat(other.facts()).isEqualTo(1);
        assertThat(other.duplicates()).isEqualTo(1);
        assertThat(imported.rows("SELECT * FROM links UNION ALL BY NAME SELECT * FROM traits ORDER BY seq"))
                .startsWith(before.toArray(String[]::new))
                .hasSize(before.size() + 1);
    }

    @Test
    void facts_without_an_id_count_once_per_file() {
        String text = FACTS.replaceAll("\"messageId\":\"..\",", "");
        imported.ndjson(text + text);
        List<String> links = imported.rows("SELECT * FROM links ORDER BY seq");
        assertThat(links).hasSize(8);
        ImportSummary again = imported.ndjson(text);
        assertThat(again.duplicates()).isEqualTo(5);
        assertThat(imported.rows("SELECT * FROM links ORDER BY seq")).isEqualTo(links);
    }

    @Test
    void value_is_the_first_of_revenue_value_and_total_that_is_a_number() {
        imported.ndjson("""
                {"event":"A","userId":"u","timestamp":"2026-03-01","properties":{"total":"9.5","value":"high"}}
                {"event":"B","userId":"u","timestamp":"2026-03-01","properties":{"value":2,"total":3}}
                {"event":"C","userId":"u","timestamp":"2026-03-01","properties":{"value":"high"}}
                """);
        assertThat(imported.events("name, value")).containsExactly("A|9.500000000", "B|2.000000000", "C|-");
    }

    @Test
    void where_sees_fields_by_dotted_path() {
        var file = imported.file("a.ndjson", """
                {"event":"A","userId":"u","timestamp":"2026-03-01","properties":{"n":1}}
                {"event":"A","userId":"u","timestamp":"2026-03-01","properties":{"n":2}}
                """);
        ImportSummary summary = imported.run(
                ImportPlan.segment(List.of(file)).withWhere(SelectionParser.condition("properties.n > 1")));
        assertThat(summary.stored()).isEqualTo(1);
        assertThat(summary.filtered()).isEqualTo(1);
    }
}
