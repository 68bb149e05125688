package perennial.store.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import perennial.core.campaign.Decision;
import perennial.core.customer.Owner;
import perennial.core.event.StandardNames;
import perennial.store.Sql;
import perennial.store.json.Json;

/// Puts what campaigns do on the timelines of their customers, in the transaction of a connection.
record CampaignEvents(DuckDBConnection connection, Instant now) {
    /// Where these events come from. They happen to the customer, and do not make a workspace live.
    static final String SOURCE = "campaigns";

    /// The run of rows that come from no import.
    private static final int NO_IMPORT = 0;

    /// What was decided.
    void addDecisions(List<Decision> decisions) throws SQLException {
        try (var rows = new Rows(connection, now)) {
            for (Decision each : decisions) {
                String name = each.isHeldOut()
                        ? StandardNames.HOLDOUT_ASSIGNED
                        : each.isTreated() ? StandardNames.CAMPAIGN_ASSIGNED : StandardNames.CAMPAIGN_EXCLUDED;
                rows.add(name, each, each.decided());
            }
        }
    }

    /// What happened to messages now.
    void add(String name, List<Message> messages) throws SQLException {
        if (!messages.isEmpty()) {
            try (var rows = new Rows(connection, now)) {
                for (Message each : messages) {
                    rows.add(name, each.decision(), now);
                }
            }
        }
    }

    /// What came back of messages, when it did.
    void addReplies(List<Replies.Understood> replies) throws SQLException {
        if (!replies.isEmpty()) {
            try (var rows = new Rows(connection, now)) {
                for (Replies.Understood each : replies) {
                    rows.add(each.reply().event(), each.decision(), each.at());
                }
            }
        }
    }

    /// The id of the event of this name of a decision.
    static String id(Decision decision, String name) {
        return decision.id() + ":" + name;
    }

    /// Rows at the end of the log.
    private static final class Rows implements AutoCloseable {
        private final DuckDBAppender events;
        private final long receivedMs;
        private final boolean isLive;
        private long seq;

        Rows(DuckDBConnection connection, Instant now) throws SQLException {
            receivedMs = now.toEpochMilli();
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(Sql.text("imports/first-numbers"))) {
                row.next();
                seq = row.getLong("first_seq");
            }
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(Sql.text("view/is-live"))) {
                row.next();
                isLive = row.getBoolean(1);
            }
            events = connection.createAppender("events");
        }

        /// Where no events come in live, time stands still at the moment of the decision: what happens then must not
        /// make all answers be as of a later day.
        private Instant time(Decision decision, Instant happened) {
            Instant last = decision.decided().minusMillis(1);
            return isLive || happened.isBefore(last) ? happened : last;
        }

        void add(String name, Decision decision, Instant happened) throws SQLException {
            boolean isAccount = decision.customer().kind() == Owner.Kind.ACCOUNT;
            String id = decision.customer().id();
            events.beginRow()
                    .append(seq++)
                    .append(NO_IMPORT)
                    .append(SOURCE)
                    .append(id(decision, name))
                    .appendNull();
            text(events, !isAccount, id);
            text(events, isAccount, id);
            events.append(time(decision, happened).toEpochMilli())
                    .append(receivedMs)
                    .append(name)
                    .appendNull()
                    .appendNull()
                    .append(properties(decision))
                    .endRow();
        }

        private static void text(DuckDBAppender to, boolean isGiven, String text) throws SQLException {
            if (isGiven) {
                to.append(text);
            } else {
                to.appendNull();
            }
        }

        private static String properties(Decision decision) {
            var fields = new TreeMap<String, Json>();
            fields.put("campaign", new Json.Text(decision.campaign()));
            fields.put("version", new Json.Number(String.valueOf(decision.version())));
            fields.put("life", new Json.Number(String.valueOf(decision.life())));
            decision.arm().ifPresent(arm -> fields.put("arm", new Json.Text(arm)));
            decision.why().ifPresent(why -> fields.put("reason", new Json.Text(why.toString())));
            decision.offer().ifPresent(offer -> fields.put("offer", new Json.Text(offer)));
            return new Json.Object(fields).text();
        }

        @Override
        public void close() throws SQLException {
            try {
                events.flush(); // closing keeps silent about what goes wrong
            } finally {
                events.close();
            }
        }
    }
}
