package perennial.store.opinion;

import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import perennial.core.random.RawEvent;
import perennial.core.random.RawHistory;
import perennial.core.random.RawLink;
import perennial.core.random.RawTrait;

/// Writes raw histories straight into the tables, past every import.
final class RawTables {
    private RawTables() {}

    static void write(Connection connection, RawHistory history) throws SQLException {
        var duckdb = connection.unwrap(DuckDBConnection.class);
        try (var appender = duckdb.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "events")) {
            for (RawEvent event : history.events()) {
                appender.beginRow();
                appender.append(event.seq()).append(1).append("random").append("event-" + event.seq());
                appender.append(event.visitor().orElse(null));
                appender.append(event.user().orElse(null));
                appender.append(event.account().orElse(null));
                appender.append(event.timeMillis())
                        .append(event.receivedMillis())
                        .append(event.name());
                appender.append(event.value().map(value -> value.setScale(9)).orElse(null)); // the scale of the column
                appender.append((String) null);
                appender.append(event.properties().orElse(null));
                appender.endRow();
            }
        }
        try (var appender = duckdb.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "links")) {
            for (RawLink link : history.links()) {
                appender.beginRow();
                appender.append(link.seq()).append(1).append("random").append("link-" + link.seq());
                appender.append(link.kind()).append(link.from()).append(link.to());
                appender.append(link.timeMillis()).append(link.timeMillis());
                appender.endRow();
            }
        }
        try (var appender = duckdb.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "traits")) {
            for (RawTrait trait : history.traits()) {
                appender.beginRow();
                appender.append(trait.seq()).append(1).append("random").append("trait-" + trait.seq());
                appender.append(trait.subject())
                        .append(trait.id())
                        .append(trait.name())
                        .append(trait.value());
                appender.append(trait.timeMillis()).append(trait.timeMillis());
                appender.endRow();
            }
        }
    }
}
