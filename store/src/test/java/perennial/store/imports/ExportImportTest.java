package perennial.store.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The exports of other tools, in their own shapes.
class ExportImportTest {
    private static final String EVENTS =
            "message_id, visitor_id, user_id, account_id, time_ms, name, value, currency, properties";
    private static final String LINKS = "SELECT kind, from_id, to_id FROM links ORDER BY seq";
    private static final String TRAITS = "SELECT subject, id, name, value FROM traits ORDER BY seq";

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

    private ImportSummary from(Tool tool, String name, String text) {
        return imported.run(ImportPlan.of(List.of(imported.file(name, text)), Export.of(tool)));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = imported.workspace().connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void posthog_tells_visitors_from_users_by_what_the_device_says() {
        ImportSummary summary = from(Tool.POSTHOG, "posthog.ndjson", """
                {"uuid":"p1","event":"$pageview","distinct_id":"dev","timestamp":"2026-03-01T09:00:00Z","properties":{"$device_id":"dev","$is_identified":false,"$current_url":"https://a.example/","n":1}}
                {"uuid":"p2","event":"$identify","distinct_id":"ada","timestamp":"2026-03-01T09:00:01Z","properties":{"$device_id":"dev","$anon_distinct_id":"dev","$set":{"plan":"pro"}}}
                {"uuid":"p3","event":"user signed up","distinct_id":"ada","timestamp":"2026-03-01T09:00:02Z","properties":{"$device_id":"dev","$user_id":"ada"}}
                {"uuid":"p4","event":"Paid","distinct_id":"ada","timestamp":"2026-03-01T09:00:03Z","properties":{"revenue":"9.50","currency":"eur","$groups":{"company":"acme"}}}
                {"uuid":"p5","event":"$feature_flag_called","distinct_id":"other","timestamp":"2026-03-01T09:00:04Z","properties":{"$device_id":"dev2"}}
                """);
        assertThat(summary.stored()).isEqualTo(4);
        assertThat(summary.facts()).isEqualTo(1);
        assertThat(imported.events(EVENTS))
                .containsExactly(
                        "p1|dev|-|-|1772355600000|Page Viewed|-|-|{\"$device_id\":\"dev\",\"$is_identified\":false,\"n\":1,\"url\":\"https://a.example/\"}",
                        "p3|dev|ada|-|1772355602000|Signed Up|-|-|{\"$device_id\":\"dev\",\"$user_id\":\"ada\"}",
                        "p4|-|ada|acme|1772355603000|Paid|9.500000000|EUR|{\"$groups\":{\"company\":\"acme\"},\"currency\":\"eur\",\"revenue\":\"9.50\"}",
                        "p5|other|-|-|1772355604000|Feature Flag Called|-|-|{\"$device_id\":\"dev2\"}");
        assertThat(imported.rows(LINKS)).containsExactly("anonymous|dev|ada");
        assertThat(imported.rows(TRAITS)).containsExactly("user|ada|plan|\"pro\"");
    }

    @Test
    void posthog_joins_aliases_and_keeps_the_traits_of_people_and_groups() {
        from(Tool.POSTHOG, "posthog.ndjson", """
                {"uuid":"p1","event":"$create_alias","distinct_id":"ada","timestamp":"2026-03-01T09:00:00Z","properties":{"alias":"ada@old"}}
                {"uuid":"p2","event":"$groupidentify","distinct_id":"$company_acme","timestamp":"2026-03-01T09:00:01Z","properties":{"$group_type":"company","$group_key":"acme","$group_set":{"size":7}}}
                {"uuid":"p3","event":"$groupidentify","distinct_id":"$team_red","timestamp":"2026-03-01T09:00:01Z","properties":{"$group_type":"team","$group_key":"red","$group_set":{"size":2}}}
                {"uuid":"p4","event":"$set","distinct_id":"ada","timestamp":"2026-03-01T09:00:02Z","properties":{"$set":{"plan":"free"}}}
                {"uuid":"p5","event":"Saw","distinct_id":"ada","timestamp":"2026-03-01T09:00:03Z","properties":{},"person_properties":{"plan":"pro","age":3}}
                """);
        assertThat(imported.rows(LINKS)).containsExactly("anonymous|ada@old|ada", "alias|ada@old|ada");
        assertThat(imported.rows(TRAITS))
                .containsExactly(
                        "account|acme|size|7", "user|ada|plan|\"free\"", "user|ada|age|3", "user|ada|plan|\"pro\"");
        assertThat(imported.events("message_id")).containsExactly("p5");
    }

    @Test
    void posthog_sets_once_where_there_is_no_value_yet_and_unsets() {
        from(Tool.POSTHOG, "posthog.ndjson", """
            {"uuid":"p1","event":"Saw","distinct_id":"ada","timestamp":"2026-03-01","properties":{"$set_once":{"from":"news"}}}
            {"uuid":"p2","event":"Saw","distinct_id":"ada","timestamp":"2026-03-02","properties":{"$set":{"plan":"pro"},"$set_once":{"from":"ads","plan":"free"}}}
            {"uuid":"p3","event":"Saw","distinct_id":"ada","timestamp":"2026-03-03","properties":{"$set":{"from":"ads"}}}
            {"uuid":"p4","event":"Saw","distinct_id":"ada","timestamp":"2026-03-04","properties":{"$unset":["from"]}}
            """);
        from(Tool.POSTHOG, "later.ndjson", """
            {"uuid":"p5","event":"Saw","distinct_id":"ada","timestamp":"2026-03-05","properties":{"$set_once":{"from":"mail","plan":"free"}}}
            """);
        assertThat(imported.rows("SELECT message_id, name, value FROM traits ORDER BY time_ms"))
                .containsExactly(
                        "p1|from|\"news\"", "p2|plan|\"pro\"", "p3|from|\"ads\"", "p4|from|null", "p5|from|\"mail\"");
        assertThat(imported.events("DISTINCT properties")).containsExactly("-");
    }

    @Test
    void posthog_s_table_as_csv_and_parquet_stores_the_same_as_its_lines() throws Exception {
        String csv = """
                uuid,event,properties,distinct_id,timestamp,created_at,person_id
                p1,$pageview,"{""n"":1,""$device_id"":""dev""}",dev,2026-03-01 09:00:00.500000,2026-03-01 09:00:02,x
                p2,Saw,{},ada,2026-03-01 09:00:01+00:00,,
                """;
        from(Tool.POSTHOG, "posthog.csv", csv);
        assertThat(imported.events(EVENTS))
                .containsExactly(
                        "p1|dev|-|-|1772355600500|Page Viewed|-|-|{\"$device_id\":\"dev\",\"n\":1}",
                        "p2|-|ada|-|1772355601000|Saw|-|-|-");
        Path parquet = folder.resolve("posthog.parquet");
        execute(
                "COPY (SELECT uuid, event, properties, distinct_id, timestamp::VARCHAR::TIMESTAMP AS timestamp FROM read_csv('"
                        + folder.resolve("posthog.csv") + "', all_varchar = true)) TO '" + parquet
                        + "' (FORMAT parquet)");
        ImportSummary again = imported.run(ImportPlan.of(List.of(parquet), Export.of(Tool.POSTHOG)));
        assertThat(again.duplicates()).isEqualTo(2);
        assertThat(again.conflicts()).isZero();
    }

    @Test
    void mixpanel_s_devices_are_visitors_and_its_copies_count_once() {
        ImportSummary summary = from(Tool.MIXPANEL, "mixpanel.ndjson", """
                {"event":"$mp_web_page_view","properties":{"time":1772355600,"distinct_id":"$device:d1","$insert_id":"m1","$device_id":"d1","current_url_path":"/a","mp_processing_time_ms":1}}
                {"event":"$mp_web_page_view","properties":{"time":1772355600,"distinct_id":"$device:d1","$insert_id":"m1","$device_id":"d1","current_url_path":"/a","mp_processing_time_ms":2}}
                {"event":"Bought","properties":{"time":1772355601.25,"distinct_id":"ada","$insert_id":"m2","$device_id":"d1","$user_id":"ada","revenue":3}}
                {"event":"Bought","properties":{"time":1772355602000,"distinct_id":"bo","$insert_id":"m3","company_id":["acme"]}}
                {"event":"$identify","properties":{"time":1772355603,"distinct_id":"cy","$insert_id":"m4","$identified_id":"cy","$anon_id":"$device:d3"}}
                {"event":"$merge","properties":{"time":1772355604,"distinct_id":"cy","$insert_id":"m5","$distinct_ids":["cy","cy@old"]}}
                """);
        assertThat(summary.stored()).isEqualTo(3);
        assertThat(summary.duplicates()).isEqualTo(1);
        assertThat(imported.events(EVENTS))
                .containsExactly(
                        "m1|d1|-|-|1772355600000|Page Viewed|-|-|{\"path\":\"/a\"}",
                        "m2|d1|ada|-|1772355601250|Bought|3.000000000|-|{\"revenue\":3}",
                        "m3|-|bo|-|1772355602000|Bought|-|-|{\"company_id\":[\"acme\"]}");
        assertThat(imported.rows(LINKS)).containsExactly("anonymous|d3|cy", "anonymous|cy@old|cy", "alias|cy@old|cy");
    }

    @Test
    void the_account_is_the_group_or_property_that_the_user_names() {
        imported.run(ImportPlan.of(
                List.of(
                        imported.file(
                                "mixpanel.ndjson",
                                "{\"event\":\"Bought\",\"properties\":{\"time\":1772355602,\"distinct_id\":\"bo\",\"company_id\":[\"acme\"]}}")),
                new Export(Tool.MIXPANEL, Optional.of("company_id"))));
        imported.run(ImportPlan.of(
                List.of(
                        imported.file(
                                "amplitude.ndjson",
                                "{\"event_type\":\"Saw\",\"user_id\":\"ada\",\"event_time\":\"2026-03-01 09:00:00\",\"groups\":{\"company\":\"a\",\"team\":[\"red\"]}}")),
                new Export(Tool.AMPLITUDE, Optional.of("team"))));
        assertThat(imported.events("user_id, account_id")).containsExactly("bo|acme", "ada|red");
    }

    @Test
    void amplitude_s_insert_ids_count_once_for_their_device() {
        ImportSummary summary = from(Tool.AMPLITUDE, "amplitude.json", """
                {"event_type":"[Amplitude] Page Viewed","user_id":null,"device_id":"d1","event_time":"2026-03-01 09:00:00.250000","$insert_id":"i1","uuid":"u1","event_properties":{"[Amplitude] Page URL":"/a"},"user_properties":{},"groups":{},"country":"Germany","city":null}
                {"event_type":"[Amplitude] Page Viewed","user_id":null,"device_id":"d1","event_time":"2026-03-01 09:00:00.250000","$insert_id":"i1","uuid":"u9","event_properties":{"[Amplitude] Page URL":"/a"},"user_properties":{},"groups":{},"country":"Germany","city":null}
                {"event_type":"session_end","user_id":"ada@x","device_id":"d1","event_time":"2026-03-01 09:00:01","$insert_id":"i2","uuid":"u2","event_properties":{},"user_properties":{"plan":"pro"},"groups":{"company":["acme","b"]}}
                {"event_type":"revenue_amount","user_id":"ada@x","device_id":"d2","event_time":"2026-03-01 09:00:02","uuid":"u3","event_properties":{"$revenue":12.5},"user_properties":{"plan":"pro"}}
                {"event_type":"$identify","user_id":"bo@xx","device_id":"d4","event_time":"2026-03-01 09:00:03","uuid":"u4","event_properties":{},"user_properties":{"plan":"free"}}
                """);
        assertThat(summary.stored()).isEqualTo(3);
        assertThat(summary.duplicates()).isEqualTo(1);
        assertThat(imported.events(EVENTS))
                .containsExactly(
                        "d1:i1|d1|-|-|1772355600250|Page Viewed|-|-|{\"country\":\"Germany\",\"url\":\"/a\"}",
                        "d1:i2|d1|ada@x|acme|1772355601000|Session Ended|-|-|-",
                        "u3|d2|ada@x|-|1772355602000|Order Completed|12.500000000|-|{\"$revenue\":12.5}");
        assertThat(imported.rows(LINKS)).containsExactly("anonymous|d4|bo@xx");
        assertThat(imported.rows(TRAITS)).containsExactly("user|ada@x|plan|\"pro\"", "user|bo@xx|plan|\"free\"");
    }

    private static final String GA4 = """
            {"event_date":"20260301","event_timestamp":"1772355600000001","event_name":"page_view","user_id":null,"user_pseudo_id":"1.2","event_params":[{"key":"page_location","value":{"string_value":"https://a.example/","int_value":null}},{"key":"ga_session_id","value":{"int_value":"17"}},{"key":"score","value":{"double_value":0.5}}],"geo":{"country":"Germany"},"device":{"category":"mobile","web_info":{"browser":"Firefox"}}}
            {"event_date":"20260301","event_timestamp":"1772355601000000","event_name":"purchase","user_id":"ada","user_pseudo_id":"1.2","event_params":[{"key":"currency","value":{"string_value":"EUR"}},{"key":"value","value":{"double_value":12}}],"user_properties":[{"key":"plan","value":{"string_value":"pro","set_timestamp_micros":"5"}}],"ecommerce":{"purchase_revenue":11.5,"transaction_id":"T1"}}
            {"event_date":"20260301","event_timestamp":"1772355602000000","event_name":"scroll","event_params":[]}
            """;

    @Test
    void ga4_s_parameters_are_properties_and_its_revenue_is_the_value() {
        ImportSummary summary = from(Tool.GA4, "ga4.ndjson", GA4);
        assertThat(imported.events("visitor_id, user_id, time_ms, name, value, currency, properties"))
                .containsExactly(
                        "1.2|-|1772355600000|Page Viewed|-|-|{\"browser\":\"Firefox\",\"country\":\"Germany\",\"device\":\"mobile\",\"ga_session_id\":17,\"score\":0.5,\"url\":\"https://a.example/\"}",
                        "1.2|ada|1772355601000|Order Completed|11.500000000|EUR|{\"currency\":\"EUR\",\"transaction_id\":\"T1\",\"value\":12}");
        assertThat(imported.rows(TRAITS)).containsExactly("user|ada|plan|\"pro\"");
        assertThat(imported.sentence(summary))
                .isEqualTo(
                        "The row does not say whose event it is: user_pseudo_id and user_id are empty, as they are for"
                                + " visitors who did not consent; such events cannot be counted by person");
    }

    @Test
    void ga4_as_parquet_with_nested_columns_stores_the_same_as_its_lines() throws Exception {
        from(Tool.GA4, "ga4.ndjson", GA4);
        Path parquet = folder.resolve("ga4.parquet");
        execute("COPY (SELECT * REPLACE (event_timestamp::BIGINT AS event_timestamp) FROM read_json('"
                + folder.resolve("ga4.ndjson") + "')) TO '" + parquet + "' (FORMAT parquet)");
        ImportSummary again = imported.run(ImportPlan.of(List.of(parquet), Export.of(Tool.GA4)));
        assertThat(again.duplicates()).isEqualTo(2);
        assertThat(again.stored()).isZero();
    }

    @Test
    void a_file_of_a_known_tool_is_recognised() {
        var ga4 = imported.file("ga4.ndjson", GA4);
        assertThatThrownBy(() -> imported.run(
                        new ImportPlan(List.of(ga4), Optional.empty(), Optional.empty(), "import", Optional.empty())))
                .isInstanceOf(BadPlan.class)
                .hasMessage(ga4 + " looks like an export of Google Analytics 4: import it with --from ga4, or name its"
                        + " columns with --user, --time and --event");
        assertThatThrownBy(() -> imported.run(ImportPlan.of(List.of(ga4), Export.of(Tool.MIXPANEL))))
                .hasMessage(ga4 + " does not look like an export of Mixpanel: each row should have event and"
                        + " properties.time, but the first has device, event_date, event_name, event_params, event_timestamp, geo,"
                        + " user_id, user_pseudo_id. It looks like one of Google Analytics 4: --from ga4");
    }

    @Test
    void a_shape_that_is_not_known_says_what_was_expected() {
        var orders = imported.file("orders.csv", "who,at\nu,2026-03-01\n");
        assertThatThrownBy(() -> imported.run(ImportPlan.of(List.of(orders), Export.of(Tool.POSTHOG))))
                .hasMessage(
                        orders + " does not look like an export of PostHog: each row should have event and distinct_id"
                                + " and timestamp, but the first has at, who. Name its columns with --user, --time and --event");
        assertThatThrownBy(() -> Tool.of("matomo"))
                .hasMessage("--from: \"matomo\" is no tool whose exports are known; choose one of segment, posthog,"
                        + " mixpanel, amplitude, ga4, or name the columns with --user, --time and --event");
        var zip = imported.file("export.zip", "PK\3\4".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> imported.run(ImportPlan.of(List.of(zip), Export.of(Tool.AMPLITUDE))))
                .hasMessage(zip + " is a zip archive; unpack it and name the files in it. Nothing was imported.");
    }

    @Test
    void packed_files_of_several_parts_are_one_import_that_counts_once() {
        byte[] packed = Imported.gzip(GA4.getBytes(StandardCharsets.UTF_8));
        var files = List.of(imported.file("a.json.gz", packed), imported.file("b.json.gz", packed));
        imported.run(ImportPlan.of(List.of(files.getFirst()), Export.of(Tool.GA4)));
        ImportSummary again = imported.run(ImportPlan.of(files, Export.of(Tool.GA4)));
        assertThat(again.stored()).isZero();
        assertThat(again.duplicates()).isEqualTo(4);
    }
}
