package perennial.store.ingest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import perennial.store.ErasedIds;
import perennial.store.Workspace;
import perennial.store.imports.Fact;
import perennial.store.imports.MappedRow;
import perennial.store.ingest.Intake.Outcome;

/// Stores deliveries in one transaction: finds out which rows are known, writes the others, counts. Used by one thread.
final class Committing implements AutoCloseable {
    private final Workspace workspace;
    private final IdIndex index;
    private final TraitMemory traits = new TraitMemory();
    private final Upkeep upkeep = new Upkeep();
    private long changes = -1;
    private LogState seen = new LogState(0, 0, 0, 0);
    private ErasedIds erased = ErasedIds.NONE;

    private record Id(String source, String messageId) {}

    /// A row, and the places in the log where its id may be found.
    private record Sought(MappedRow row, Id id, long key, List<Long> places) {
        List<StoredRow> stored(StoredRows rows) {
            return places.stream()
                    .flatMap(place -> rows.at(place).stream())
                    .filter(each -> each.source().equals(id.source())
                            && each.messageId().equals(id.messageId()))
                    .toList();
        }
    }

    Committing(Workspace workspace) {
        this.workspace = workspace;
        index = new IdIndex(workspace.directory().resolve("views").resolve(Intake.MESSAGE_IDS), IdIndex.NEWEST);
    }

    /// Stores all that is new, or nothing. For each delivery, what became of its rows.
    List<List<Outcome>> commit(List<Delivery> deliveries) {
        List<List<Outcome>> outcomes = new ArrayList<>();
        List<LogWriter.Stored> stored = new ArrayList<>();
        long after;
        boolean isDone = false;
        try {
            after = workspace.change("storing events", connection -> {
                write(connection, deliveries, outcomes, stored);
                return workspace.changes() + 1; // with this one
            });
            isDone = true;
        } finally {
            if (!isDone) {
                traits.forget(); // some may have been remembered that are not stored now
            }
        }
        stored.forEach(each -> index.add(each.key(), each.seq()));
        changes = after; // at last: if the index could not learn a row, it catches up from the log
        return outcomes;
    }

    private void write(
            DuckDBConnection connection,
            List<Delivery> deliveries,
            List<List<Outcome>> outcomes,
            List<LogWriter.Stored> stored)
            throws SQLException {
        catchUp(connection);
        List<List<Sought>> sought = new ArrayList<>();
        deliveries.forEach(delivery -> sought.add(sought(delivery)));
        StoredRows known = known(connection, sought);
        Map<Id, MappedRow> fresh = new HashMap<>();
        var tally = new QualityTally();
        int counts;
        try (var log = new LogWriter(
                connection, index.last() + 1, traits, ValuedTraits.of(connection, looked(deliveries)), stored)) {
            for (int i = 0; i < deliveries.size(); i++) {
                Delivery delivery = deliveries.get(i);
                List<Outcome> fared = new ArrayList<>();
                for (Sought each : sought.get(i)) {
                    Outcome outcome = each.row().isOfErased(erased)
                            ? Outcome.ERASED
                            : outcome(each, each.stored(known), Optional.ofNullable(fresh.get(each.id())));
                    if (outcome == Outcome.STORED) {
                        fresh.put(each.id(), each.row());
                        log.add(delivery, each.row(), each.key());
                    }
                    fared.add(outcome);
                }
                log.refuse(delivery);
                tally.add(delivery, fared);
                outcomes.add(fared);
            }
            counts = tally.store(log);
        }
        int refused = deliveries.stream()
                .mapToInt(delivery -> delivery.refused().size())
                .sum();
        upkeep.after(refused, counts, connection);
    }

    /// The ids in deliveries for whose traits it matters which values they have.
    private Set<String> looked(List<Delivery> deliveries) {
        Set<String> ids = new HashSet<>();
        for (Delivery delivery : deliveries) {
            for (MappedRow row : delivery.rows()) {
                for (Fact fact : row.facts()) {
                    switch (fact) {
                        case Fact.Trait trait
                        when trait.isOnce() && !traits.isRepeat(trait, row.timeMs()) -> ids.add(trait.id());
                        case Fact.Change change -> ids.add(change.id());
                        case Fact.Trait _, Fact.Link _ -> {}
                    }
                }
            }
        }
        return ids;
    }

    private static Outcome outcome(Sought sought, List<StoredRow> stored, Optional<MappedRow> earlier) {
        if (!stored.isEmpty()) {
            return StoredRow.agree(sought.row(), stored) ? Outcome.DUPLICATE : Outcome.CONFLICTING;
        }
        return earlier.map(first -> StoredRow.agree(sought.row(), first) ? Outcome.DUPLICATE : Outcome.CONFLICTING)
                .orElse(Outcome.STORED);
    }

    private List<Sought> sought(Delivery delivery) {
        List<Sought> sought = new ArrayList<>(delivery.rows().size());
        for (MappedRow row : delivery.rows()) {
            long key = index.key(delivery.source(), row.messageId());
            List<Long> places = new ArrayList<>(0);
            index.find(key, places::add);
            sought.add(new Sought(row, new Id(delivery.source(), row.messageId()), key, places));
        }
        return sought;
    }

    private static StoredRows known(DuckDBConnection connection, List<List<Sought>> sought) throws SQLException {
        var known = new StoredRows(connection);
        long[] places = sought.stream()
                .flatMap(List::stream)
                .flatMap(each -> each.places().stream())
                .mapToLong(Long::longValue)
                .sorted()
                .distinct()
                .toArray();
        known.load(places);
        return known;
    }

    /// Learns what others have done to the log since the last commit.
    private void catchUp(DuckDBConnection connection) throws SQLException {
        if (workspace.changes() == changes) {
            return;
        }
        LogState log = LogState.after(index.last(), connection);
        index.catchUp(log, connection);
        if (log.rows() > 0 || log.generation() != seen.generation()) {
            traits.forget();
        }
        if (log.erased() != seen.erased()) {
            erased = ErasedIds.of(connection);
        }
        seen = log;
    }

    @Override
    public void close() {
        index.close();
    }
}
