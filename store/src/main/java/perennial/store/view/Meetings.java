package perennial.store.view;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whom visitors met first, of those who met anybody in what arrived since the base was built; the base keeps a file
/// of its own. To know the same twice, or too early, does no harm: the first meeting of all counts.
final class Meetings {
    private record Meeting(String user, long time, long seq) {
        Meeting first(Meeting other) {
            boolean isLater = time > other.time || time == other.time && seq > other.seq;
            return isLater ? other : this;
        }
    }

    private final Map<String, Meeting> since = new HashMap<>();

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
                var met = new Meeting(
                        chunk.vector(1).getString(row),
                        chunk.vector(2).getLong(row),
                        chunk.vector(3).getLong(row));
                since.merge(chunk.vector(0).getString(row), met, Meeting::first);
            }
        });
    }
}
