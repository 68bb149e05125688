package perennial.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import perennial.store.PrivateDirectory;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// The backups in a directory that whoever runs the server named. Each gets its name from the clock, so that nobody who
/// asks for one can say where it goes.
public record Backups(Path directory) {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'perennial-'uuuu-MM-dd'T'HH-mm-ss", Locale.ROOT);

    /// One that is there.
    public record Kept(String name, Instant made, long bytes) {}

    /// Makes one.
    ///
    /// @return its name
    /// @throws StoreFailure if it cannot be written, or one was made within this second
    public String make(Workspace workspace) {
        String name = name(workspace);
        try {
            PrivateDirectory.make(directory);
        } catch (IOException e) {
            throw StoreFailure.of("making the directory of backups " + directory, e);
        }
        Backup.make(workspace, directory.resolve(name));
        return name;
    }

    /// What a backup made now is called.
    public static String name(Workspace workspace) {
        return NAME.format(workspace.clock().instant().atOffset(ZoneOffset.UTC));
    }

    /// Those that are there, the newest first, however they were made.
    public List<Kept> all() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> places = Files.list(directory)) {
            List<Kept> all = new ArrayList<>();
            for (Path place : places.filter(Workspace::isAt).toList()) {
                Path file = place.resolve(Workspace.DATABASE);
                all.add(new Kept(
                        String.valueOf(place.getFileName()),
                        Files.getLastModifiedTime(file).toInstant(),
                        Files.size(file)));
            }
            all.sort(Comparator.comparing(Kept::made).thenComparing(Kept::name).reversed());
            return all;
        } catch (IOException e) {
            throw StoreFailure.of("listing the backups in " + directory, e);
        }
    }
}
