package perennial.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import perennial.store.PrivateDirectory;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// A workspace as it was at one moment, in a directory of its own, which opens like any other. Its views are not in it:
/// they are made from it when it is first asked.
///
/// It is written beside its place, under `NAME.making`, and gets its name when it is whole.
public final class Backup {
    private Backup() {}

    /// Makes one, beside whatever goes on in the workspace: all that was stored before is in it.
    ///
    /// @param place must not be there
    /// @return its size in bytes
    /// @throws StoreFailure if the place is taken or cannot be written, or the disk is full; nothing is left then
    public static long make(Workspace workspace, Path place) {
        Path whole = place.toAbsolutePath().normalize();
        if (Files.exists(whole)) {
            throw new StoreFailure("There is something at " + place
                    + " already; a backup goes to a directory of its own. Name another.");
        }
        Path aside = whole.resolveSibling(whole.getFileName() + ".making");
        try {
            try {
                delete(aside);
                PrivateDirectory.make(aside);
                Path file = aside.resolve(Workspace.DATABASE);
                workspace.copy(file, List.of());
                long bytes = Files.size(file);
                Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE);
                return bytes;
            } finally {
                delete(aside);
            }
        } catch (IOException e) {
            throw StoreFailure.of("making the backup " + place, e);
        }
    }

    /// A backup as one file that is nowhere, to be taken along: the database of a workspace.
    ///
    /// @param bytes to be closed
    /// @param size how many there are
    public record Copy(InputStream bytes, long size) {}

    /// Makes one to take along.
    ///
    /// @throws StoreFailure if the disk is full; nothing is left then
    public static Copy copy(Workspace workspace) {
        try {
            Path aside = Files.createTempDirectory(
                    PrivateDirectory.make(workspace.directory().resolve("tmp")), "backup");
            try {
                Path whole = aside.resolve("whole");
                long size = make(workspace, whole);
                return new Copy(Files.newInputStream(whole.resolve(Workspace.DATABASE)), size);
            } finally {
                delete(aside); // an open file can still be read
            }
        } catch (IOException e) {
            throw StoreFailure.of("making a backup to take along", e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
