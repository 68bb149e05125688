package perennial.store.answer;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.SortedMap;
import java.util.TreeMap;
import perennial.core.question.Explained;
import perennial.core.question.Span;
import perennial.store.Sql;
import perennial.store.Workspace;

/// How the events a question rests on are left of all that are stored.
///
/// @param stored events that happened in the range of the question, whoever did them
/// @param leftOut of these, by the name of the filter that leaves them out
/// @param of how what is counted is left of those of the unit's owners
public record Explanation(long stored, SortedMap<String, Long> leftOut, Explained of) {
    /// Those of nobody the unit knows, such as visitors who never became a user; and those that arrived in the last
    /// seconds.
    public long nobodys() {
        long kept =
                stored - leftOut.values().stream().mapToLong(Long::longValue).sum();
        return Math.max(0, kept - of.happened());
    }

    static Explanation of(Workspace workspace, Explained explained) {
        Span span = explained.span();
        return workspace.read("counting what is stored", connection -> {
            SortedMap<String, Long> leftOut = new TreeMap<>();
            long stored = 0;
            try (PreparedStatement statement = connection.prepareStatement(Sql.text("answer/stored-between"))) {
                statement.setLong(1, span.from());
                statement.setLong(2, span.until());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        stored += rows.getLong(2);
                        if (rows.getString(1) != null) {
                            leftOut.put(rows.getString(1), rows.getLong(2));
                        }
                    }
                }
            }
            return new Explanation(stored, leftOut, explained);
        });
    }
}
