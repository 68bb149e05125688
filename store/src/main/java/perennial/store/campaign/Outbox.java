package perennial.store.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import perennial.core.campaign.Balance;
import perennial.core.campaign.Reason;
import perennial.core.campaign.SendState;
import perennial.core.event.StandardNames;
import perennial.store.Sql;
import perennial.store.Workspace;

/// What happens to the messages of campaigns. A step is committed before it is taken: a message that may have left when
/// the program ends is never sent again.
public final class Outbox {
    private final Workspace workspace;

    public Outbox(Workspace workspace) {
        this.workspace = workspace;
    }

    /// A message on its way to another state.
    ///
    /// @param why it is skipped
    /// @param detail what the receiver said
    /// @param next not before this instant is it tried again
    public record Step(
            String campaign,
            String decision,
            SendState to,
            Optional<Reason> why,
            String detail,
            Optional<Instant> next) {
        public static Step to(SendState state, Message message) {
            return to(state, message, "");
        }

        public static Step to(SendState state, Message message, String detail) {
            return new Step(
                    message.decision().campaign(),
                    message.decision().id(),
                    state,
                    Optional.empty(),
                    detail,
                    Optional.empty());
        }

        public static Step skip(Reason why, Message message) {
            return new Step(
                    message.decision().campaign(),
                    message.decision().id(),
                    SendState.SKIPPED,
                    Optional.of(why),
                    "",
                    Optional.empty());
        }

        /// It was not taken; to be tried again.
        public static Step again(Instant next, Message message, String detail) {
            return new Step(
                    message.decision().campaign(),
                    message.decision().id(),
                    SendState.PLANNED,
                    Optional.empty(),
                    detail,
                    Optional.of(next));
        }
    }

    /// Picks messages of a campaign that are due, and notes that they are.
    public List<Message> lease(String campaign, int most) {
        Instant now = workspace.clock().instant();
        return workspace.change("picking messages to send", connection -> {
            List<Message> messages = new Decisions(connection).due(campaign, now, most);
            add(
                    connection,
                    messages.stream()
                            .map(message -> Step.to(SendState.LEASED, message))
                            .toList(),
                    now);
            return messages.stream()
                    .map(each -> new Message(
                            each.decision(),
                            SendState.LEASED,
                            Optional.empty(),
                            each.detail(),
                            Optional.of(now),
                            each.tries()))
                    .toList();
        });
    }

    /// Commits steps, all or none; messages that left are on their customers' timelines with it. Steps of whoever was
    /// erased meanwhile leave nothing behind.
    ///
    /// @param sent the messages among them that are sent
    /// @throws IllegalStateException if one cannot become that from where it is
    public void take(List<Step> steps, List<Message> sent) {
        Instant now = workspace.clock().instant();
        workspace.change("noting what happened to messages", connection -> {
            List<String> decisions = steps.stream().map(Step::decision).toList();
            Map<String, SendState> states = states(connection, decisions);
            Set<String> known = ids(connection, "campaign/known", decisions);
            List<Step> taken = steps.stream()
                    .filter(step -> known.contains(step.decision()))
                    .toList();
            for (Step step : taken) {
                SendState from = states.getOrDefault(step.decision(), SendState.PLANNED);
                if (!from.mayBecome(step.to())) {
                    throw new IllegalStateException(
                            "A message that is " + from + " cannot become " + step.to() + ": " + step.decision());
                }
            }
            add(connection, taken, now);
            new CampaignEvents(connection, now)
                    .add(
                            StandardNames.MESSAGE_SENT,
                            sent.stream()
                                    .filter(each ->
                                            known.contains(each.decision().id()))
                                    .toList());
            return taken.size();
        });
    }

    /// Notes the messages of a campaign that another program has sent.
    static void adopt(DuckDBConnection connection, String campaign) throws SQLException {
        try (var note = connection.prepareStatement(Sql.text("campaign/adopt"))) {
            note.setString(1, campaign);
            note.execute();
        }
    }

    /// The decisions that a file of SQL finds among some.
    static Set<String> ids(DuckDBConnection connection, String file, Collection<String> among) throws SQLException {
        try (var statement = connection.createStatement()) {
            Wanted.set(statement, among);
            try (ResultSet rows = statement.executeQuery(Sql.text(file))) {
                Set<String> ids = new HashSet<>();
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
                return ids;
            }
        }
    }

