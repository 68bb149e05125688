package perennial.store.view;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import perennial.core.customer.Aliases;
import perennial.store.Sql;

/// A connection with the temporary tables a view is built from: which events are in scope, whose they are.
final class Session implements AutoCloseable {
    /// Reads one chunk of rows.
    interface ChunkReader {
        void read(DuckDBDataChunkReader chunk);
    }

    /// Appends rows to a table.
    interface Filling {
        void fill(DuckDBAppender rows) throws SQLException;
    }

    private final DuckDBConnection connection;

    /// All that is read through a session is of one moment: rows committed later are not seen.
    Session(DuckDBConnection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /// Runs each statement of a file of this package.
    void run(String file) throws SQLException {
        for (String sql : Sql.statements(Sql.text("view/" + file))) {
            execute(sql);
        }
    }

    /// Runs one statement.
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Sets a variable the files read.
    void set(String variable, Object value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SET VARIABLE " + variable + " = ?")) {
            statement.setObject(1, value);
            statement.execute();
        }
    }

    /// Sets a variable the files read to a list.
    void set(String variable, List<String> texts) throws SQLException {
        set(variable, connection.createArrayOf("VARCHAR", texts.toArray()));
    }

    /// The numbers of a query with one row.
    long[] numbers(String file) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Sql.text("view/" + file))) {
            row.next();
            long[] numbers = new long[row.getMetaData().getColumnCount()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = row.getLong(i + 1);
            }
            return numbers;
        }
    }

    boolean isTrue(String file) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Sql.text("view/" + file))) {
            return row.next() && row.getBoolean(1);
        }
    }

    /// Reads a query's rows, as texts.
    List<String[]> texts(String file) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.text("view/" + file))) {
            List<String[]> all = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                String[] row = new String[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = rows.getString(i + 1);
                }
                all.add(row);
            }
            return all;
        }
    }

    /// Reads a query's rows chunk by chunk, without holding them all.
    void stream(String file, ChunkReader reader) throws SQLException {
        try (var statement = connection.prepare(Sql.text("view/" + file));
                var result = statement.query()) {
            while (result.nextChunk()) {
                reader.read(result.chunk());
            }
        }
    }

    /// Makes a new temporary table and fills it.
    void table(String name, String columns, Filling filling) throws SQLException {
        execute("CREATE OR REPLACE TEMP TABLE " + name + " (" + columns + ")");
        try (var appender = connection.createAppender("temp", "main", name)) {
            filling.fill(appender);
        }
    }

    /// Settles whose the events in scope are.
    void resolveOwners(Family family) throws SQLException {
        resolvePeople();
        run(family == Family.PERSON ? "person-events" : "customer-events");
    }

    /// Settles who is who among the rows in scope: tables `first_user` and `alias`.
    void resolvePeople() throws SQLException {
        run("first-user");
        var aliases = new Aliases();
        for (String[] link : texts("aliases")) {
            aliases.join(link[0], link[1]);
        }
        table("alias", "id VARCHAR, root VARCHAR", rows -> {
            for (var alias : aliases.all().entrySet()) {
                rows.beginRow().append(alias.getKey()).append(alias.getValue()).endRow();
            }
        });
    }

    @Override
    public void close() throws SQLException {
        connection.rollback(); // the temporary tables go with it
        connection.close();
    }
}
