package perennial.store.campaign;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.stream.Collectors;

/// The texts that a statement asks for as the variable `wanted`.
final class Wanted {
    private Wanted() {}

    static void set(Statement statement, Collection<String> texts) throws SQLException {
        statement.execute("SET VARIABLE wanted = "
                + texts.stream()
                        .map(text -> "'" + text.replace("'", "''") + "'")
                        .collect(Collectors.joining(",", "[", "]::VARCHAR[]")));
    }
}
