package perennial.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import perennial.store.Workspace;

/// What the senders were told against what is stored.
///
/// @param acknowledged events of which a sender was told that they are stored
/// @param stored events in the log
/// @param lost acknowledged and not stored
/// @param doubled stored more than once
/// @param foreign stored as nobody sent them
record Ledger(long acknowledged, long stored, long lost, long doubled, long foreign) {
    /// @param workspace that nobody serves any more
    static Ledger of(Path workspace, List<Sender> senders) {
        try (var opened = Workspace.open(workspace, Clock.systemUTC())) {
            return opened.read("comparing", connection -> {
                List<BitSet> found = new ArrayList<>();
                senders.forEach(_ -> found.add(new BitSet()));
                long stored = 0;
                long doubled = 0;
                long foreign = 0;
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("SELECT message_id, user_id, time_ms FROM events")) {
                    while (rows.next()) {
                        stored++;
                        String messageId =
                                rows.getString(1).substring(rows.getString(1).indexOf(':') + 1);
                        String[] id = messageId.split("-"); // which Amplitude's stands behind that of a device
                        int sender = Integer.parseInt(id[0]);
                        int n = Integer.parseInt(id[1]);
                        var there =
                                new Sender.Event(messageId, rows.getString(2), Instant.ofEpochMilli(rows.getLong(3)));
                        boolean isOurs = n < senders.get(sender).made()
                                && there.equals(senders.get(sender).event(n));
                        foreign += isOurs ? 0 : 1;
                        doubled += found.get(sender).get(n) ? 1 : 0;
                        found.get(sender).set(n);
                    }
                }
                long acknowledged = 0;
                long lost = 0;
                for (int i = 0; i < senders.size(); i++) {
                    BitSet missing = (BitSet) senders.get(i).acknowledged().clone();
                    acknowledged += missing.cardinality();
                    missing.andNot(found.get(i));
                    lost += missing.cardinality();
                }
                return new Ledger(acknowledged, stored, lost, doubled, foreign);
            });
        }
    }

    /// Users by day, by plain SQL.
    static Map<String, Long> usersByDay(Path workspace) {
        try (var opened = Workspace.open(workspace, Clock.systemUTC())) {
            return opened.read("counting", connection -> {
                Map<String, Long> days = new TreeMap<>();
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery(
                                "SELECT make_timestamp_ms(time_ms)::DATE::TEXT, count(DISTINCT user_id)"
                                        + " FROM events GROUP BY ALL")) {
                    while (rows.next()) {
                        days.put(rows.getString(1), rows.getLong(2));
                    }
                }
                return days;
            });
        }
    }

    void requireExact() {
        assertThat(acknowledged).as("the test must be able to fail").isPositive();
        assertThat(List.of(lost, doubled, foreign))
                .as("lost, doubled, foreign of %s", this)
                .containsOnly(0L);
        assertThat(stored).isGreaterThanOrEqualTo(acknowledged);
    }
}
