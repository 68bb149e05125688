package perennial.store.ingest;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.store.Sql;
import perennial.store.Workspace;

/// Where events come from, and what has come.
public final class Sources {
    private final Workspace workspace;

    public Sources(Workspace workspace) {
        this.workspace = workspace;
    }

    /// A source that sent events, or from which they were imported.
    ///
    /// @param last when the last of them was received
    /// @param days how many were received on each of the days asked for on which any were; days are those of UTC
    public record Source(String name, long events, Instant last, Map<LocalDate, Long> days) {
        public Source {
            days = Map.copyOf(days);
        }
    }

    /// The first event of a source that was received since some instant.
    ///
    /// @param events how many there are, with this one
    public record First(String name, Instant received, long events) {}

    /// All sources of events, those with most first.
    ///
    /// @param since the first of the days asked for
    public List<Source> all(LocalDate since) {
        return workspace.read("listing the sources of events", connection -> {
            Map<String, Map<LocalDate, Long>> days = new HashMap<>();
            try (var statement = connection.prepareStatement(Sql.text("ingest/received-by-day"))) {
                statement.setLong(
                        1, since.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        days.computeIfAbsent(rows.getString("source"), _ -> new HashMap<>())
                                .put(LocalDate.ofEpochDay(rows.getLong("day")), rows.getLong("count"));
                    }
                }
            }
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("ingest/sources"))) {
                List<Source> sources = new ArrayList<>();
                while (rows.next()) {
                    String name = rows.getString("source");
                    sources.add(new Source(
                            name,
                            rows.getLong("events"),
                            Instant.ofEpochMilli(rows.getLong("last_ms")),
                            days.getOrDefault(name, Map.of())));
                }
                return sources;
            }
        });
    }

    /// The first event that a source sent since an instant, if it did.
    public Optional<First> first(String source, Instant since) {
        return workspace.read("looking for the first event of a source", connection -> {
            try (var statement = connection.prepareStatement(Sql.text("ingest/first-received"))) {
                statement.setString(1, source);
                statement.setLong(2, since.toEpochMilli());
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new First(
                                    rows.getString("name"),
                                    Instant.ofEpochMilli(rows.getLong("received_ms")),
                                    rows.getLong("events")))
                            : Optional.empty();
                }
            }
        });
    }
}
