package perennial.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// Something outside the program stopped the store: a missing or damaged file, another owner, a full disk. The message
/// says what and what to do; what was stored before is still there.
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What the database says of a file that is not as it wrote it.
    private static final List<String> DAMAGED = List.of(
            "not a valid DuckDB database file",
            "Corrupt",
            "checksum",
            "Failure while replaying WAL",
            "Could not read enough bytes",
            "Serialization Error",
            "INTERNAL Error");

    public StoreFailure(String message) {
        super(message);
    }

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /// The failure to make a workspace where there is one.
    public static StoreFailure isThere(Path directory) {
        return new StoreFailure("There is a workspace in " + directory
                + " already. Choose another directory, or go on with the one that is there.");
    }

    /// The failure to open a workspace whose database another program holds, or whose file is damaged.
    static StoreFailure opening(Path directory, SQLException cause) {
        String text = String.valueOf(cause.getMessage());
        if (text.contains("Could not set lock on file")) {
            return new StoreFailure(
                    "Another program has the database of workspace " + directory + " open. Close it there, and use \""
                            + "perennial export\" or a backup to look into it with other tools. The database says: "
                            + firstLine(text),
                    cause);
        }
        if (DAMAGED.stream().anyMatch(text::contains)) {
            return new StoreFailure(
                    "The database of workspace " + directory + " is damaged. Move the directory aside and put the"
                            + " newest backup in its place, whole; do not delete the damaged one before that one opens. The"
                            + " database says: "
                            + firstLine(text),
                    cause);
        }
        return of("opening workspace " + directory, cause);
    }

    /// Whether the database says of a commit that failed that it holds all the same.
    static boolean isDurable(SQLException failedCommit) {
        return String.valueOf(failedCommit.getMessage())
                .startsWith("FATAL Error: Transaction COMMIT succeeded and is durable");
    }

    /// The failure behind a database error that came up while doing something, such as "importing events".
    public static StoreFailure of(String doing, SQLException cause) {
        String text = String.valueOf(cause.getMessage());
        if (isFull(text)) {
            return new StoreFailure(
                    "The disk is full: " + doing
                            + " was stopped and nothing of it was kept; what was stored before is intact. Free some space"
                            + " and run it again.",
                    cause);
        }
        if (text.toLowerCase(Locale.ROOT).contains("out of memory")) {
            return new StoreFailure(
                    "Memory ran out while " + doing
                            + "; nothing of it was kept, what was stored before is intact. Close other programs, or split"
                            + " the work into smaller files, and run it again. The database says: "
                            + firstLine(text),
                    cause);
        }
        return new StoreFailure(
                "The database failed while " + doing + "; nothing of it was kept. It says: " + firstLine(text), cause);
    }

    /// The failure behind a file error.
    public static StoreFailure of(String doing, IOException cause) {
        String text = reason(cause);
        return new StoreFailure(
                isFull(text)
                        ? "The disk is full: " + doing + " was stopped. Free some space and run it again."
                        : "Reading or writing failed while " + doing + ": " + firstLine(text),
                cause);
    }

    /// Whether a file could not be written for want of room.
    public static boolean isFull(IOException cause) {
        return isFull(reason(cause));
    }

    private static boolean isFull(String said) {
        return Stream.of("no space left", "disk quota", "file too large")
                .anyMatch(said.toLowerCase(Locale.ROOT)::contains);
    }

    /// What went wrong with a file; the messages of the library are often nothing but its path.
    public static String reason(IOException cause) {
        if (!(cause instanceof FileSystemException file)) {
            return String.valueOf(cause.getMessage());
        }
        return Objects.requireNonNullElseGet(
                file.getReason(),
                () -> file.getClass()
                        .getSimpleName()
                        .replace("Exception", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
