package perennial.store.ingest;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.duckdb.DuckDBConnection;
import perennial.store.Sql;

/// The rows at some places of the log, looked up in stretches, since places that are asked for together mostly lie near
/// one another.
final class StoredRows {
    /// Places further apart than this are looked up apart.
    private static final long NEAR = 100_000;

    private final DuckDBConnection connection;
    private final Map<Long, StoredRow> rows = new HashMap<>();

    StoredRows(DuckDBConnection connection) {
        this.connection = connection;
    }

    /// Looks up places, ascending.
    void load(long[] places) throws SQLException {
        int from = 0;
        for (int i = 1; i <= places.length; i++) {
            if (i == places.length || places[i] - places[i - 1] > NEAR) {
                loadStretch(Arrays.copyOfRange(places, from, i));
                from = i;
            }
        }
    }

    /// The row at a place; empty if there is none any more.
    Optional<StoredRow> at(long seq) {
        return Optional.ofNullable(rows.get(seq));
    }

    private void loadStretch(long[] places) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET VARIABLE first = " + places[0]);
            statement.execute("SET VARIABLE last = " + places[places.length - 1]);
            statement.execute("SET VARIABLE wanted = "
                    + LongStream.of(places)
                            .mapToObj(Long::toString)
                            .collect(Collectors.joining(",", "[", "]::BIGINT[]")));
            try (ResultSet events = statement.executeQuery(Sql.text("ingest/stored-events"))) {
                while (events.next()) {
                    BigDecimal value = events.getBigDecimal("value");
                    List<String> texts = List.of(
                            text(events, "visitor_id"),
                            text(events, "user_id"),
                            text(events, "account_id"),
                            text(events, "name"),
                            value == null ? "" : StoredRow.plain(value),
                            text(events, "currency"),
                            text(events, "properties"));
                    add(events, true, texts);
                }
            }
            try (ResultSet facts = statement.executeQuery(Sql.text("ingest/stored-facts"))) {
                while (facts.next()) {
                    Array texts = facts.getArray("texts");
                    add(
                            facts,
                            false,
                            Arrays.stream((Object[]) texts.getArray())
                                    .map(String::valueOf)
                                    .toList());
                }
            }
        }
    }

    private void add(ResultSet row, boolean isEvent, List<String> texts) throws SQLException {
        rows.put(
                row.getLong("seq"),
                new StoredRow(row.getString("source"), row.getString("message_id"), isEvent, texts));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
