package perennial.store.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;
import perennial.store.imports.Fact;
import perennial.store.imports.MappedRow;
import perennial.store.imports.Operation;
import perennial.store.ingest.Intake.Outcome;

class IntakeTest {
    private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(NOON), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Workspace workspace;
    private Intake intake;

    @BeforeEach
    void open() {
        workspace = Workspace.openOrCreate(folder.resolve("workspace"), Settings.standard("test"), CLOCK);
        intake = new Intake(workspace);
    }

    @AfterEach
    void close() {
        intake.close();
        workspace.close();
    }

    private void reopen() {
        close();
        open();
    }

    static MappedRow event(String messageId, String user, String name, Fact... facts) {
        return new MappedRow(
                0, messageId, false, "", user, "", NOON, name, Optional.empty(), "", "", Arrays.asList(facts));
    }

    static MappedRow facts(String messageId, String user, Fact... facts) {
        return event(messageId, user, "", facts);
    }

    static Delivery delivery(MappedRow... rows) {
        return new Delivery("web", NOON, 0, Arrays.asList(rows), List.of());
    }

    private List<String> rows(String sql) {
        return workspace.read("looking", connection -> {
            List<String> rows = new ArrayList<>();
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery(sql)) {
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    var row = new ArrayList<String>();
                    for (int i = 1; i <= columns; i++) {
                        row.add(String.valueOf(found.getString(i)));
                    }
                    rows.add(String.join(" ", row));
                }
            }
            return rows;
        });
    }

    @Test
    void what_is_taken_is_stored_with_its_facts_in_order() throws Exception {
        var row = new MappedRow(
                0,
                "m1",
                false,
                "v",
                "u",
                "acme",
                NOON,
                "Order Completed",
                Optional.of(new BigDecimal("12.500000000")),
                "EUR",
                "{\"a\":1}",
                List.of(new Fact.Link("anonymous", "v", "u"), new Fact.Trait("user", "u", "plan", "\"pro\"", false)));
        assertThat(intake.take(delivery(row, facts("m2", "u", new Fact.Trait("user", "u", "city", "\"Rome\"", false)))))
                .containsExactly(Outcome.STORED, Outcome.STORED);
        assertThat(rows("FROM events"))
                .containsExactly(
                        "3 0 web m1 v u acme " + NOON + " " + NOON + " Order Completed 12.500000000 EUR {\"a\":1}");
        assertThat(rows("FROM links")).containsExactly("1 0 web m1 anonymous v u " + NOON + " " + NOON);
        assertThat(rows("SELECT seq, name, value FROM traits ORDER BY seq"))
                .containsExactly("2 plan \"pro\"", "4 city \"Rome\"");
    }

    @Test
    void a_message_id_counts_once_in_a_request_in_another_and_after_a_restart() throws Exception {
        assertThat(intake.take(delivery(event("m1", "u", "Saw"), event("m1", "u", "Saw"))))
                .containsExactly(Outcome.STORED, Outcome.DUPLICATE);
        assertThat(intake.take(delivery(event("m1", "u", "Saw")))).containsExactly(Outcome.DUPLICATE);
        reopen();
        assertThat(intake.take(delivery(event("m1", "u", "Saw"), event("m2", "u", "Saw"))))
                .containsExactly(Outcome.DUPLICATE, Outcome.STORED);
        assertThat(rows("SELECT message_id FROM events ORDER BY seq")).containsExactly("m1", "m2");
    }

    @Test
    void a_used_message_id_with_other_content_is_told_and_the_first_copy_stays() throws Exception {
        intake.take(delivery(event("m1", "u", "Saw"), facts("m2", "u", new Fact.Link("anonymous", "v", "u"))));
        assertThat(intake.take(delivery(
                        event("m1", "u", "Bought"),
                        event("m2", "u", "Saw"),
                        facts("m2", "u", new Fact.Link("anonymous", "w", "u")),
                        facts("m1", "u", new Fact.Link("anonymous", "v", "u")),
                        facts("m2", "u", new Fact.Link("anonymous", "v", "u")))))
                .containsExactly(
                        Outcome.CONFLICTING,
                        Outcome.CONFLICTING,
                        Outcome.CONFLICTING,
                        Outcome.CONFLICTING,
                        Outcome.DUPLICATE);
        assertThat(rows("SELECT name FROM events")).containsExactly("Saw");
        assertThat(rows("SELECT kind, sum(count) FROM quality GROUP BY kind ORDER BY kind"))
                .containsExactly("conflicting 4", "duplicate 1", "stored 2");
    }

    @Test
    void the_same_id_of_another_source_is_another_row() throws Exception {
        intake.take(delivery(event("m1", "u", "Saw")));
        assertThat(intake.take(new Delivery("app", NOON, 0, List.of(event("m1", "u", "Saw")), List.of())))
                .containsExactly(Outcome.STORED);
    }

    @Test
    void a_trait_told_again_is_stored_once_until_it_changes() throws Exception {
        int next = 0;
        for (String plan : List.of("free", "free", "pro", "free")) {
            intake.take(delivery(facts("id" + next++, "u", new Fact.Trait("user", "u", "plan", plan, false))));
        }
        assertThat(rows("SELECT value FROM traits ORDER BY seq")).containsExactly("free", "pro", "free");
    }

    @Test
    void a_trait_told_once_counts_where_there_is_no_value() throws Exception {
        intake.take(delivery(facts("m1", "u", new Fact.Trait("user", "u", "plan", "\"free\"", true))));
        intake.take(delivery(facts("m2", "u", new Fact.Trait("user", "u", "plan", "\"pro\"", true))));
        reopen();
        intake.take(delivery(facts("m3", "u", new Fact.Trait("user", "u", "plan", "\"team\"", true))));
        intake.take(delivery(facts("m4", "w", new Fact.Trait("user", "w", "plan", "\"team\"", true))));
        assertThat(rows("SELECT id, value FROM traits ORDER BY seq")).containsExactly("u \"free\"", "w \"team\"");
    }

    @Test
    void what_changes_a_trait_counts_from_its_newest_value_once_each() throws Exception {
        intake.take(delivery(facts("m1", "u", new Fact.Trait("user", "u", "visits", "5", false))));
        var add = new Fact.Change("user", "u", "visits", Operation.ADD, "2.5");
        assertThat(intake.take(delivery(facts("m2", "u", add), facts("m3", "u", add))))
                .containsExactly(Outcome.STORED, Outcome.STORED);
        assertThat(intake.take(delivery(facts("m3", "u", add)))).containsExactly(Outcome.DUPLICATE);
        reopen();
        assertThat(intake.take(delivery(facts("m2", "u", add)))).containsExactly(Outcome.DUPLICATE);
        intake.take(delivery(facts("m4", "u", add).at(NOON - 1_000)));
        assertThat(rows("SELECT value, time_ms FROM traits ORDER BY seq"))
                .as("what comes late adds to the newest")
                .containsExactly("5 " + NOON, "7.5 " + NOON, "10.0 " + NOON, "12.5 " + NOON);
        intake.take(delivery(facts("m5", "u", new Fact.Change("user", "u", "", Operation.CLEAR, "null"))));
        assertThat(rows("SELECT arg_max(value, seq) FROM traits")).containsExactly("null");
    }

    @Test
    void the_quality_of_a_day_is_that_of_all_its_commits() throws Exception {
        intake.take(delivery(event("m1", "u", "Saw"), event("m2", "u", "Saw")));
        intake.take(delivery(event("m3", "u", "Saw")));
        intake.take(delivery(event("m3", "u", "Saw")));
        var today = LocalDate.of(2026, 3, 1);
        assertThat(new QualityLog(workspace).days(today, today.plusDays(1)))
                .containsExactly(
                        new QualityLog.Day(today, "web", Map.of(Quality.STORED, 3L, Quality.DUPLICATE, 1L), 0));
    }

    @Test
    void what_comes_after_closing_is_turned_away() {
        intake.close();
        assertThatThrownBy(() -> intake.take(delivery(event("m1", "u", "Saw")))).isInstanceOf(Overloaded.class);
    }

    @Test
    void of_refused_calls_the_newest_ten_thousand_are_kept() throws Exception {
        List<RefusedCall> refused = IntStream.range(0, 10_500)
                .mapToObj(i -> new RefusedCall("event", "", "missing_event", "It has no event", "call " + i))
                .toList();
        intake.take(new Delivery("web", NOON, 0, List.of(), refused));
        var log = new QualityLog(workspace);
        assertThat(log.refused(20_000)).hasSize(10_000);
        assertThat(log.refused(1).getFirst().call().call()).isEqualTo("call 10499");
    }

    @Test
    void a_damaged_index_of_message_ids_is_made_anew_and_each_id_still_counts_once() throws Exception {
        intake.take(delivery(event("a", "ada", "Visit"), event("b", "bo", "Visit")));
        reopen();
        intake.take(delivery(event("c", "cy", "Visit"))); // what was stored before lies in a run now
        close();
        Path runs = folder.resolve("workspace").resolve("views").resolve("message-ids");
        List<Path> files;
        try (var found = Files.list(runs)) {
            files = found.toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 3] ^= 0x20;
            Files.write(file, bytes);
        }
        open();
        assertThat(intake.take(delivery(event("a", "ada", "Visit"), event("b", "bo", "Search"))))
                .containsExactly(Outcome.DUPLICATE, Outcome.CONFLICTING);
        assertThat(rows("SELECT count(*) FROM events")).containsExactly("3");
    }
}
