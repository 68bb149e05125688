package perennial.store.export;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import perennial.store.json.Json;

/// A stored row as a call in the Segment shape, the way our own import reads it back.
///
/// | stored | call |
/// |---|---|
/// | event | `track`, with the account as `groupId`; value and currency among the properties |
/// | link | `identify`, `alias` or `group` |
/// | trait | `identify`, or `group` for an account's |
public final class SegmentCall {
    private SegmentCall() {}

    /// The call of the row that stands there.
    ///
    /// @throws SQLException if it cannot be read
    public static Json.Object of(ResultSet row) throws SQLException {
        var call = new TreeMap<String, Json>();
        put(call, "messageId", text(row, "message_id"));
        put(
                call,
                "timestamp",
                Optional.of(Instant.ofEpochMilli(row.getLong("time_ms")).toString()));
        String kind = row.getString("kind");
        switch (kind) {
            case "event" -> event(row, call);
            case "anonymous" -> call(call, "identify", "anonymousId", row, "userId");
            case "alias" -> call(call, "alias", "previousId", row, "userId");
            case "account" -> call(call, "group", "userId", row, "groupId");
            case "trait" -> trait(row, call);
            default -> throw new IllegalStateException("Bug: a row of kind " + kind + " is to be exported");
        }
        return new Json.Object(call);
    }

    private static void event(ResultSet row, SortedMap<String, Json> call) throws SQLException {
        put(call, "type", Optional.of("track"));
        put(call, "event", text(row, "name"));
        put(call, "anonymousId", text(row, "visitor_id"));
        put(call, "userId", text(row, "user_id"));
        put(call, "groupId", text(row, "account_id"));
        Optional<BigDecimal> value = Optional.ofNullable(row.getBigDecimal("value"));
        var properties = new TreeMap<String, Json>();
        text(row, "properties").ifPresent(json -> properties.putAll(((Json.Object) Json.parse(json)).fields()));
        value.ifPresent(each -> properties.put(
                "value", new Json.Number(each.stripTrailingZeros().toPlainString())));
        text(row, "currency").ifPresent(code -> properties.put("currency", new Json.Text(code)));
        if (!properties.isEmpty()) {
            call.put("properties", new Json.Object(properties));
        }
    }

    private static void trait(ResultSet row, SortedMap<String, Json> call) throws SQLException {
        String subject = row.getString("name");
        put(call, "type", Optional.of(subject.equals("account") ? "group" : "identify"));
        put(
                call,
                switch (subject) {
                    case "account" -> "groupId";
                    case "user" -> "userId";
                    default -> "anonymousId";
                },
                text(row, "user_id"));
        call.put(
                "traits",
                new Json.Object(
                        new TreeMap<>(Map.of(row.getString("account_id"), Json.parse(row.getString("properties"))))));
    }

    private static void call(SortedMap<String, Json> call, String type, String from, ResultSet row, String to)
            throws SQLException {
        put(call, "type", Optional.of(type));
        put(call, from, text(row, "user_id"));
        put(call, to, text(row, "account_id"));
    }

    private static void put(SortedMap<String, Json> call, String key, Optional<String> text) {
        text.ifPresent(each -> call.put(key, new Json.Text(each)));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
