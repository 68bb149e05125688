package perennial.store.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import perennial.store.ErasedIds;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.imports.Fact;
import perennial.store.imports.MappedRow;
import perennial.store.ingest.Intake.Outcome;

/// Stores deliveries in one transaction: finds out which rows are known, writes the others, counts. Used by one thread.
final class Committing implements AutoCloseable {
    /// Refused calls that are kept, and how many more there may be before some are deleted: to delete takes a while.
    static final int KEPT_REFUSED = 10_000;

    private static final int REFUSED_AT_ONCE = 1_000;

    private final Workspace workspace;
    private final IdIndex index;
    private final TraitMemory traits = new TraitMemory();
    private long generation;
    private int refused = REFUSED_AT_ONCE; // the first time it is not known how many there are

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
        boolean isDone = false;
        try {
            workspace.change("storing events", connection -> {
                write(connection, deliveries, outcomes, stored);
                return stored;
            });
            isDone = true;
        } finally {
            if (!isDone) {
                traits.forget(); // some may have been remembered that are not stored now
            }
        }
        stored.forEach(each -> index.add(each.key(), each.seq()));
        return outcomes;
    }

    private void write(
            DuckDBConnection connection,
            List<Delivery> deliveries,
            List<List<Outcome>> outcomes,
            List<LogWriter.Stored> stored)
            throws SQLException {
        long others = index.catchUp(connection);
        long generationNow = generation(connection);
        if (others > 0 || generationNow != generation) {
            traits.forget();
            generation = generationNow;
        }
        ErasedIds erased = ErasedIds.of(connection);
        List<List<Sought>> sought = new ArrayList<>();
        deliveries.forEach(delivery -> sought.add(sought(delivery)));
        StoredRows known = known(connection, sought);
        Map<Id, MappedRow> fresh = new HashMap<>();
        var tally = new QualityTally();
        try (var log = new LogWriter(
                connection, index.last() + 1, traits, ValuedTraits.of(connection, onceTold(deliveries)), stored)) {
            for (int i = 0; i < deliveries.size(); i++) {
                Delivery delivery = deliveries.get(i);
                List<Outcome> fared = new ArrayList<>();
                for (Sought each : sought.get(i)) {
                    Outcome outcome = each.row().ids().stream().anyMatch(erased::has)
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
        }
        tally.store(connection);
        refused += deliveries.stream().mapToInt(each -> each.refused().size()).sum();
        if (refused >= REFUSED_AT_ONCE) {
            prune(connection);
        }
    }

    private void prune(DuckDBConnection connection) throws SQLException {
        try (var prune = connection.prepareStatement(Sql.text("ingest/prune-refused"))) {
            prune.setInt(1, KEPT_REFUSED);
            prune.execute();
        }
        refused = 0;
    }

    /// The traits of deliveries that count only where there is no value, and of which none is remembered.
    private List<Fact.Trait> onceTold(List<Delivery> deliveries) {
        return deliveries.stream()
                .flatMap(delivery -> delivery.rows().stream())
                .flatMap(row -> row.facts().stream()
                        .filter(Fact.Trait.class::isInstance)
                        .map(Fact.Trait.class::cast)
                        .filter(trait -> trait.isOnce() && !traits.isRepeat(trait, row.timeMs())))
                .toList();
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

    private static long generation(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Sql.text("view/generation"))) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        index.close();
    }
}
