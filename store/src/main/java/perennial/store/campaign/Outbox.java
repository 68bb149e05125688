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
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    /// So many times what is asked for is picked at once: to find what is due looks at all messages of the campaign.
    private static final int PICKED_AHEAD = 20;

    private final Workspace workspace;
    /// By campaign, what is picked and was not handed out yet.
    private final Map<String, Queue<Message>> ahead = new ConcurrentHashMap<>();
    /// Where messages are that were picked and are not done, by decision; what is not here is looked up, which looks at
    /// all that happened to any. Forgotten when somebody is erased, and when a change fails that was noted here.
    private final Map<String, SendState> onTheirWay = new ConcurrentHashMap<>();

    /// How many were erased when the first of them was noted.
    private volatile long erasures;

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

    /// Picks messages of a campaign that are due, and notes that they are. For one thread at a time.
    public List<Message> lease(String campaign, int most) {
        Queue<Message> picked = ahead.computeIfAbsent(campaign, _ -> new ConcurrentLinkedQueue<>());
        if (picked.isEmpty()) {
            picked.addAll(pick(campaign, Math.clamp((long) most * PICKED_AHEAD, 0, Integer.MAX_VALUE)));
        }
        List<Message> messages = new ArrayList<>();
        while (messages.size() < most && !picked.isEmpty()) {
            messages.add(picked.remove());
        }
        return messages;
    }

    private List<Message> pick(String campaign, int most) {
        Instant now = workspace.clock().instant();
        return change("picking messages to send", connection -> {
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

    /// Has nothing of a campaign be handed out that was picked: it was put back, or skipped.
    void forget(String campaign) {
        ahead.remove(campaign);
        onTheirWay.clear();
    }

    private <T> T change(String doing, Workspace.Work<T> work) {
        boolean isDone = false;
        try {
            T result = workspace.change(doing, work);
            isDone = true;
            return result;
        } finally {
            if (!isDone) {
                onTheirWay.clear();
            }
        }
    }

    /// Commits steps, all or none; messages that left are on their customers' timelines with it. Steps of whoever was
    /// erased meanwhile leave nothing behind.
    ///
    /// @param sent the messages among them that are sent
    /// @throws IllegalStateException if one cannot become that from where it is
    public void take(List<Step> steps, List<Message> sent) {
        Instant now = workspace.clock().instant();
        change("noting what happened to messages", connection -> {
            Map<String, SendState> states = states(connection, steps);
            List<Step> taken = steps.stream()
                    .filter(step -> states.containsKey(step.decision()))
                    .toList();
            for (Step step : taken) {
                SendState from =
                        Optional.ofNullable(states.get(step.decision())).orElseThrow();
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
                                            states.containsKey(each.decision().id()))
                                    .toList());
            return taken.size();
        });
    }

    /// Where the messages of steps are, without those of whoever is erased.
    private Map<String, SendState> states(DuckDBConnection connection, List<Step> steps) throws SQLException {
        if (erasures != workspace.erasures()) {
            onTheirWay.clear();
            erasures = workspace.erasures();
        }
        List<String> decisions = steps.stream().map(Step::decision).toList();
        Map<String, SendState> states = new HashMap<>();
        decisions.forEach(
                each -> Optional.ofNullable(onTheirWay.get(each)).ifPresent(state -> states.put(each, state)));
        List<String> unknown =
                decisions.stream().filter(each -> !states.containsKey(each)).toList();
        if (!unknown.isEmpty()) {
            Map<String, SendState> stored = stored(connection, unknown);
            ids(connection, "campaign/known", unknown)
                    .forEach(each -> states.put(each, stored.getOrDefault(each, SendState.PLANNED)));
        }
        return states;
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

    /// Where the messages of decisions are, of those to which something happened.
    static Map<String, SendState> stored(DuckDBConnection connection, Collection<String> decisions)
            throws SQLException {
        if (decisions.isEmpty()) {
            return Map.of();
        }
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

    private void add(DuckDBConnection connection, List<Step> steps, Instant now) throws SQLException {
        for (Step step : steps) {
            if (step.to() == SendState.LEASED || step.to() == SendState.SENDING) {
                onTheirWay.put(step.decision(), step.to());
            } else {
                onTheirWay.remove(step.decision());
            }
        }
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
    /// @return how many messages are uncertain by it
    public int recover() {
        int uncertain = change("looking for messages that were cut off", connection -> {
            moveOn(connection, "", SendState.LEASED, SendState.PLANNED, "");
            return moveOn(
                    connection,
                    "",
                    SendState.SENDING,
                    SendState.UNCERTAIN,
                    "the program ended while it was being sent");
        });
        ahead.clear();
        onTheirWay.clear();
        return uncertain;
    }

    /// Has what is picked of a campaign wait again: for whoever could not go on with it.
    public void release(String campaign) {
        change("putting messages back", connection -> release(connection, campaign));
        forget(campaign);
    }

    /// The same in the transaction of a connection; to be forgotten once it is committed.
    int release(DuckDBConnection connection, String campaign) throws SQLException {
        return moveOn(connection, campaign, SendState.LEASED, SendState.PLANNED, "");
    }

    /// @param campaign empty for all
    private int moveOn(DuckDBConnection connection, String campaign, SendState from, SendState to, String detail)
            throws SQLException {
        try (var moveOn = connection.prepareStatement(Sql.text("campaign/move-on"))) {
            moveOn.setString(1, to.toString());
            moveOn.setString(2, detail);
            moveOn.setLong(3, workspace.clock().millis());
            moveOn.setString(4, from.toString());
            moveOn.setString(5, campaign);
            return moveOn.executeUpdate();
        }
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

    /// Skips what waits of a campaign, in the transaction of a connection; to be forgotten once it is committed.
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
