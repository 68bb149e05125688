package perennial.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// The connections handed out of one database, so that its file is replaced only while there is none.
///
/// Who holds one may get further ones, so that nobody waits for itself: whoever wants to be alone waits until all are
/// closed, and new ones wait only while it is alone.
final class Connections {
    /// Connections do not tell when they are closed: so often they are looked at, and so many times.
    private static final long LOOK_MS = 5;

    private static final int PATIENCE = 12_000;

    private final List<DuckDBConnection> open = new ArrayList<>();
    private DuckDBConnection root;
    private boolean isAlone;

    Connections(DuckDBConnection root) {
        this.root = root;
    }

    /// One more, which the caller closes.
    synchronized DuckDBConnection open() throws SQLException, InterruptedException {
        while (isAlone) {
            wait();
        }
        DuckDBConnection more = root.duplicate();
        forgetClosed();
        open.add(more);
        return more;
    }

    /// The one that holds the database open.
    synchronized DuckDBConnection root() {
        return root;
    }

    /// Has the caller alone use the database until [#shared].
    ///
    /// @return false if others still use it after a minute
    synchronized boolean alone() throws SQLException, InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            forgetClosed();
            if (open.isEmpty() && !isAlone) {
                isAlone = true;
                return true;
            }
            wait(LOOK_MS);
        }
        return false;
    }

    /// Lets others use the database again, by what holds it open now.
    synchronized void shared(DuckDBConnection newRoot) {
        root = newRoot;
        isAlone = false;
        notifyAll();
    }

    private void forgetClosed() throws SQLException {
        for (var each = open.iterator(); each.hasNext(); ) {
            if (each.next().isClosed()) {
                each.remove();
            }
        }
    }
}
