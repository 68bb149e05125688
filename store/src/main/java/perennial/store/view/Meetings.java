package perennial.store.view;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBDataChunkReader;

/// Whom visitors met first, of those who met anybody in what arrived since the base was built; the base keeps a file
/// of its own. To know the same twice, or too early, does no harm: the first meeting of all counts. What is learnt may
/// be read meanwhile.
final class Meetings {
    private record Meeting(String user, long time, long seq) {
        /// Of a row that has them after the visitor.
        static Meeting of(DuckDBDataChunkReader chunk, long row) {
            return new Meeting(
                    chunk.vector(1).getString(row),
                    chunk.vector(2).getLong(row),
                    chunk.vector(3).getLong(row));
        }

        Meeting first(Meeting other) {
            boolean isLater = time > other.time || time == other.time && seq > other.seq;
            return isLater ? other : this;
        }
    }

    private final Map<String, Meeting> since = new ConcurrentHashMap<>();

    /// Tells a session what is known of the touched visitors: table `met_since`.
    void tell(Session session) throws SQLException {
        List<String[]> touched = session.texts("touched-visitors");
        session.table("met_since", "visitor_id VARCHAR, user_id VARCHAR, time_ms BIGINT, seq BIGINT", rows -> {
            for (String[] row : touched) {
                Meeting known = since.get(row[0]);
                if (known != null) {
                    rows.beginRow()
                            .append(row[0])
                            .append(known.user())
                            .append(known.time())
                            .append(known.seq())
                            .endRow();
                }
            }
        });
    }

    /// Keeps what a session has found out: table `first_user`.
    void learn(Session session) throws SQLException {
        session.stream("first-meetings", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                since.merge(chunk.vector(0).getString(row), Meeting.of(chunk, row), Meeting::first);
            }
        });
    }

    /// Whom some visitors met first, of those who met anybody: these, and all who ever met one of these users.
    ///
    /// @param base the directory of the base
    Map<String, String> first(Session session, Path base, Set<String> visitors, Set<String> users) throws SQLException {
        Set<String> wanted = new HashSet<>(visitors);
        since.forEach((visitor, meeting) -> {
            if (users.contains(meeting.user())) {
                wanted.add(visitor);
            }
        });
        session.table("wanted", "kind VARCHAR, id VARCHAR", rows -> {
            for (String visitor : wanted) {
                rows.beginRow().append("visitor").append(visitor).endRow();
            }
            for (String user : users) {
                rows.beginRow().append("user").append(user).endRow();
            }
        });
        Map<String, Meeting> met = new HashMap<>();
        session.set("meetings", base.resolve(ViewFiles.MEETINGS).toString());
        session.stream("met", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                String visitor = chunk.vector(0).getString(row);
                met.put(visitor, Meeting.of(chunk, row));
                wanted.add(visitor);
            }
        });
        Map<String, String> first = new HashMap<>();
        for (String visitor : wanted) {
            Meeting later = since.get(visitor);
            if (later != null) {
                met.merge(visitor, later, Meeting::first);
            }
            Meeting meeting = met.get(visitor);
            if (meeting != null) {
                first.put(visitor, meeting.user());
            }
        }
        return first;
    }
}