    private static Map<String, SendState> states(DuckDBConnection connection, Collection<String> decisions)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            Wanted.set(statement, decisions);
            try (ResultSet rows = statement.executeQuery(Sql.text("campaign/states"))) {
                Map<String, SendState> states = new HashMap<>();
                while (rows.next()) {
                    states.put(rows.getString(1), SendState.of(rows.getString(2)));
                }
                return states;
            }
        }
    }

    private static void add(DuckDBConnection connection, List<Step> steps, Instant now) throws SQLException {
        long number = number(connection);
        try (DuckDBAppender rows = connection.createAppender("campaign_sends")) {
            for (Step step : steps) {
                rows.beginRow()
                        .append(number++)
                        .append(step.campaign())
                        .append(step.decision())
                        .append(step.to().toString());
                if (step.why().isPresent()) {
                    rows.append(step.why().get().toString());
                } else {
                    rows.appendNull();
                }
                rows.append(step.detail())
                        .append(now.toEpochMilli())
                        .append(step.next().map(Instant::toEpochMilli).orElse(0L))
                        .endRow();
            }
            rows.flush();
        }
    }

    private static long number(DuckDBConnection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Sql.text("campaign/next-number"))) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Sets right what the end of the program cut off: what was picked waits again, what was being sent is uncertain.
    ///
    /// @return how many messages it concerned
    public int recover() {
        List<Step> steps = workspace.read("looking for messages that were cut off", connection -> {
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("campaign/unfinished"))) {
                List<Step> cutOff = new ArrayList<>();
                while (rows.next()) {
                    boolean mayHaveLeft = SendState.of(rows.getString("state")) == SendState.SENDING;
                    cutOff.add(new Step(
                            rows.getString("campaign"),
                            rows.getString("decision"),
                            mayHaveLeft ? SendState.UNCERTAIN : SendState.PLANNED,
                            Optional.empty(),
                            "the program ended while it was being sent",
                            Optional.empty()));
                }
                return cutOff;
            }
        });
        if (!steps.isEmpty()) {
            take(steps, List.of());
        }
        return steps.size();
    }

    /// Has what is picked of a campaign wait again: for whoever could not go on with it.
    public void release(String campaign) {
        Instant now = workspace.clock().instant();
        workspace.change("putting messages back", connection -> {
            try (var statement = connection.prepareStatement(Sql.text("campaign/leased"))) {
                statement.setString(1, campaign);
                List<Step> back = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        back.add(new Step(
                                campaign,
                                rows.getString(1),
                                SendState.PLANNED,
                                Optional.empty(),
                                "",
                                Optional.empty()));
                    }
                }
                add(connection, back, now);
                return back.size();
            }
        });
    }

    /// When the first of the messages of a campaign that wait is due; empty if none waits.
    public Optional<Instant> nextDue(String campaign) {
        return workspace.read("looking for messages that wait", connection -> {
            try (var statement = connection.prepareStatement(Sql.text("campaign/next-due"))) {
                statement.setString(1, campaign);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    long due = row.getLong(1);
                    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due));
                }
            }
        });
    }

    /// Skips what waits of a campaign, in the transaction of a connection.
    static int skipWaiting(DuckDBConnection connection, String campaign, Reason why, Instant now) throws SQLException {
        try (var skip = connection.prepareStatement(Sql.text("campaign/skip-waiting"))) {
            skip.setString(1, why.toString());
            skip.setLong(2, now.toEpochMilli());
            skip.setString(3, campaign);
            return skip.executeUpdate();
        }
    }

    /// Where everybody of a campaign's audience is.
    public Balance balance(String campaign) {
        return workspace.read("counting messages", connection -> {
            try (var statement = connection.prepareStatement(Sql.text("campaign/balance"))) {
                statement.setString(1, campaign);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return new Balance(
                            row.getLong("audience"),
                            row.getLong("holdout"),
                            row.getLong("excluded"),
                            row.getLong("sent"),
                            row.getLong("failed"),
                            row.getLong("skipped"),
                            row.getLong("uncertain"),
                            row.getLong("pending"));
                }
            }
        });
    }
}
