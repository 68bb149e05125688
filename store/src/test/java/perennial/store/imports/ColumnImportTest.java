package perennial.store.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.core.selection.SelectionParser;
import perennial.core.workspace.Settings;
import perennial.store.imports.Imported.MappingOf;

/// How columns become events: mapping, types, times, filters, formats.
class ColumnImportTest {
    @TempDir
    Path folder;

    private Imported imported;

    @BeforeEach
    void open() {
        imported = new Imported(folder, Settings.standard("test").withZone(ZoneId.of("Europe/Berlin")));
    }

    @AfterEach
    void close() {
        imported.close();
    }

    @Test
    void columns_become_the_fields_of_an_event() {
        Mapping mapping = new MappingOf()
                .ids("cookie", "account")
                .value("paid", "in")
                .messageId("id")
                .properties("plan", "seats")
                .mapping();
        ImportSummary summary = imported.csv("""
                id,cookie,who,account,at,what,paid,in,plan,seats,ignored
                m1,c1,u1,a1,2026-03-01T09:00:00Z,Order Completed,12.50,eur,pro,3,x
                m2,,u2,,2026-03-01T09:00:01Z,Signed Up,,,,,
                """, mapping);
        assertThat(summary.stored()).isEqualTo(2);
        assertThat(
                        imported.events(
                                "source, message_id, visitor_id, user_id, account_id, time_ms, name, value, currency, properties"))
                .containsExactly(
                        "import|m1|c1|u1|a1|1772355600000|Order Completed|12.500000000|EUR|{\"plan\":\"pro\",\"seats\":3}",
                        "import|m2|-|u2|-|1772355601000|Signed Up|-|-|-");
    }

    @Test
    void types_are_guessed_over_the_whole_file_or_given() {
        ImportSummary summary = imported.csv(
                """
                who,at,what,zip,n,yes,mixed,given
                u,2026-03-01,Saw,10115,1.50,true,1,7
                u,2026-03-02,Saw,007,-2e3,FALSE,one,8
                u,2026-03-03,Saw,,,,,
                """,
                new MappingOf()
                        .properties("zip", "n", "yes", "mixed", "given:text")
                        .mapping());
        assertThat(summary.stored()).isEqualTo(3);
        assertThat(imported.events("properties"))
                .containsExactly(
                        "{\"given\":\"7\",\"mixed\":\"1\",\"n\":1.50,\"yes\":true,\"zip\":\"10115\"}",
                        "{\"given\":\"8\",\"mixed\":\"one\",\"n\":-2e3,\"yes\":false,\"zip\":\"007\"}",
                        "-");
    }

    @Test
    void a_type_is_guessed_over_all_files_of_an_import() {
        var first = imported.file("a.csv", "who,at,what,size\nu,2026-03-01,Saw,42\n");
        var second = imported.file("b.csv", "at,what,size,who\n2026-03-02,Saw,XL,u\n");
        imported.run(ImportPlan.of(
                List.of(first, second), new MappingOf().properties("size").mapping()));
        assertThat(imported.events("user_id, properties"))
                .containsExactly("u|{\"size\":\"42\"}", "u|{\"size\":\"XL\"}");
    }

