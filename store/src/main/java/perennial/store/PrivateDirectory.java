package perennial.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A directory that its owner alone may enter: what lies in it is for nobody else, whatever rights its files have and
/// whatever the rights are that the system gives new ones.
public final class PrivateDirectory {
    private PrivateDirectory() {}

    /// Makes it, with those above it that are missing. One that is there keeps the rights it has.
    public static Path make(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Path above = directory.toAbsolutePath().getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        return Files.createDirectory(directory, rights(directory));
    }

    /// None where the system knows no owners.
    private static FileAttribute<?>[] rights(Path directory) {
        boolean hasOwners =
                directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return hasOwners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
