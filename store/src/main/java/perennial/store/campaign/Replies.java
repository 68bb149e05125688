package perennial.store.campaign;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Reply;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.json.Json;
import perennial.store.json.JsonError;

/// What comes back of messages: an event on the customer's timeline, once for each decision and kind of reply, however
/// often it is told. Whoever unsubscribes, or cannot be reached, is not written to from then on.
public final class Replies {
    private static final String DECISION = "decision";
    private static final String REPLY = "reply";
    private static final String AT = "at";

    /// Clocks of others may be ahead by so much.
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Workspace workspace;

    Replies(Workspace workspace) {
        this.workspace = workspace;
    }

    /// A reply as it was told.
    ///
    /// @param place from 1: of a list, or the line of a file
    /// @param at when it happened; now if it is empty
    public record Told(int place, String decision, String reply, String at) {}

    /// A reply that was not taken.
    public record Fault(int place, String sentence) {}

    /// What became of some replies.
    ///
    /// @param taken that are events now
    /// @param known that were told before
    public record Taken(int taken, int known, List<Fault> faults) {}

    /// A reply as it is understood.
    record Understood(Decision decision, Reply reply, Instant at) {
        String event() {
            return CampaignEvents.id(decision, reply.event());
        }
    }

    /// Reads a list of objects with `decision`, `reply` and, if it is not now, `at`.
    ///
    /// @throws IllegalArgumentException if it is no such list
    public static List<Told> ofJson(String text) {
        try {
            if (!(Json.parse(text) instanceof Json.Array(List<Json> all))) {
                throw new IllegalArgumentException(
                        "Replies are a list such as [{\"decision\": \"…\", \"reply\": \"opened\"}]");
            }
            List<Told> told = new ArrayList<>();
            for (Json each : all) {
                told.add(new Told(told.size() + 1, text(each, DECISION), text(each, REPLY), text(each, AT)));
            }
            return told;
        } catch (JsonError e) {
            throw new IllegalArgumentException("The replies are no JSON: " + e.getMessage());
        }
    }

    private static String text(Json of, String field) {
        Optional<Json> found = of instanceof Json.Object object ? object.field(field) : Optional.empty();
        return found.map(json -> json instanceof Json.Text(String value) ? value : json.text())
                .orElse("");
    }

    /// Reads lines of CSV; the first names the columns.
    ///
    /// @throws IllegalArgumentException if it is no such file
    public static List<Told> ofCsv(String text) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            List<Told> told = new ArrayList<>();
            for (NamedCsvRecord row : rows) {
                if (row.findField(DECISION).isEmpty() || row.findField(REPLY).isEmpty()) {
                    throw new IllegalArgumentException(
                            "The first line names the columns decision, reply and at; it names "
                                    + String.join(", ", row.getHeader()));
                }
                told.add(new Told(
                        Math.toIntExact(row.getStartingLineNumber()),
                        row.getField(DECISION),
                        row.getField(REPLY),
                        row.findField(AT).orElse("")));
            }
            return told;
        } catch (IOException | CsvParseException e) {
            throw new IllegalArgumentException("The replies are no CSV: " + e.getMessage());
        }
    }

    /// Takes replies to messages of a campaign; those that mean nothing are told of, the others taken, wholly or not at
    /// all.
    public Taken take(String campaign, List<Told> told) {
        Instant now = workspace.clock().instant();
        return workspace.change("taking replies", connection -> {
            Map<String, Decision> decisions = decisions(connection, campaign, told);
            List<Fault> faults = new ArrayList<>();
            List<Understood> understood = new ArrayList<>();
            for (Told each : told) {
                try {
                    understood.add(understand(each, Optional.ofNullable(decisions.get(each.decision())), now));
                } catch (IllegalArgumentException fault) {
                    faults.add(new Fault(each.place(), String.valueOf(fault.getMessage())));
                }
            }
            List<Understood> fresh = fresh(connection, understood);
            new CampaignEvents(connection, now).addReplies(fresh);
            for (Understood each : fresh) {
                if (each.reply().suppresses()) {
                    Suppressions.add(connection, each.decision().customer(), each.reply(), now);
                }
            }
            return new Taken(fresh.size(), understood.size() - fresh.size(), faults);
        });
    }

    /// What came back of the messages of a campaign, by arm; arms of which nothing came back are left out.
    public List<ArmReplies> of(String campaign) {
        return workspace.read("counting replies", connection -> {
            Map<String, Map<Reply, Long>> arms = new TreeMap<>();
            try (var name = connection.createStatement();
                    var statement = connection.prepareStatement(Sql.text("campaign/replies"))) {
                Wanted.set(name, Arrays.stream(Reply.values()).map(Reply::event).toList());
                statement.setString(1, campaign);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        arms.computeIfAbsent(rows.getString("arm"), _ -> new EnumMap<>(Reply.class))
                                .put(Reply.ofEvent(rows.getString("name")), rows.getLong("messages"));
                    }
                }
            }
            return arms.entrySet().stream()
                    .map(each -> new ArmReplies(each.getKey(), each.getValue()))
                    .toList();
        });
    }

    private static Map<String, Decision> decisions(DuckDBConnection connection, String campaign, List<Told> told)
            throws SQLException {
        Map<String, Decision> decisions = new HashMap<>();
        new Decisions(connection)
                .of(told.stream().map(Told::decision).distinct().toList()).stream()
                        .filter(decision -> decision.campaign().equals(campaign))
                        .forEach(decision -> decisions.put(decision.id(), decision));
        return decisions;
    }

    private static Understood understand(Told told, Optional<Decision> decision, Instant now) {
        Decision known = decision.orElseThrow(() -> new IllegalArgumentException("The campaign has no decision \""
                + told.decision() + "\"; give the one that the message came with, of whoever was not erased"));
        if (!known.isTreated()) {
            throw new IllegalArgumentException(
                    "Decision \"" + told.decision() + "\" has no message: the customer is held out or excluded");
        }
        Reply reply = Reply.of(told.reply());
        Instant at = told.at().isBlank() ? now : instant(told.at());
        if (at.isBefore(known.decided()) || at.isAfter(now.plus(AHEAD))) {
            throw new IllegalArgumentException(
                    "A reply lies between the decision (" + known.decided() + ") and now (" + now + "), was " + at);
        }
        return new Understood(known, reply, at);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no instant; write one such as 2026-03-01T08:00:00Z, or leave it out for now");
        }
    }

    /// Those that are no events yet, each once.
    private static List<Understood> fresh(DuckDBConnection connection, List<Understood> understood)
            throws SQLException {
        Set<String> known = new HashSet<>(Outbox.ids(
                connection,
                "campaign/replied",
                understood.stream().map(Understood::event).toList()));
        return understood.stream().filter(each -> known.add(each.event())).toList();
    }
}
