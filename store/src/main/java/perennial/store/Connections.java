package perennial.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// The connections handed out of one database, so that its file is replaced only while there is none.
///
/// Who holds one may get further ones, so that nobody waits for itself: whoever wants to be alone waits until all are
/// closed, and new ones wait only while it is alone.
///
/// A database that could not write its file, for want of disk space for example, gives itself up: it refuses everything
/// from then on. It is opened anew for the first who asks when all others have closed theirs.
final class Connections {
    /// Connections do not tell when they are closed: so often they are looked at, and so many times.
    private static final long LOOK_MS = 5;

    private static final int PATIENCE = 12_000;

    private final Opening opening;
    private final List<DuckDBConnection> open = new ArrayList<>();
    private DuckDBConnection root;
    private boolean isAlone;

    /// Opens the database.
    interface Opening {
        DuckDBConnection connect() throws SQLException;
    }

    Connections(DuckDBConnection root, Opening opening) {
        this.root = root;
        this.opening = opening;
    }

    /// One more, which the caller closes.
    synchronized DuckDBConnection open() throws SQLException, InterruptedException {
        while (isAlone) {
            wait();
        }
        forgetClosed();
        requireUsable();
        DuckDBConnection more = root.duplicate();
        open.add(more);
        return more;
    }

    private void requireUsable() throws SQLException {
        try (Statement trial = root.createStatement()) {
            trial.execute("SELECT 1");
        } catch (SQLException givenUp) {
            if (!open.isEmpty()) {
                throw givenUp; // while it is used anywhere it cannot be opened anew
            }
            root.close();
            root = opening.connect();
        }
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

    /// Lets others use the database again, opened anew if it was closed meanwhile.
    synchronized void shared() throws SQLException {
        isAlone = false;
        notifyAll();
        if (root.isClosed()) {
            root = opening.connect();
        }
    }

    private void forgetClosed() throws SQLException {
        for (var each = open.iterator(); each.hasNext(); ) {
            if (each.next().isClosed()) {
                each.remove();
            }
        }
    }
}
