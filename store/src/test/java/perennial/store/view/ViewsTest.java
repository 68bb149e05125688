package perennial.store.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.core.answer.Row;
import perennial.core.catalogue.Catalogue;
import perennial.core.event.Role;
import perennial.core.history.History;
import perennial.core.question.Asking;
import perennial.core.question.Options;
import perennial.core.question.Unit;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;

/// Views on disk can be damaged, out of date or half written; the answers are right all the same.
class ViewsTest {
    @TempDir
    private Path directory;

    private Workspace workspace;

    @BeforeEach
    void fill() throws SQLException {
        var clock = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
        workspace = Workspace.create(directory, Settings.standard("views"), clock);
        insert(1, 3_000);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /// Events of 40 customers, one each 7 hours; three names, one property.
    private void insert(int first, int last) throws SQLException {
        run("INSERT INTO events SELECT i, 1, 'test', 'm' || i, NULL, 'user-' || (i * i % 40), NULL,"
                + " 1735689600000 + i * 25200000, 0, ['Opened', 'Searched', 'Email Sent'][1 + i % 3], NULL, NULL,"
                + " '{\"plan\":\"' || ['free', 'pro'][1 + i % 2] || '\"}' FROM range(" + first + ", " + (last + 1)
                + ") r(i)");
    }

    private void run(String sql) throws SQLException {
        try (var connection = workspace.connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Row> ask(String... options) {
        var all = options.length == 0 ? Map.of("every", "month") : Map.of("every", "month", options[0], options[1]);
        return ask("lifecycle", all);
    }

    private List<Row> ask(String question, Map<String, String> options) {
        try (var views = new Views(workspace)) {
            return Asking.ask(Catalogue.named(question), Options.of(options), views.history(Unit.USER))
                    .rows();
        }
    }

    private Path view() throws IOException {
        return only(directory.resolve("views/person"));
    }

    private static Path only(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            List<Path> all = children.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    @Test
    void a_view_that_is_sound_is_not_built_again() throws IOException {
        List<Row> before = ask();
        Path sound = view();
        assertThat(ask()).isEqualTo(before);
        assertThat(view()).isEqualTo(sound);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "offsets", "seconds", "millis", "names", "rows", "ids", "days"})
    void a_file_with_one_byte_changed_is_noticed_and_built_again(String file) throws IOException {
        List<Row> before = ask();
        byte[] bytes = Files.readAllBytes(view().resolve(file));
        bytes[bytes.length / 2] ^= 0x40;
        Files.write(view().resolve(file), bytes);
        Path damaged = view();
        assertThat(ask()).isEqualTo(before);
        assertThat(view()).isNotEqualTo(damaged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "ids", "days"})
    void a_file_cut_short_or_gone_is_built_again(String file) throws IOException {
        List<Row> before = ask();
        Files.write(view().resolve(file), new byte[7]);
        assertThat(ask()).isEqualTo(before);
        Files.delete(view().resolve(file));
        assertThat(ask()).isEqualTo(before);
    }

    @Test
    void a_damaged_property_column_is_made_again() throws IOException {
        List<Row> before = ask("by", "plan");
        assertThat(before.stream().map(row -> row.cells().get("group")).distinct())
                .hasSize(2);
        try (var files = Files.walk(view())) {
            for (Path file : files.filter(each -> each.toString().contains("columns"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length - 1] ^= 1;
                Files.write(file, bytes);
            }
        }
        assertThat(ask("by", "plan")).isEqualTo(before);
    }

    @Test
    void a_property_is_found_however_far_apart_its_events_stand_in_the_log() throws Exception {
        List<Row> close = ask("by", "plan");
        ViewFiles.delete(directory.resolve("views"));
        run("UPDATE events SET seq = seq * 5000");
        assertThat(ask("by", "plan")).isEqualTo(close);
    }

    @Test
    void a_history_handed_out_before_a_new_base_still_answers_by_its_properties() throws Exception {
        try (var views = new Views(workspace)) {
            History before = views.history(Unit.USER);
            run("UPDATE generation SET number = number + 1");
            History after = views.history(Unit.USER);
            var options = Options.of(Map.of("every", "month", "by", "plan"));
            var lifecycle = Catalogue.named("lifecycle");
            List<Row> rows = Asking.ask(lifecycle, options, after).rows();
            assertThat(rows).isNotEmpty();
            assertThat(Asking.ask(lifecycle, options, before).rows()).isEqualTo(rows);
        }
    }

    @Test
    void a_build_that_was_cut_off_leaves_nothing_that_counts() throws IOException {
        List<Row> before = ask();
        Path cutOff = view();
        Files.write(cutOff.resolve("seconds"), new byte[12]);
        Files.delete(cutOff.resolve("manifest.json"));
        assertThat(ask()).isEqualTo(before);
        assertThat(cutOff).doesNotExist();
        assertThat(view()).isNotEqualTo(cutOff);
    }

    @Test
    void new_events_are_seen_at_once_and_the_base_stays() throws Exception {
        try (var views = new Views(workspace)) {
            views.history(Unit.USER);
            insert(3_001, 3_050);
            List<Row> beside = Asking.ask(Catalogue.named("lifecycle"), Options.NONE, views.history(Unit.USER))
                    .rows();
            ViewFiles.delete(directory.resolve("views"));
            try (var anew = new Views(workspace)) {
                assertThat(Asking.ask(Catalogue.named("lifecycle"), Options.NONE, anew.history(Unit.USER))
                                .rows())
                        .isEqualTo(beside);
            }
        }
    }

    @Test
    void users_joined_by_one_alias_after_another_are_one() throws Exception {
        try (var views = new Views(workspace)) {
            long before = owners(views);
            alias(3_001, "user-0", "user-1");
            assertThat(owners(views)).isEqualTo(before - 1);
            alias(3_002, "user-0", "user-4"); // stood for user-1 by now
            assertThat(owners(views)).isEqualTo(before - 2);
        }
    }

    private void alias(int seq, String from, String to) throws SQLException {
        run("INSERT INTO links VALUES (" + seq + ", 1, 'test', 'l" + seq + "', 'alias', '" + from + "', '" + to
                + "', 1735689600000, 0)");
    }

    private static long owners(Views views) {
        return views.history(Unit.USER).shards().stream()
                .flatMapToLong(shard -> Arrays.stream(shard.members()))
                .map(Long::bitCount)
                .sum();
    }

    @Test
    void a_new_base_that_is_due_is_built_beside_and_goes_on_with_what_came_meanwhile() throws Exception {
        try (var views = new Views(workspace)) {
            History old = views.history(Unit.USER);
            Path first = view();
            insert(3_001, 9_000);
            views.history(Unit.USER);
            views.renew();
            assertThat(view()).as("no new base for few rows").isEqualTo(first);
            insert(9_001, 15_000);
            List<Row> beside = ask(views.history(Unit.USER));
            views.renew();
            assertThat(view()).isNotEqualTo(first);
            assertThat(ask(views.history(Unit.USER))).isEqualTo(beside);
            insert(15_001, 15_500);
            List<Row> fresh = ask(views.history(Unit.USER));
            assertThat(ask(old)).isNotEqualTo(beside);
            assertThat(fresh).isNotEqualTo(beside);
            ViewFiles.delete(directory.resolve("views"));
            try (var anew = new Views(workspace)) {
                assertThat(ask(anew.history(Unit.USER))).isEqualTo(fresh);
            }
        }
    }

    private static List<Row> ask(History history) {
        return Asking.ask(Catalogue.named("lifecycle"), Options.of(Map.of("every", "month", "by", "plan")), history)
                .rows();
    }

    @Test
    void rows_taken_away_are_gone_from_the_answers() throws Exception {
        ask();
        run("DELETE FROM events WHERE seq > 1500");
        run("UPDATE generation SET number = number + 1");
        List<Row> after = ask();
        ViewFiles.delete(directory.resolve("views"));
        assertThat(after).isEqualTo(ask()).hasSize(15);
    }

    @Test
    void another_zone_moves_every_number() throws Exception {
        List<Row> utc = ask("active-users", Map.of());
        workspace.changeSettings(workspace.settings().withZone(ZoneId.of("Pacific/Chatham")));
        List<Row> chatham = ask("active-users", Map.of());
        assertThat(chatham).isNotEqualTo(utc);
        ViewFiles.delete(directory.resolve("views"));
        assertThat(ask("active-users", Map.of())).isEqualTo(chatham);
    }

    @Test
    void an_event_called_passive_is_no_activity_any_more() {
        List<Row> before = ask();
        workspace.changeSettings(
                workspace.settings().withNames(Role.PASSIVE, List.of("Opened", "Searched", "Email Sent")));
        assertThat(ask()).isNotEqualTo(before);
    }
}
