package perennial.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import perennial.core.workspace.Settings;

/// One workspace directory, owned by this process until closed.
///
/// | file | holds |
/// |---|---|
/// | `perennial.lock` | the id of the owning process; the lock itself is the system's |
/// | `perennial.duckdb`, `.wal` | all that is known; only the database may open it, even to copy it |
/// | `views/` | derived views, safe to delete |
/// | `uploads/` | files that people gave a server, until it has imported them or ends |
/// | `tmp/` | what the database puts aside while it works; emptied on opening |
public final class Workspace implements AutoCloseable {
    /// The file of the database in a workspace directory.
    public static final String DATABASE = "perennial.duckdb";

    private final Path directory;
    private final Clock clock;
    private final OwnerLock lock;
    private final Connections connections;
    private final Object keeping = new Object();
    private volatile Settings settings;
    private final ReentrantLock preparing = new ReentrantLock();
    private long changes;
    private final AtomicLong erasures = new AtomicLong();

    private Workspace(Path directory, Clock clock, OwnerLock lock, DuckDBConnection root, Settings settings) {
        this.directory = directory;
        this.clock = clock;
        this.lock = lock;
        connections = new Connections(root, () -> connect(directory));
        this.settings = settings;
    }

    /// Whether the directory holds a workspace.
    public static boolean isAt(Path directory) {
        return Files.isRegularFile(directory.resolve(DATABASE));
    }

    /// Opens a workspace that is there.
    ///
    /// @throws NoWorkspace if there is none
    /// @throws StoreFailure if another process owns it
    public static Workspace open(Path directory, Clock clock) {
        if (!isAt(directory)) {
            throw new NoWorkspace(directory, "There is no workspace in " + directory + ".");
        }
        return claim(
                directory,
                clock,
                found -> found.orElseThrow(() -> new NoWorkspace(
                        directory, "Making workspace " + directory + " was cut off, so it is still empty.")));
    }

    /// Makes a new workspace in a directory, which may exist.
    ///
    /// @throws StoreFailure if it holds a workspace already, or cannot be written
    public static Workspace create(Path directory, Settings settings, Clock clock) {
        makeDirectory(directory);
        return claim(directory, clock, found -> {
            if (found.isPresent()) {
                throw StoreFailure.isThere(directory);
            }
            return settings;
        });
    }

    /// Opens the workspace that is there, or makes one with these settings.
    public static Workspace openOrCreate(Path directory, Settings settings, Clock clock) {
        makeDirectory(directory);
        return claim(directory, clock, found -> found.orElse(settings));
    }

    private static void makeDirectory(Path directory) {
        try {
            PrivateDirectory.make(directory);
        } catch (IOException e) {
            throw new StoreFailure(
                    "Directory " + directory + " cannot be made (" + e.getMessage()
                            + "); choose a place where you may write",
                    e);
        }
    }

    /// Takes the lock, brings the tables up to date, and lets `choice` decide what holds, given what was found.
    private static Workspace claim(Path directory, Clock clock, Function<Optional<Settings>, Settings> choice) {
        OwnerLock lock = OwnerLock.take(directory);
        boolean isOpen = false;
        try {
            empty(directory.resolve("tmp"));
            DuckDBConnection root = connect(directory);
            try {
                Migrations.run(root);
                Optional<Settings> found = load(root);
                Settings settings = choice.apply(found);
                if (found.isEmpty()) {
                    save(root, settings, clock);
                }
                isOpen = true;
                return new Workspace(directory, clock, lock, root, settings);
            } finally {
                if (!isOpen) {
                    root.close();
                }
            }
        } catch (SQLException e) {
            throw StoreFailure.opening(directory, e);
        } catch (IOException e) {
            throw StoreFailure.of("opening workspace " + directory, e);
        } finally {
            if (!isOpen) {
                lock.close();
            }
        }
    }

    private static DuckDBConnection connect(Path directory) throws SQLException {
        var properties = new Properties();
        // Larger write-ahead logs stall the writer for seconds when they are folded in.
        properties.setProperty("checkpoint_threshold", "16MB");
        properties.setProperty("temp_directory", directory.resolve("tmp").toString());
        // The whole program is to run in 1 GB; what does not fit here is put aside on disk.
        properties.setProperty("memory_limit", "400MB");
        return new DuckDBDriver()
                .connect("jdbc:duckdb:" + directory.resolve(DATABASE), properties)
                .unwrap(DuckDBConnection.class);
    }

