package perennial.store.query;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/// The process of one query: reads it from standard input, writes the answer to standard output, or what is wrong to
/// standard error.
///
/// | exit code | meaning |
/// |---|---|
/// | 0 | answered |
/// | 3 | answered with the first rows of more |
/// | 4 | refused: standard error says why |
public final class QueryProcess {
    static final int ANSWERED = 0;
    static final int CUT = 3;
    static final int REFUSED = 4;

    private QueryProcess() {}

    /// @param arguments the file, the format, how many rows, how much memory in MB, when the file was copied, how many
    ///   seconds ago that is
    public static void main(String[] arguments) throws IOException {
        String sql = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        int code;
        try (Connection connection = open(arguments[0], arguments[3]);
                Statement statement = connection.createStatement();
                Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))) {
            boolean hasRows = statement.execute(sql);
            if (!hasRows) {
                System.exit(refused("The query returns no rows; write one that does, such as SELECT"));
            }
            try (ResultSet rows = statement.getResultSet()) {
                int most = Integer.parseInt(arguments[2]);
                boolean isCut = switch (QueryFormat.valueOf(arguments[1])) {
                    case JSON -> QueryRows.json(rows, most, arguments[4], Long.parseLong(arguments[5]), out);
                    case CSV -> QueryRows.csv(rows, most, out);
                };
                code = isCut ? CUT : ANSWERED;
            }
        } catch (SQLException e) {
            code = refused(sentence(String.valueOf(e.getMessage())));
        }
        System.exit(code);
    }

    private static int refused(String sentence) {
        new PrintStream(System.err, true, StandardCharsets.UTF_8).println(sentence);
        return REFUSED;
    }

    /// A connection that can read this file and nothing else, for good.
    private static Connection open(String file, String memoryMb) throws SQLException {
        var properties = new Properties();
        properties.setProperty("access_mode", "READ_ONLY");
        properties.setProperty("memory_limit", memoryMb + "MB");
        properties.setProperty("threads", "2");
        properties.setProperty("temp_directory", ""); // nothing is put aside on disk
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("enable_external_access", "false");
        properties.setProperty("lock_configuration", "true");
        return new DuckDBDriver().connect("jdbc:duckdb:" + file, properties);
    }

    private static String sentence(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("out of memory") || lower.contains("heap space")) { // of the database, or of the process
            return "The query needs more memory than a query may use; ask for less, such as a shorter range of time";
        }
        String first = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
        return "The database does not take the query: " + first;
    }
}
