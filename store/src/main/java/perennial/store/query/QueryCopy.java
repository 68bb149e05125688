package perennial.store.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// The copy of a workspace's database that queries read: made when one is asked, used again while it is fresh.
final class QueryCopy {
    /// So old a copy may be.
    static final Duration FRESH = Duration.ofMinutes(5);

    /// What opens the workspace to others, and what was erased: nobody needs them for analysis.
    private static final List<String> WITHOUT = List.of(
            "keys",
            "webhooks",
            "erased",
            "web_users",
            "web_sessions",
            "password_links",
            "dashboard_links",
            "audit_log");

    private final Workspace workspace;
    private final Path directory;
    private Optional<Made> made = Optional.empty();
    private int number;

    /// @param file that nobody writes any more
    record Made(Path file, Instant at) {}

    QueryCopy(Workspace workspace) {
        this.workspace = workspace;
        directory = workspace.directory().resolve("tmp").resolve("sql");
    }

    /// One that is fresh.
    synchronized Made fresh() {
        Instant now = workspace.clock().instant();
        Optional<Made> usable =
                made.filter(copy -> Duration.between(copy.at(), now).compareTo(FRESH) <= 0);
        return usable.orElseGet(() -> make(now));
    }

    private Made make(Instant now) {
        forget();
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw StoreFailure.of("copying the workspace for a query", e);
        }
        var copy = new Made(directory.resolve("copy" + ++number + ".duckdb"), now);
        workspace.copy(copy.file(), WITHOUT);
        made = Optional.of(copy);
        return copy;
    }

    /// Deletes the copy; queries that still read it see it to their end.
    synchronized void forget() {
        try {
            if (made.isPresent()) {
                Files.deleteIfExists(made.get().file());
            }
            made = Optional.empty();
        } catch (IOException e) {
            throw StoreFailure.of("deleting a copy of the workspace", e);
        }
    }
}