    private static void empty(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Optional<Settings> load(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.text("workspace/settings"))) {
            return rows.next() ? Optional.of(SettingsDocument.read(rows.getString(1))) : Optional.empty();
        }
    }

    private static void save(DuckDBConnection connection, Settings settings, Clock clock) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("workspace/save-settings"))) {
            statement.setString(1, SettingsDocument.write(settings));
            statement.setLong(2, clock.millis());
            statement.execute();
        }
    }

    public Path directory() {
        return directory;
    }

    /// Where time comes from.
    public Clock clock() {
        return clock;
    }

    public Settings settings() {
        return settings;
    }

    /// Keeps new settings as the next version.
    public synchronized void changeSettings(Settings changed) {
        settings = change("changing the settings", connection -> {
            save(connection, changed, clock);
            return changed;
        });
    }

    /// A connection of the caller's own, who closes it; it sees what others have committed.
    public DuckDBConnection connection() {
        try {
            return connections.open();
        } catch (SQLException e) {
            throw StoreFailure.of("connecting to workspace " + directory, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// Something to do with a connection.
    @FunctionalInterface
    public interface Work<T> {
        T in(DuckDBConnection connection) throws SQLException;
    }

    /// Does something wholly or not at all. One such piece of work goes on at a time.
    ///
    /// @param doing in words, such as "erasing", for failures
    public synchronized <T> T change(String doing, Work<T> work) {
        return read(doing, connection -> change(connection, work));
    }

    /// Does something wholly or not at all on the connection of a longer piece of work, which it ends.
    ///
    /// @throws SQLException if it was not done
    public synchronized <T> T change(DuckDBConnection connection, Work<T> work) throws SQLException {
        T result = wholly(connection, work);
        changes++;
        return result;
    }

    /// Keeps something on which no answer depends, such as who signed in, wholly or not at all: it waits for no
    /// [#change], and counts as none. Its tables are changed here alone.
    public <T> T keep(String doing, Work<T> work) {
        synchronized (keeping) {
            return read(doing, connection -> wholly(connection, work));
        }
    }

    private static <T> T wholly(DuckDBConnection connection, Work<T> work) throws SQLException {
        begin(connection);
        boolean isDone = false;
        try {
            T result = work.in(connection);
            commit(connection);
            isDone = true;
            return result;
        } finally {
            if (!isDone) {
                rollback(connection);
            }
        }
    }

    /// Prepares a change that takes long, in temporary tables of the connection: others change the workspace meanwhile.
    /// One such piece of work goes on at a time.
    ///
    /// @param doing in words, such as "importing events", for failures
    public <T> T prepare(String doing, Work<T> work) {
        preparing.lock();
        try {
            return read(doing, work);
        } finally {
            preparing.unlock();
        }
    }

    /// The driver begins a transaction with the first statement. To it an appender is none: without one
    /// before, each would commit what it appends by itself.
    private static void begin(DuckDBConnection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    /// A commit may hold although the database gave itself up right after it, while it folded what was written into its
    /// file: then the work is done, and the database is opened anew for the next who asks.
    private static void commit(DuckDBConnection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (!StoreFailure.isDurable(e)) {
                throw e;
            }
        }
    }

    /// How many such pieces of work were done since it was opened: if there are no more, nothing else was stored.
    public synchronized long changes() {
        return changes;
    }

    /// How often somebody was erased since it was opened: what was read of people before may be gone if it is more.
    public long erasures() {
        return erasures.get();
    }

    /// Tells that somebody is erased, within the change that does it.
    public void noteErasure() {
        erasures.incrementAndGet();
    }

    /// Reads what is stored, beside whatever goes on.
    public <T> T read(String doing, Work<T> work) {
        try (DuckDBConnection connection = connection()) {
            return work.in(connection);
        } catch (SQLException e) {
            throw StoreFailure.of(doing, e);
        }
    }

    /// After a full disk the database may refuse even this; the transaction is lost with the connection then.
    private static void rollback(DuckDBConnection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // the first failure is the one to tell
        }
    }

    private StoreFailure interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new StoreFailure("Workspace " + directory + " was waited for no longer; do it again", cause);
    }

    /// Writes a copy of the database as it is now to another file, beside whatever goes on.
    ///
    /// @param file must not be there
    /// @param without tables that are not to be in it
    public void copy(Path file, List<String> without) {
        read("copying workspace " + directory, connection -> {
            try (Statement statement = connection.createStatement()) {
                copy(statement, file, without);
                return file;
            }
        });
    }

    private static void copy(Statement statement, Path file, List<String> without) throws SQLException {
        // Neither a path nor a name can be bound here. A name of its own: several copies can be made at a time.
        String name = "copy_" + HexFormat.of().toHexDigits(file.hashCode());
        statement.execute("ATTACH '" + file.toString().replace("'", "''") + "' AS " + name);
        try {
            statement.execute("COPY FROM DATABASE perennial TO " + name);
            for (String table : without) {
                statement.execute("DROP TABLE " + name + "." + table);
            }
        } finally {
            statement.execute("DETACH " + name);
        }
    }

    /// Writes the database anew with what is left in it, in place of the old file, in which deleted rows may still lie.
    /// Cut off at any point, either the old or the new file is there, whole. Waits until all connections handed
    /// out are closed; new ones wait meanwhile.
    ///
    /// @param look is done while the database is closed: only then may its file be read
    public <T> T rewrite(Supplier<T> look) {
        preparing.lock(); // who prepares a change holds a connection until it is made
        try {
            return rewriteAlone(look);
        } finally {
            preparing.unlock();
        }
    }

    private synchronized <T> T rewriteAlone(Supplier<T> look) {
        try {
            if (!connections.alone()) {
                throw new StoreFailure("Workspace " + directory
                        + " is still being read or written, so its file was not replaced; end that and do this again");
            }
            try {
                Path aside = copyAside();
                connections.root().close();
                Files.move(aside, directory.resolve(DATABASE), StandardCopyOption.ATOMIC_MOVE);
                return look.get();
            } finally {
                connections.shared();
            }
        } catch (SQLException e) {
            throw StoreFailure.of("writing workspace " + directory + " anew", e);
        } catch (IOException e) {
            throw StoreFailure.of("writing workspace " + directory + " anew", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Path copyAside() throws SQLException, IOException {
        Path aside = directory.resolve("tmp").resolve("rewritten.duckdb");
        Files.createDirectories(aside.getParent());
        Files.deleteIfExists(aside);
        try (Statement statement = connections.root().createStatement()) {
            copy(statement, aside, List.of());
            statement.execute("CHECKPOINT");
        }
        return aside;
    }

    /// Gives the workspace up. Connections handed out must be closed before.
    @Override
    public void close() {
        try {
            connections.root().close();
        } catch (SQLException e) {
            throw StoreFailure.of("closing workspace " + directory, e);
        } finally {
            lock.close();
        }
    }
}
