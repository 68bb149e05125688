package perennial.store.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBConnection;
import perennial.core.customer.Owner;
import perennial.core.selection.Selection;
import perennial.store.Sql;
import perennial.store.StoreFailure;
import perennial.store.Workspace;
import perennial.store.imports.Format;
import perennial.store.view.EventFinder;

/// Writes events to a file; as NDJSON with the links and traits that go with them, in the order of arrival.
///
/// NDJSON is the Segment shape: imported into an empty workspace it gives the same answers. CSV and Parquet have the
/// events alone, one column for each field and one with the properties as JSON.
public final class Export {
    private Export() {}

    /// Everything that is stored.
    ///
    /// @return how many events were written
    public static long all(Workspace workspace, Format format, Path file) {
        return write(workspace, format, file, "all-facts", finder -> Picked.of(finder.all()));
    }

    /// The events that a selection means, without links and traits.
    public static long of(Workspace workspace, Selection selection, Format format, Path file) {
        return write(workspace, format, file, "facts-of", finder -> Picked.of(finder.of(selection)));
    }

    /// What is known about some people and accounts: events, links and traits by all linked ids.
    public static long of(Workspace workspace, Collection<Owner> owners, Format format, Path file) {
        return write(workspace, format, file, "facts-of", finder -> Picked.of(finder, owners));
    }

    private interface Picking {
        Picked by(EventFinder finder) throws SQLException;
    }

    private static long write(Workspace workspace, Format format, Path file, String facts, Picking picking) {
        return workspace.read("exporting events", connection -> {
            try (EventFinder finder = EventFinder.of(workspace)) {
                Picked picked = picking.by(finder);
                picked.put(connection);
                switch (format) {
                    case NDJSON -> lines(connection, facts, file);
                    case CSV -> table(connection, "csv", file);
                    case PARQUET -> table(connection, "parquet", file);
                }
                return (long) picked.events().cardinality();
            } catch (IOException e) {
                throw StoreFailure.of("writing " + file, e);
            }
        });
    }

    private static void lines(DuckDBConnection connection, String facts, Path file) throws SQLException, IOException {
        run(connection, facts);
        try (BufferedWriter out = Files.newBufferedWriter(file);
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.text("export/calls"))) {
            while (rows.next()) {
                out.write(SegmentCall.of(rows).text());
                out.write('\n');
            }
        }
    }

    private static void table(DuckDBConnection connection, String format, Path file) throws SQLException {
        try (var path = connection.prepareStatement("SET VARIABLE file = ?")) {
            path.setString(1, file.toString());
            path.execute();
        }
        run(connection, format);
    }

    private static void run(DuckDBConnection connection, String file) throws SQLException {
        List<String> statements = Sql.statements(Sql.text("export/" + file));
        for (String sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
