package perennial.store.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.store.StoreFailure;
import perennial.store.imports.Imported.MappingOf;

/// What is wrong with an input is said in a sentence; good rows are stored, and nothing stored before is lost.
class BadInputTest {
    @TempDir
    Path folder;

    private Imported imported;

    @BeforeEach
    void store_one_event_before() {
        imported = new Imported(folder);
        imported.csv("who,at,what\nbefore,2026-01-01,Saw\n", Imported.mapping());
    }

    @AfterEach
    void what_was_stored_before_is_still_there() {
        assertThat(imported.events("user_id")).startsWith("before");
        imported.close();
    }

    private ImportSummary importAmongGoodRows(String row) {
        Mapping mapping = new MappingOf()
                .value("paid", "in")
                .properties("n:number", "yes:boolean")
                .mapping();
        return imported.csv(
                "who,at,what,paid,in,n,yes\na,2026-03-01,Saw,,,,\n" + row + "\nb,2026-03-01,Saw,,,,\n", mapping);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock = """
            ROW                              | FIELD | VALUE      | REASON            | SENTENCE
            ,2026-03-01,Saw,,,,              | who   |            | missing_id        | The row does not say whose event it is: "who" is empty; fill the cell, or leave such rows out with --where "who exists"
            u,,Saw,,,,                       | at    |            | missing_time      | The row has no time in "at"; fill the cell or leave the row out
            u,2026-13-01,Saw,,,,             | at    | 2026-13-01 | bad_time          | "2026-13-01" cannot be read as any ISO 8601 or epoch time; expected e.g. 2026-03-01T09:00:00Z, or name another --time-format
            u,2026-02-29,Saw,,,,             | at    | 2026-02-29 | bad_time          | "2026-02-29" cannot be read as any ISO 8601 or epoch time; expected e.g. 2026-03-01T09:00:00Z, or name another --time-format
            u,20260301,Saw,,,,               | at    | 20260301   | bad_time          | "20260301" cannot be read as any ISO 8601 or epoch time; expected e.g. 2026-03-01T09:00:00Z; if it is a date, give --time-format yyyyMMdd
            u,1969-12-31T23:59:59Z,Saw,,,,   | at    | 1969-12-31T23:59:59Z | time_out_of_range | "1969-12-31T23:59:59Z" lies outside 1970-01-01 to 2106-02-07; check the cell, or whether --time-format fits (seconds or milliseconds?)
            u,2106-02-08,Saw,,,,             | at    | 2106-02-08 | time_out_of_range | "2106-02-08" lies outside 1970-01-01 to 2106-02-07; check the cell, or whether --time-format fits (seconds or milliseconds?)
            u,2026-03-01,,,,,                | what  |            | missing_event     | The row names no event: "what" is empty; fill the cell, or leave such rows out with --where "what exists"
            u,2026-03-01,Saw,$5,,,           | paid  | $5         | bad_value         | "$5" is no number; expected e.g. 12.50, with a point, without currency sign or thousands separator
            u,2026-03-01,Saw,0.1234567891,,, | paid  | 0.1234567891 | value_too_fine  | "0.1234567891" has 10 decimals, at most 9 are kept exactly; round it
            u,2026-03-01,Saw,1e29,,,         | paid  | 1e29       | value_too_large   | "1e29" has more than 29 digits before the point, which no amount of money has; check the cell
            u,2026-03-01,Saw,5,euro,,        | in    | euro       | bad_currency      | "euro" is no currency code; expected three letters such as EUR
            u,2026-03-01,Saw,,,many,         | n     | many       | bad_number        | "many" is no number; mend the cell, or keep the column as text with n:text
            u,2026-03-01,Saw,,,,maybe        | yes   | maybe      | bad_boolean       | "maybe" is neither true nor false; mend the cell, or keep the column as text with yes:text
            u,2026-03-01,Saw                 |       |            | too_few_columns   | The row has 3 cells, the header has 7; look for a missing separator, or for a line end inside a cell without quotes
            u,2026-03-01,Saw,,,,,,x          |       |            | too_many_columns  | The row has 9 cells, the header has 7; put cells that hold the separator in quotes
            """)
    void a_bad_row_is_refused_with_line_field_value_reason_and_fix(
            String row, String field, String value, String reason, String sentence) {
        ImportSummary summary = importAmongGoodRows(row);
        assertThat(summary.stored()).isEqualTo(2);
        assertThat(summary.refusedBy()).containsExactly(java.util.Map.entry(reason(reason), 1L));
        Reject reject = EventImport.rejects(imported.workspace(), 2).getFirst();
        assertThat(reject)
                .isEqualTo(new Reject(
                        folder.resolve("events.csv").toString(),
                        3,
                        field == null ? "" : field,
                        value == null ? "" : value,
                        reason,
                        sentence));
    }

