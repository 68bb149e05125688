package perennial.store.ingest;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import perennial.store.imports.Fact;
import perennial.store.imports.MappedRow;

/// Writes new rows to the end of the log, in the transaction of a connection: for each row its links and traits, then
/// its event.
final class LogWriter implements AutoCloseable {
    /// The run of rows that come from no import.
    private static final int LIVE = 0;

    private final DuckDBConnection connection;
    private final Map<String, DuckDBAppender> appenders = new TreeMap<>();
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
        this.connection = connection;
    }

    /// What appends to a table; made when it is first needed, since each costs.
    private DuckDBAppender to(String table) throws SQLException {
        DuckDBAppender open = appenders.get(table);
        if (open == null) {
            open = connection.createAppender(table);
            appenders.put(table, open);
        }
        return open;
    }

    void add(Delivery delivery, MappedRow row, long key) throws SQLException {
        for (Fact fact : row.facts()) {
            switch (fact) {
                case Fact.Link(String kind, String from, String to) -> {
                    DuckDBAppender links = to("links");
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
            DuckDBAppender events = to("events");
            head(events, delivery, row, key);
            text(events, row.visitor());
            text(events, row.user());
            text(events, row.account());
            tail(events, delivery, row).append(row.name());
            if (row.value().isPresent()) {
                events.append(row.value().get());
            } else {
                events.appendNull();
            }
            text(events, row.currency());
            text(events, row.properties());
            events.endRow();
        }
    }

    private void tell(Fact.Trait trait, Delivery delivery, MappedRow row, long key) throws SQLException {
        if (!told.isRepeat(trait, row.timeMs()) && !(trait.isOnce() && valued.has(trait, row.timeMs()))) {
            told.remember(trait, row.timeMs());
            valued.put(trait, row.timeMs());
            DuckDBAppender traits = to("traits");
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

    private static void text(DuckDBAppender to, String text) throws SQLException {
        if (text.isEmpty()) {
            to.appendNull();
        } else {
            to.append(text);
        }
    }

    /// Adds to how many calls of a source fared so on a day.
    void count(String source, int day, Quality kind, long count) throws SQLException {
        to("quality")
                .beginRow()
                .append(source)
                .append(day)
                .append(kind.code())
                .append(count)
                .endRow();
    }

    /// Keeps the calls of a delivery that could not be stored.
    void refuse(Delivery delivery) throws SQLException {
        for (RefusedCall call : delivery.refused()) {
            to("refused_calls")
                    .beginRow()
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

    /// All are closed, whatever goes wrong with one: else the database could not be opened anew.
    @Override
    public void close() throws SQLException {
        try {
            for (DuckDBAppender appender : appenders.values()) {
                appender.flush(); // closing keeps silent about what goes wrong
            }
        } finally {
            for (DuckDBAppender appender : appenders.values()) {
                appender.close();
            }
        }
    }
}
