package perennial.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The SQL files that lie beside a class on the class path: one question or step each, headed by a comment line.
public final class Sql {
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private Sql() {}

    /// The text of `perennial/store/<path>.sql`, such as `workspace/settings`.
    public static String text(String path) {
        return text(Sql.class, path);
    }

    /// The text of `<path>.sql`, sought from the package of `owner`.
    public static String text(Class<?> owner, String path) {
        return READ.computeIfAbsent(owner.getName() + " " + path, _ -> read(owner, path));
    }

    private static String read(Class<?> owner, String path) {
        try (InputStream file = owner.getResourceAsStream(path + ".sql")) {
            if (file == null) {
                throw new IllegalStateException(
                        "Bug: no SQL file " + path + ".sql in package " + owner.getPackageName());
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Bug: SQL file " + path + ".sql cannot be read", e);
        }
    }

    /// The statements of a file, parted at `;` at the end of a line.
    public static List<String> statements(String text) {
        List<String> statements = new ArrayList<>();
        for (String part : text.split(";[ \t]*(?:\r?\n|$)")) {
            boolean isEmpty =
                    part.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("--"));
            if (!isEmpty) {
                statements.add(part.strip());
            }
        }
        return statements;
    }
}
