package perennial.store.view;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import perennial.core.history.Column;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Columns in a directory, each with a manifest of its own; one that is not as it was written is not there.
final class ColumnFiles {
    /// What a column on disk says of itself.
    record Kept(String name, Manifest.Check codes, Manifest.Check texts) {}

    /// Makes a column whose codes and texts it puts into the space as `<stem>.codes` and `<stem>.texts`.
    interface Maker {
        Column make(Space space) throws SQLException, IOException;
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Arena arena;

    /// @param arena in which columns are mapped
    ColumnFiles(Path folder, Arena arena) {
        this.folder = folder;
        this.arena = arena;
    }

    Optional<Column> read(String stem, String name) {
        try {
            Kept kept = JSON.readValue(Files.readString(folder.resolve(stem + ".json")), Kept.class);
            boolean isSound = kept.name().equals(name)
                    && ViewFiles.isSound(folder.resolve(stem + ".codes"), kept.codes())
                    && ViewFiles.isSound(folder.resolve(stem + ".texts"), kept.texts());
            return isSound
                    ? Optional.of(new Column(
                            ViewFiles.map(folder.resolve(stem + ".codes"), arena),
                            new Texts(ViewFiles.map(folder.resolve(stem + ".texts"), arena))))
                    : Optional.empty();
        } catch (IOException | JacksonException | NullPointerException damaged) {
            return Optional.empty();
        }
    }

    /// Makes a column aside and renames its files in place, each whole: others may have made the same, and have them
    /// mapped.
    Column keep(String stem, String name, Maker maker) throws SQLException, IOException {
        Files.createDirectories(folder);
        Path aside = Files.createTempDirectory(folder, "making");
        try {
            Column column = maker.make(Space.files(aside, arena));
            var manifest = new Kept(
                    name,
                    ViewFiles.check(aside.resolve(stem + ".codes")),
                    ViewFiles.check(aside.resolve(stem + ".texts")));
            Files.writeString(aside.resolve(stem + ".json"), JSON.writeValueAsString(manifest));
            for (String kind : List.of(".codes", ".texts", ".json")) {
                Files.move(aside.resolve(stem + kind), folder.resolve(stem + kind), StandardCopyOption.ATOMIC_MOVE);
            }
            return column;
        } finally {
            ViewFiles.delete(aside);
        }
    }

    /// A file name for any property name.
    static String stem(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Bug: every Java has SHA-256", e);
        }
    }
}
