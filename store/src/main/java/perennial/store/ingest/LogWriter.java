package perennial.store.ingest;

import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import perennial.store.imports.Fact;
import perennial.store.imports.MappedRow;

/// Writes new rows to the end of the log, in the transaction of a connection: for each row its links and traits, then
/// its event.
final class LogWriter implements AutoCloseable {
    /// The run of rows that come from no import.
    private static final int LIVE = 0;

    private final DuckDBAppender events;
    private final DuckDBAppender links;
    private final DuckDBAppender traits;
    private final DuckDBAppender refused;
    private final TraitMemory told;
    private final ValuedTraits valued;
    private final List<Stored> stored;
    private long seq;

    /// What was written where.
    record Stored(long key, long seq) {}

    /// @param seq the first free place
    /// @param valued the values of traits that others depend on
    /// @param stored gets what was written, in order
    LogWriter(DuckDBConnection connection, long seq, TraitMemory told, ValuedTraits valued, List<Stored> stored)
            throws SQLException {
        this.seq = seq;
        this.told = told;
        this.valued = valued;
        this.stored = stored;
        events = connection.createAppender("events");
        links = connection.createAppender("links");
        traits = connection.createAppender("traits");
        refused = connection.createAppender("refused_calls");
    }

    void add(Delivery delivery, MappedRow row, long key) throws SQLException {
        for (Fact fact : row.facts()) {
            switch (fact) {
                case Fact.Link(String kind, String from, String to) -> {
                    head(links, delivery, row, key).append(kind).append(from).append(to);
                    tail(links, delivery, row).endRow();
                }
                case Fact.Trait trait -> tell(trait, delivery, row, key);
                case Fact.Change change -> {
                    for (var after : valued.after(change, row.timeMs())) {
                        tell(after.trait(), delivery, row.at(after.timeMs()), key);
                    }
                }
            }
        }
        if (row.isEvent()) {
            head(events, delivery, row, key);
            text(row.visitor());
            text(row.user());
            text(row.account());
            tail(events, delivery, row).append(row.name());
            if (row.value().isPresent()) {
                events.append(row.value().get());
            } else {
                events.appendNull();
            }
            text(row.currency());
            text(row.properties());
            events.endRow();
        }
    }

    private void tell(Fact.Trait trait, Delivery delivery, MappedRow row, long key) throws SQLException {
        if (!told.isRepeat(trait, row.timeMs()) && !(trait.isOnce() && valued.has(trait, row.timeMs()))) {
            told.remember(trait, row.timeMs());
            valued.put(trait, row.timeMs());
            head(traits, delivery, row, key)
                    .append(trait.subject())
                    .append(trait.id())
                    .append(trait.name())
                    .append(trait.value());
            tail(traits, delivery, row).endRow();
        }
    }

    private DuckDBAppender head(DuckDBAppender to, Delivery delivery, MappedRow row, long key) throws SQLException {
        stored.add(new Stored(key, seq));
        return to.beginRow()
                .append(seq++)
                .append(LIVE)
                .append(delivery.source())
                .append(row.messageId());
    }

    private static DuckDBAppender tail(DuckDBAppender to, Delivery delivery, MappedRow row) throws SQLException {
        return to.append(row.timeMs()).append(delivery.receivedMs());
    }

    private void text(String text) throws SQLException {
        if (text.isEmpty()) {
            events.appendNull();
        } else {
            events.append(text);
        }
    }

    /// Keeps the calls of a delivery that could not be stored.
    void refuse(Delivery delivery) throws SQLException {
        for (RefusedCall call : delivery.refused()) {
            refused.beginRow()
                    .append(delivery.source())
                    .append(delivery.receivedMs())
                    .append(call.field())
                    .append(call.value())
                    .append(call.reason())
                    .append(call.message())
                    .append(call.call())
                    .endRow();
        }
    }

    @Override
    public void close() throws SQLException {
        events.close();
        links.close();
        traits.close();
        refused.close();
    }
}
