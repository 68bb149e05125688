package perennial.store.ingest;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import perennial.store.Sql;
import perennial.store.Workspace;

/// How calls fared, as it was counted and kept.
public final class QualityLog {
    private final Workspace workspace;

    public QualityLog(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What a source sent on a day, which is one of UTC.
    ///
    /// @param unlinked events of visitors who have not become a user by now
    public record Day(LocalDate day, String source, Map<Quality, Long> counts, long unlinked) {
        public Day {
            counts = Map.copyOf(counts);
        }

        /// How many calls fared so.
        public long count(Quality kind) {
            return counts.getOrDefault(kind, 0L);
        }
    }

    /// A refused call with where it came from.
    public record Kept(String source, Instant received, RefusedCall call) {}

    /// Every source on every day of `[from, until)` on which it sent anything, by day and source.
    public List<Day> days(LocalDate from, LocalDate until) {
        return workspace.read("reading the quality of what was received", connection -> {
            SortedMap<String, Day> days = new TreeMap<>();
            try (PreparedStatement counted = connection.prepareStatement(Sql.text("ingest/quality"))) {
                counted.setLong(1, from.toEpochDay());
                counted.setLong(2, until.toEpochDay());
                try (ResultSet rows = counted.executeQuery()) {
                    while (rows.next()) {
                        Day day = days.computeIfAbsent(key(rows), _ -> new Day(LocalDate.MIN, "", Map.of(), 0));
                        var counts = new EnumMap<Quality, Long>(Quality.class);
                        counts.putAll(day.counts());
                        counts.put(
                                Quality.valueOf(rows.getString("kind").toUpperCase(Locale.ROOT)),
                                rows.getLong("count"));
                        days.put(key(rows), new Day(date(rows), rows.getString("source"), counts, 0));
                    }
                }
            }
            try (PreparedStatement unlinked = connection.prepareStatement(Sql.text("ingest/unlinked"))) {
                unlinked.setLong(1, TimeUnit.DAYS.toMillis(from.toEpochDay()));
                unlinked.setLong(2, TimeUnit.DAYS.toMillis(until.toEpochDay()));
                try (ResultSet rows = unlinked.executeQuery()) {
                    while (rows.next()) {
                        Map<Quality, Long> counts = Optional.ofNullable(days.get(key(rows)))
                                .map(Day::counts)
                                .orElse(Map.of());
                        days.put(
                                key(rows),
                                new Day(date(rows), rows.getString("source"), counts, rows.getLong("count")));
                    }
                }
            }
            return List.copyOf(days.values());
        });
    }

    private static String key(ResultSet row) throws SQLException {
        return date(row) + row.getString("source");
    }

    private static LocalDate date(ResultSet row) throws SQLException {
        return LocalDate.ofEpochDay(row.getLong("day"));
    }

    /// The newest refused calls that are kept, the newest first.
    public List<Kept> refused(int limit) {
        return workspace.read("reading the refused calls", connection -> {
            List<Kept> kept = new ArrayList<>();
            try (PreparedStatement newest = connection.prepareStatement(Sql.text("ingest/refused"))) {
                newest.setInt(1, limit);
                try (ResultSet rows = newest.executeQuery()) {
                    while (rows.next()) {
                        kept.add(new Kept(
                                rows.getString("source"),
                                Instant.ofEpochMilli(rows.getLong("received_ms")),
                                new RefusedCall(
                                        rows.getString("field"),
                                        rows.getString("value"),
                                        rows.getString("reason"),
                                        rows.getString("message"),
                                        rows.getString("call"))));
                    }
                }
            }
            return kept;
        });
    }

    /// How many calls of a source ever fared so.
    public record Total(String source, Quality kind, long count) {}

    /// Of every source and kind, all days together.
    public List<Total> totals() {
        return workspace.read("reading the quality of what was received", connection -> {
            List<Total> totals = new ArrayList<>();
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("ingest/quality-totals"))) {
                while (rows.next()) {
                    totals.add(new Total(
                            rows.getString("source"),
                            Quality.valueOf(rows.getString("kind").toUpperCase(Locale.ROOT)),
                            rows.getLong("count")));
                }
            }
            return totals;
        });
    }
}
