package perennial.store.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Personal;
import perennial.core.campaign.Reason;
import perennial.core.campaign.SendState;
import perennial.core.customer.Owner;
import perennial.store.Sql;

/// The table of decisions, in the transaction of a connection.
record Decisions(DuckDBConnection connection) {

    void add(List<Decision> decisions) throws SQLException {
        try (DuckDBAppender rows = connection.createAppender("campaign_decisions")) {
            for (Decision each : decisions) {
                rows.beginRow()
                        .append(each.id())
                        .append(each.campaign())
                        .append(each.version())
                        .append(each.customer().kind().toString())
                        .append(each.customer().id())
                        .append(each.life());
                text(rows, each.arm());
                text(rows, each.why().map(Reason::toString));
                rows.append(each.because());
                text(rows, each.offer());
                text(rows, each.code());
                rows.append(each.personal().daysAway());
                text(rows, each.personal().reason());
                text(rows, each.personal().favourite());
                text(rows, each.personal().lastProduct());
                rows.append(each.decided().toEpochMilli())
                        .append(each.sendAfter().toEpochMilli())
                        .endRow();
            }
            rows.flush(); // closing keeps silent about what goes wrong
        }
    }

    private static void text(DuckDBAppender rows, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            rows.append(text.get());
        } else {
            rows.appendNull();
        }
    }

    /// All of a campaign with where their messages are, in the order in which they were made.
    List<Message> of(String campaign) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("campaign/decisions"))) {
            statement.setString(1, campaign);
            return messages(statement.executeQuery());
        }
    }

    /// Those of a campaign whose messages are due, the longest waiting first.
    List<Message> due(String campaign, Instant now, int most) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("campaign/due"))) {
            statement.setString(1, campaign);
            statement.setLong(2, now.toEpochMilli());
            statement.setInt(3, most);
            return messages(statement.executeQuery());
        }
    }

    /// Those of these ids, in no order.
    List<Decision> of(Collection<String> ids) throws SQLException {
        try (var statement = connection.createStatement()) {
            Wanted.set(statement, ids);
            try (ResultSet rows = statement.executeQuery(Sql.text("campaign/decision"))) {
                List<Decision> decisions = new ArrayList<>();
                while (rows.next()) {
                    decisions.add(decision(rows));
                }
                return decisions;
            }
        }
    }

    private static List<Message> messages(ResultSet rows) throws SQLException {
        try (rows) {
            List<Message> messages = new ArrayList<>();
            while (rows.next()) {
                messages.add(message(rows));
            }
            return messages;
        }
    }

    private static Message message(ResultSet row) throws SQLException {
        long changed = row.getLong("state_ms");
        boolean isChanged = !row.wasNull();
        return new Message(
                decision(row),
                SendState.of(row.getString("state")),
                optional(row, "skipped").map(Reason::of),
                row.getString("detail"),
                isChanged ? Optional.of(Instant.ofEpochMilli(changed)) : Optional.empty(),
                row.getInt("tries"));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getString("id"),
                row.getString("campaign"),
                row.getInt("version"),
                new Owner(Owner.Kind.of(row.getString("kind")), row.getString("customer")),
                row.getInt("life"),
                optional(row, "arm"),
                optional(row, "why").map(Reason::of),
                row.getString("because"),
                optional(row, "offer"),
                optional(row, "code"),
                new Personal(
                        row.getLong("days_away"),
                        optional(row, "reason"),
                        optional(row, "favourite"),
                        optional(row, "last_product")),
                Instant.ofEpochMilli(row.getLong("decided_ms")),
                Instant.ofEpochMilli(row.getLong("send_after_ms")));
    }

    private static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
