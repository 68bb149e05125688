package perennial.store.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.history.Column;
import perennial.core.history.History;
import perennial.core.history.Shard;
import perennial.core.question.Unit;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;

/// What the events tell under a name is the same whether it is read alone or with others, at once or bit by bit.
class PropertiesTest {
    private static final List<String> NAMES = List.of(
            "plan", "value", "currency", "shop.city", "a~b/c", "no such", "said \"so\"", "wide", "tags", "tags.0");

    @TempDir
    private Path directory;

    private Workspace workspace;

    @BeforeEach
    void create() {
        var clock = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
        workspace = Workspace.create(directory, Settings.standard("properties"), clock);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /// One event each of one user, a second apart.
    private void arrive(int seq, String value, String currency, String properties) throws SQLException {
        try (var connection = workspace.connection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO events VALUES (" + seq + ", 1, 'test', 'm" + seq + "', NULL, 'ada', NULL, "
                    + seq * 1000 + ", " + (seq + 7) + ", 'Opened', " + value + ", " + currency + ", " + properties
                    + ")");
        }
    }

    private void arriveAll() throws SQLException {
        arrive(1, "12.50", "'EUR'", "'{\"plan\":\"pro\",\"shop\":{\"city\":\"Ulm\"}}'");
        arrive(2, "NULL", "NULL", "'{\"value\":3,\"currency\":\"USD\",\"shop.city\":\"Jena\",\"plan\":null}'");
        arrive(3, "NULL", "NULL", "'{\"a~b/c\":true,\"said \\\"so\\\"\":\"yes\",\"shop\":\"Ulm\"}'");
        arrive(4, "7", "NULL", "NULL");
        arrive(5, "NULL", "NULL", "'{\"plan\":\"pro\",\"tags\":[\"plan\",2],\"wide\":\"\"}'");
    }

    /// By name, what each event tells in order of time; "" for nothing.
    private static List<String> told(Map<String, Column> columns, String name) {
        List<String> told = new ArrayList<>();
        Column column = columns.get(name);
        for (int at = 0; column != null && at < 5; at++) {
            int code = column.code(at);
            told.add(code == Column.ABSENT ? "" : "'" + column.dictionary().get(code) + "'");
        }
        return told;
    }

    private static Shard shard(Views views) {
        return views.history(Unit.USER).shards().getLast();
    }

    @Test
    void properties_read_together_tell_what_the_events_say() throws SQLException {
        arriveAll();
        try (var views = new Views(workspace)) {
            Map<String, Column> columns = shard(views).properties(NAMES);
            assertThat(told(columns, "plan")).containsExactly("'pro'", "", "", "", "'pro'");
            assertThat(told(columns, "value")).containsExactly("'12.5'", "'3'", "", "'7'", "");
            assertThat(told(columns, "currency")).containsExactly("'EUR'", "'USD'", "", "", "");
            assertThat(told(columns, "shop.city")).containsExactly("'Ulm'", "'Jena'", "", "", "");
            assertThat(told(columns, "a~b/c")).containsExactly("", "", "'true'", "", "");
            assertThat(told(columns, "said \"so\"")).containsExactly("", "", "'yes'", "", "");
            assertThat(told(columns, "wide")).containsExactly("", "", "", "", "''");
            assertThat(told(columns, "tags.0")).containsExactly("", "", "", "", "'plan'");
            assertThat(told(columns, "tags")).containsExactly("", "", "", "", "'[\"plan\",2]'");
            assertThat(columns).doesNotContainKey("no such");
            columns = shard(views).properties(List.of("shop", History.RECEIVED));
            assertThat(told(columns, "shop")).containsExactly("'{\"city\":\"Ulm\"}'", "", "'Ulm'", "", "");
            assertThat(told(columns, History.RECEIVED)).containsExactly("'8'", "'9'", "'10'", "'11'", "'12'");
        }
    }

    @Test
    void a_property_read_alone_tells_the_same_as_with_others_and_as_when_its_events_came_bit_by_bit()
            throws SQLException {
        try (var views = new Views(workspace)) {
            arrive(0, "NULL", "NULL", "NULL"); // before the others in time
            shard(views).properties(NAMES.subList(0, 3)); // these are behind from elsewhere than the others
            arriveAll();
            Map<String, Column> bitByBit = shard(views).properties(NAMES);
            try (var others = new Views(workspace)) {
                for (String name : NAMES) {
                    Map<String, Column> alone = shard(others).properties(List.of(name));
                    assertThat(told(alone, name)).as(name).isEqualTo(told(bitByBit, name));
                }
                assertThat(told(bitByBit, "plan")).contains("'pro'");
            }
        }
    }
}
