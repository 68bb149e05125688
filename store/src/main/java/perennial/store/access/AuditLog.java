package perennial.store.access;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.store.Sql;
import perennial.store.Workspace;

/// Who did what, when and from where. It only grows, and holds neither secrets nor customers: whoever is erased must
/// leave no trace here.
public final class AuditLog {
    /// The place before which all entries stand.
    public static final long END = Long.MAX_VALUE;

    private final Workspace workspace;

    AuditLog(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Adds an entry.
    public void add(Actor by, Deed did, String to) {
        workspace.keep("adding to the audit log", connection -> {
            try (var note = connection.prepareStatement(Sql.text("access/note-deed"))) {
                note.setLong(1, workspace.clock().millis());
                note.setString(2, by.who());
                note.setString(3, did.toString());
                note.setString(4, to);
                note.setString(5, by.from());
                return note.execute();
            }
        });
    }

    /// The newest entries before a place, the newest first.
    public List<AuditEntry> before(long place, int limit) {
        return before(place, limit, Optional.empty());
    }

    /// The newest entry of a deed.
    public Optional<AuditEntry> last(Deed did) {
        return before(END, 1, Optional.of(did)).stream().findFirst();
    }

    private List<AuditEntry> before(long place, int limit, Optional<Deed> did) {
        return workspace.read("reading the audit log", connection -> {
            try (var statement = connection.prepareStatement(Sql.text("access/audit-log"))) {
                statement.setLong(1, place);
                statement.setString(2, did.map(Deed::toString).orElse("%"));
                statement.setInt(3, limit);
                List<AuditEntry> entries = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        entries.add(new AuditEntry(
                                rows.getLong("rowid"),
                                Instant.ofEpochMilli(rows.getLong("at_ms")),
                                new Actor(rows.getString("who"), rows.getString("from_where")),
                                Deed.of(rows.getString("did")),
                                rows.getString("to_what")));
                    }
                }
                return entries;
            }
        });
    }
}
