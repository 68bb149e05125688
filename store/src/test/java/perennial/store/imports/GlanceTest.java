package perennial.store.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.workspace.Settings;

class GlanceTest {
    @TempDir
    Path folder;

    private Glance at(String name, String content) throws IOException {
        return Glance.at(Files.writeString(folder.resolve(name), content));
    }

    private static List<String> uses(Glance glance) {
        return glance.columns().stream()
                .map(column -> column.name() + " " + column.use())
                .toList();
    }

    @Test
    void columns_are_guessed_from_their_names_and_values() throws IOException {
        Glance shop = at("shop.csv", """
                InvoiceNo,StockCode,InvoiceDate,Price,Customer ID,Country,Notes
                1,a,12/1/2010 8:26,2.55,17850,UK,
                2,b,12/13/2010 8:28,3.39,17850,UK,
                """);
        assertThat(uses(shop))
                .containsExactly(
                        "InvoiceNo property",
                        "StockCode property",
                        "InvoiceDate time",
                        "Price value",
                        "Customer ID user",
                        "Country trait",
                        "Notes nothing");
        assertThat(shop.timeFormat()).hasValue("M/d/yyyy H:mm");
        Glance log = at("log.ndjson", """
                {"uuid":"1","action":"saw","uid":"ada","device_id":"d1","at":"2026-01-05T10:00:00Z","page":{"url":"/a"}}
                {"uuid":"2","action":"saw","uid":"bo","device_id":"d2","at":"2026-01-06T10:00:00Z","page":{"url":"/b"}}
                no object
                """);
        assertThat(uses(log))
                .containsExactly(
                        "action event",
                        "at time",
                        "device_id visitor",
                        "page.url property",
                        "uid user",
                        "uuid message-id");
        assertThat(log.timeFormat()).isEmpty();
        assertThat(log.tool()).isEmpty();
    }

    @Test
    void what_a_name_promises_and_the_values_do_not_keep_is_not_guessed() throws IOException {
        assertThat(uses(at("odd.csv", """
                        user,time,amount,currency,id,email
                        ada,soon,much,euros,1,a@example.com
                        bo,later,more,pounds,1,b@example.com
                        """)))
                .containsExactly(
                        "user user",
                        "time property",
                        "amount property",
                        "currency property",
                        "id property",
                        "email trait");
    }

    @Test
    void exports_of_tools_are_known_from_their_first_row() throws IOException {
        assertThat(at("a.ndjson", "{\"type\":\"track\",\"userId\":\"ada\"}\n").tool())
                .hasValue(Tool.SEGMENT);
        assertThat(at("b.csv", "event,distinct_id,timestamp\nsaw,ada,2026-01-05\n")
                        .tool())
                .hasValue(Tool.POSTHOG);
        assertThat(at("c.csv", "type,userId\n1,2\n").tool()).isEmpty();
    }

    @Test
    void the_first_rows_are_read_as_the_guess_says_without_the_rest_of_the_file() throws IOException {
        var rows = new StringBuilder("user,time,event,n\n");
        for (int i = 0; i < Glance.ROWS; i++) {
            rows.append("ada,2026-01-05T10:00:00Z,saw,").append(i).append('\n');
        }
        Glance glance = at("long.csv", rows + "ada,2026-01-05T10:00:00Z,saw,many\n");
        SequencedMap<String, Use> uses = new LinkedHashMap<>();
        glance.columns().forEach(column -> uses.put(column.name(), column.use()));
        ImportPlan plan = ImportPlan.of(
                List.of(folder.resolve("long.csv")), Mapping.of(uses, Optional.empty(), glance.timeFormat()));
        Preview first = EventImport.glance(Settings.standard("test"), plan, 2);
        assertThat(first.lines()).extracting(Preview.Line::stored).allMatch(row -> row.contains("\"n\":"));
        assertThat(first.lines().getFirst().stored()).contains("\"properties\":{\"n\":0}");
        Preview whole = EventImport.preview(Settings.standard("test"), plan, 1, Progress.NONE);
        assertThat(whole.lines().getFirst().stored()).contains("\"properties\":{\"n\":\"0\"}");
    }

    @Test
    void more_columns_than_anybody_can_choose_among_are_told() throws IOException {
        assertThatThrownBy(() -> at("wide.csv", "c," + columns(600) + "\n"))
                .isInstanceOf(BadPlan.class)
                .hasMessageContaining(" has 601 columns");
    }

    private static String columns(int count) {
        var names = new StringBuilder();
        for (int i = 0; i < count; i++) {
            names.append(i == 0 ? "" : ",").append('n').append(i);
        }
        return names.toString();
    }
}