    // Local times are in Berlin: +01:00 in winter, +02:00 in summer; on 2026-03-29 02:30 does not exist and becomes
    // 03:30,
    // on 2026-10-25 02:30 comes twice and means the first.
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            CELL                              | FORMAT           | INSTANT
            2026-03-01T09:00:00Z              |                  | 2026-03-01T09:00:00Z
            2026-03-01T09:00:00.123456+05:45  |                  | 2026-03-01T03:15:00.123Z
            2026-03-01 09:00:00-0800          | iso              | 2026-03-01T17:00:00Z
            2010-12-01 08:26:00               |                  | 2010-12-01T07:26:00Z
            2026-07-01T08:26                  |                  | 2026-07-01T06:26:00Z
            2026-07-01                        |                  | 2026-06-30T22:00:00Z
            2026-03-29 02:30:00               |                  | 2026-03-29T01:30:00Z
            2026-10-25 02:30:00               |                  | 2026-10-25T00:30:00Z
            2026-03-29                        |                  | 2026-03-28T23:00:00Z
            2026-03-30                        |                  | 2026-03-29T22:00:00Z
            1772355600                        |                  | 2026-03-01T09:00:00Z
            1772355600123                     |                  | 2026-03-01T09:00:00.123Z
            1772355600123456                  |                  | 2026-03-01T09:00:00.123Z
            1772355600.5                      |                  | 2026-03-01T09:00:00.500Z
            86400                             | epoch-s          | 1970-01-02T00:00:00Z
            86400000                          | epoch-ms         | 1970-01-02T00:00:00Z
            86400000000                       | epoch-us         | 1970-01-02T00:00:00Z
            19970101                          | yyyyMMdd         | 1996-12-31T23:00:00Z
            01/03/2026 09:05                  | dd/MM/yyyy HH:mm | 2026-03-01T08:05:00Z
            1 Mar 2026 09:05:06 +0000         | d MMM yyyy HH:mm:ss Z | 2026-03-01T09:05:06Z
            """)
    void times_are_read(String cell, String format, String instant) {
        var mapping = new MappingOf();
        if (format != null) {
            mapping.timeFormat(format);
        }
        imported.csv("who,at,what\nu," + cell + ",Saw\n", mapping.mapping());
        assertThat(imported.events("strftime(make_timestamp_ms(time_ms), '%Y-%m-%dT%H:%M:%S.%gZ')"))
                .containsExactly(instant.contains(".") ? instant : instant.replace("Z", ".000Z"));
    }

    @Test
    void where_leaves_rows_out_and_counts_them() {
        var file = imported.file(
                "a.csv",
                "who,at,what,n,country\nu,2026-03-01,Saw,3,DE\nu,2026-03-01,Saw,-1,DE\n,2026-03-01,Saw,3,DE\n");
        ImportSummary summary = imported.run(ImportPlan.of(List.of(file), Imported.mapping())
                .withWhere(SelectionParser.condition("who exists, n > 0, country in (DE, AT)")));
        assertThat(summary.stored()).isEqualTo(1);
        assertThat(summary.filtered()).isEqualTo(2);
        assertThat(summary.refused()).isZero();
    }

    @Test
    void a_wrong_column_stops_before_anything_is_written_and_says_which_there_are() {
        var file = imported.file("a.csv", "Who,at,what\nu,2026-03-01,Saw\n");
        assertThatThrownBy(() -> imported.run(ImportPlan.of(List.of(file), Imported.mapping())))
                .isInstanceOf(BadPlan.class)
                .hasMessage("--user: there is no column \"who\" in " + file
                        + ". Did you mean \"Who\"? The columns are: Who, at, what");
        assertThatThrownBy(() -> imported.run(ImportPlan.of(List.of(file), Mapping.of("Who", "at", "Saw"))
                        .withWhere(SelectionParser.condition("quantity > 0"))))
                .hasMessage("--where: there is no column \"quantity\" in " + file + ". The columns are: Who, at, what");
        assertThat(imported.rows("FROM imports")).isEmpty();
    }

    @Test
    void a_plan_that_cannot_work_is_refused_at_once() {
        assertThatThrownBy(() -> Mapping.of("who", "", "Saw"))
                .hasMessage("Nothing says when the events happened: name a column with --time");
        assertThatThrownBy(() -> new MappingOf().timeFormat("yyyy-bb").mapping())
                .hasMessage(
                        "--time-format: \"yyyy-bb\" is no format (Unknown pattern letter: b); give iso, epoch-s, epoch-ms,"
                                + " epoch-us or a pattern such as yyyyMMdd or \"dd/MM/yyyy HH:mm\"");
        assertThatThrownBy(() -> new MappingOf().properties("a", "a:text").mapping())
                .hasMessage("--property names a column twice: [a, a:text]; name each once");
        var file = imported.file("a.csv", "who,at,what\n");
        assertThatThrownBy(() -> imported.run(
                        new ImportPlan(List.of(file), Optional.empty(), Optional.empty(), "import", Optional.empty())))
                .hasMessage(file
                        + " is csv: say which columns are what, at least --user COL --time COL and --event COL or --event-name"
                        + " NAME. Only NDJSON in the Segment shape needs no mapping");
    }

    @ParameterizedTest
    @CsvSource({"';'", "'\t'", "'|'"})
    void other_separators_are_seen_from_the_header(String separator) {
        imported.csv(
                "who,at,what\nu,2026-03-01,\"Saw, at last\"\n"
                        .replace(",", separator)
                        .replace("Saw" + separator, "Saw,"),
                Imported.mapping());
        assertThat(imported.events("user_id, name")).containsExactly("u|Saw, at last");
    }

    @Test
    void quotes_line_ends_and_a_byte_order_mark_are_understood() {
        imported.csv(
                "\uFEFF\"who\",at,what\r\nu,2026-03-01,\"He said \"\"hi\"\",\r\nthen left\"\r\n\r\nv,2026-03-02,Grüße 🌱",
                Imported.mapping());
        assertThat(imported.events("user_id, name")).containsExactly("u|He said \"hi\",\r\nthen left", "v|Grüße 🌱");
    }

    @Test
    void gzip_is_seen_from_the_bytes_not_the_name() {
        byte[] csv = "who,at,what\nu,2026-03-01,Saw\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var packed = imported.file("a.csv", Imported.gzip(csv));
        var plain = imported.file("b.csv.gz", csv);
        imported.run(ImportPlan.of(List.of(packed), Imported.mapping()));
        ImportSummary again = imported.run(ImportPlan.of(List.of(plain), Imported.mapping()));
        assertThat(again.duplicates()).isEqualTo(1);
        assertThat(imported.events("user_id")).containsExactly("u");
    }

    @Test
    void parquet_brings_its_own_types() throws Exception {
        Path file = folder.resolve("a.parquet");
        imported.rows("SELECT 1");
        try (var connection = imported.workspace().connection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT 7 AS who, TIMESTAMP '2026-03-01 10:00:00' AS at, 'Saw' AS what, 1.5::DECIMAL(9,2) AS n,"
                            + " true AS yes, ['a', 'b'] AS tags, 'x' AS word, NULL::VARCHAR AS gone, DATE '2026-01-02' AS d) TO '"
                            + file + "' (FORMAT parquet)");
        }
        Mapping mapping = new MappingOf()
                .value("n", "EUR")
                .properties("yes", "tags", "word", "gone", "n", "d")
                .mapping();
        imported.run(ImportPlan.of(List.of(file), mapping));
        assertThat(imported.events("user_id, time_ms, value, currency, properties"))
                .containsExactly("7|1772355600000|1.500000000|EUR|"
                        + "{\"d\":\"2026-01-02\",\"n\":1.50,\"tags\":[\"a\",\"b\"],\"word\":\"x\",\"yes\":true}");
        Path packed = imported.file("packed", Imported.gzip(java.nio.file.Files.readAllBytes(file)));
        ImportSummary again =
                imported.run(ImportPlan.of(List.of(packed), mapping).withFormat(Format.PARQUET));
        assertThat(again.duplicates()).isEqualTo(1);
    }

    @Test
    void ndjson_with_a_mapping_takes_fields_and_dotted_paths() {
        var file = imported.file("a.ndjson", """
                {"who":"u","at":1772355600,"what":"Saw","page":{"url":"/","n":1.10},"list":[1, 2],"no":null,"b":false}
                {"who":7,"at":"2026-03-01T09:00:00Z","what":"Saw","page":{}}
                """);
        imported.run(ImportPlan.of(
                List.of(file),
                new MappingOf()
                        .properties("page.url", "page.n", "list", "no", "b")
                        .mapping()));
        assertThat(imported.events("user_id, time_ms, properties"))
                .containsExactly(
                        "u|1772355600000|{\"b\":false,\"list\":[1,2],\"page.n\":1.10,\"page.url\":\"/\"}",
                        "7|1772355600000|-");
    }

    @Test
    void traits_are_kept_where_they_change_in_order_of_time() {
        ImportSummary summary = imported.csv("""
                who,at,what,plan
                u,2026-03-01,Saw,free
                u,2026-03-05,Saw,free
                u,2026-03-03,Saw,pro
                u,2026-03-04,Saw,
                v,2026-03-04,Saw,free
                """, new MappingOf().traits("plan").mapping());
        assertThat(summary.stored()).isEqualTo(5);
        assertThat(
                        imported.rows(
                                "SELECT id, value, strftime(make_timestamp_ms(time_ms), '%d') FROM traits ORDER BY id, time_ms"))
                .containsExactly("u|\"free\"|28", "u|\"pro\"|02", "u|\"free\"|04", "v|\"free\"|03");
        assertThat(imported.rows("SELECT t.id FROM traits t JOIN events e USING (message_id) WHERE t.seq >= e.seq"))
                .isEmpty();
    }
}