    private static Reason reason(String code) {
        return Arrays.stream(Reason.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bytes_that_are_no_utf8_refuse_their_row_alone() {
        byte[] text = "who,at,what\na,2026-03-01,Grüße\nM?ller,2026-03-01,Saw\nb,2026-03-01,🌱\n?"
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == '?' ? (byte) 0xFC : text[i];
        }
        ImportSummary summary =
                imported.run(ImportPlan.of(List.of(imported.file("latin.csv", text)), Imported.mapping()));
        assertThat(imported.refused(summary)).containsExactly("3 invalid_utf8", "5 invalid_utf8");
        assertThat(imported.events("user_id, name")).containsExactly("before|Saw", "a|Grüße", "b|🌱");
    }

    @Test
    void a_nul_character_refuses_its_row() {
        ImportSummary summary = imported.csv("who,at,what\na,2026-03-01,Sa\0w\nb,2026-03-01,Saw\n", Imported.mapping());
        assertThat(imported.sentence(summary))
                .isEqualTo(
                        "The row holds a NUL character, which no text has; write the file again without it, for example"
                                + " through: tr -d '\\000'");
        assertThat(imported.events("user_id")).containsExactly("before", "b");
        ImportSummary json =
                imported.ndjson("{\"event\":\"Sa\\u0000w\",\"userId\":\"u\",\"timestamp\":\"2026-03-01\"}\n");
        assertThat(json.refusedBy()).containsOnlyKeys(Reason.NUL_BYTE);
    }

    @Test
    void a_line_of_a_hundred_megabytes_is_refused_and_the_next_one_stored() throws IOException {
        Path file = folder.resolve("long.csv");
        byte[] much = new byte[1 << 20];
        Arrays.fill(much, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("who,at,what\na,2026-03-01,Saw\nb,2026-03-01,\"".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write(much);
            }
            out.write("\"\nc,2026-03-01,\"Saw\"\n".getBytes(StandardCharsets.UTF_8));
        }
        ImportSummary summary = imported.run(ImportPlan.of(List.of(file), Imported.mapping()));
        assertThat(imported.refused(summary)).containsExactly("3 line_too_long");
        assertThat(imported.events("user_id")).containsExactly("before", "a", "c");
        ImportSummary json = imported.run(ImportPlan.segment(List.of(file)));
        assertThat(json.refusedBy()).containsEntry(Reason.LINE_TOO_LONG, 1L);
    }

    @Test
    void a_quote_that_is_never_closed_refuses_the_row_that_swallowed_the_rest() {
        ImportSummary summary = imported.csv(
                "who,at,what\na,2026-03-01,Saw\nb,2026-03-01,\"Saw\nc,2026-03-01,Saw\n", Imported.mapping());
        assertThat(imported.refused(summary)).containsExactly("3 unclosed_quote");
        assertThat(imported.events("user_id")).containsExactly("before", "a");
    }

    @Test
    void a_quote_that_swallows_megabytes_stops_the_import() {
        Path file = imported.file("q.csv", "who,at,what\na,2026-03-01,\"Saw\n" + "b,2026-03-01,Saw\n".repeat(300_000));
        assertThatThrownBy(() -> imported.run(ImportPlan.of(List.of(file), Imported.mapping())))
                .isInstanceOf(StoreFailure.class)
                .hasMessage(
                        file
                                + ": the row that begins in line 2 holds a cell of more than 4194304 characters: probably a"
                                + " quote that is never closed. Nothing of this import was stored; mend the quote and repeat the import.");
    }

    @Test
    void files_that_cannot_be_read_stop_the_import_with_a_sentence() throws IOException {
        Path missing = folder.resolve("missing.csv");
        assertStops(missing, "There is no file " + missing + "; check the name. Nothing was imported.");
        assertStops(
                folder,
                folder + " is a directory, not a file; name the files in it, such as " + folder
                        + "/*.csv. Nothing was imported.");
        Path empty = imported.file("empty.csv", "");
        assertStops(empty, empty + " is empty; it should hold at least a header or one row. Nothing was imported.");
        Path packedNothing = imported.file("nothing.csv.gz", Imported.gzip(new byte[0]));
        assertStops(
                packedNothing,
                packedNothing + " is empty; it should hold at least a header or one row. Nothing was imported.");
        Path wide = imported.file("wide.csv", "who,at,what\n".getBytes(StandardCharsets.UTF_16));
        assertStops(
                wide,
                wide + " is written in UTF-16; save it as UTF-8, for example with: iconv -f utf-16 -t utf-8."
                        + " Nothing was imported.");
        Path picture = imported.file("picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 13});
        assertStops(
                picture,
                picture + " is no text, so it cannot be CSV; unpack it if it is packed (gzip may stay), or save it as"
                        + " CSV. Nothing was imported.");
        Path array = imported.file("array.json", "[{\"a\":1}]");
        assertStops(
                array,
                array + " holds one JSON array; NDJSON has one object on each line. Turn it with: jq -c '.[]'."
                        + " Nothing was imported.");
    }

    @Test
    void a_truncated_gzip_file_stops_the_import_and_leaves_nothing_of_it() {
        byte[] whole =
                Imported.gzip(("who,at,what\n" + "u,2026-03-01,Saw\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8));
        Path cut = imported.file("cut.csv.gz", Arrays.copyOf(whole, whole.length / 2));
        assertStops(
                cut,
                cut
                        + " is damaged: its gzip data stops before the end. Nothing of this import was stored; fetch the file again"
                        + " and repeat the import.");
        byte[] flipped = whole.clone();
        Arrays.fill(flipped, 200, 220, (byte) 0x55);
        Path broken = imported.file("broken.csv.gz", flipped);
        assertThatThrownBy(() -> imported.run(ImportPlan.of(List.of(broken), Imported.mapping())))
                .hasMessageStartingWith(broken + " is damaged: its gzip data ");
    }

    @Test
    void a_truncated_parquet_file_stops_the_import_and_leaves_nothing_of_it() throws Exception {
        Path whole = folder.resolve("whole.parquet");
        try (var connection = imported.workspace().connection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT 'u' || i AS who, '2026-03-01' AS at, 'Saw' AS what FROM range(100000) t(i)) TO '"
                            + whole + "' (FORMAT parquet)");
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = imported.file("cut.parquet", Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> imported.run(ImportPlan.of(List.of(cut), Imported.mapping())))
                .isInstanceOf(StoreFailure.class)
                .hasMessageStartingWith(
                        cut + " is damaged or no Parquet file. Nothing of this import was stored; fetch the file"
                                + " again and repeat the import. The reader says: ");
        Arrays.fill(bytes, 1_000, 20_000, (byte) 0x55);
        Path broken = imported.file("broken.parquet", bytes);
        assertThatThrownBy(() -> imported.run(ImportPlan.of(List.of(broken), Imported.mapping())))
                .isInstanceOf(StoreFailure.class)
                .hasMessageStartingWith(broken + " is damaged or no Parquet file.");
    }

    private void assertStops(Path file, String sentence) {
        assertThatThrownBy(() -> imported.run(ImportPlan.of(List.of(file), Imported.mapping())))
                .isInstanceOf(StoreFailure.class)
                .hasMessage(sentence);
        assertThat(imported.rows("SELECT count(*) FROM imports")).containsExactly("1");
    }

    @Test
    void one_damaged_file_of_several_keeps_all_of_them_out() {
        Path good = imported.file("good.csv", "who,at,what\na,2026-03-01,Saw\n");
        byte[] whole = Imported.gzip("who,at,what\nu,2026-03-01,Saw\n".getBytes(StandardCharsets.UTF_8));
        Path cut = imported.file("cut.csv.gz", Arrays.copyOf(whole, whole.length - 9));
        assertThatThrownBy(() -> imported.run(ImportPlan.of(List.of(good, cut), Imported.mapping())))
                .isInstanceOf(StoreFailure.class);
        assertThat(imported.events("user_id")).containsExactly("before");
    }

    @Test
    void refused_rows_are_kept_up_to_a_bound_and_counted_beyond() {
        int many = ImportRun.REJECTS_KEPT + 10;
        ImportSummary summary = imported.csv("who,at,what\n" + ",2026-03-01,Saw\n".repeat(many), Imported.mapping());
        assertThat(summary.refusedBy()).containsEntry(Reason.MISSING_ID, (long) many);
        assertThat(imported.rows("SELECT count(*) FROM rejects")).containsExactly("" + ImportRun.REJECTS_KEPT);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            LINE                                                             | FIELD     | REASON
            not json                                                         |           | bad_json
            "text"                                                           |           | bad_json
            {"type":"track"                                                  |           | bad_json
            {"type":"trakc","userId":"u","timestamp":"2026-03-01"}           | type      | unknown_type
            {"type":"track","userId":"u","timestamp":"2026-03-01"}           | event     | missing_event
            {"type":"track","event":"Saw","timestamp":"2026-03-01"}          | userId    | missing_id
            {"type":"track","event":"Saw","userId":"u"}                      | timestamp | missing_time
            {"type":"track","event":"Saw","userId":{},"timestamp":"2026-03-01"} | userId | bad_field
            {"type":"track","event":"Saw","userId":"u","timestamp":"2026-03-01","properties":[]} | properties | bad_field
            {"type":"alias","userId":"u","timestamp":"2026-03-01"}           | previousId | missing_id
            {"type":"group","userId":"u","timestamp":"2026-03-01"}           | groupId   | missing_id
            {"type":"identify","timestamp":"2026-03-01"}                     | userId    | missing_id
            """)
    void a_bad_line_of_ndjson_is_refused(String line, String field, String reason) {
        ImportSummary summary = imported.ndjson(line + "\n\n"
                + "{\"type\":\"track\",\"event\":\"Saw\",\"userId\":\"u\",\"timestamp\":\"2026-03-01\"}\n");
        assertThat(summary.stored()).isEqualTo(1);
        assertThat(summary.rows()).isEqualTo(2);
        Reject reject = EventImport.rejects(imported.workspace(), 2).getFirst();
        assertThat(reject.line()).isEqualTo(1);
        assertThat(reject.field()).isEqualTo(field == null ? "" : field);
        assertThat(reject.reason()).isEqualTo(reason);
    }

    @Test
    void a_json_property_is_refused_if_it_is_no_json() {
        ImportSummary summary = imported.csv(
                "who,at,what,p\na,2026-03-01,Saw,\"{\"\"k\"\": [1]}\"\nb,2026-03-01,Saw,{\n",
                new MappingOf().properties("p:json").mapping());
        assertThat(imported.refused(summary)).containsExactly("3 p { bad_json");
        assertThat(imported.events("properties")).containsExactly("-", "{\"p\":{\"k\":[1]}}");
    }

    @Test
    void every_damage_of_a_text_has_its_sentence() {
        Set<Reason> damages = EnumSet.of(Reason.NUL_BYTE, Reason.INVALID_UTF8, Reason.LINE_TOO_LONG);
        assertThat(damages)
                .allSatisfy(each ->
                        assertThat(Damage.refused(each, "").getMessage()).endsWith(sentenceEnd(each)));
    }

    private static String sentenceEnd(Reason reason) {
        return switch (reason) {
            case NUL_BYTE -> "tr -d '\\000'";
            case INVALID_UTF8 -> "iconv -f windows-1252 -t utf-8";
            default -> "look for a missing line end before it";
        };
    }
}
