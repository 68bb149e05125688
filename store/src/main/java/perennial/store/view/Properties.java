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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.core.history.Column;
import perennial.store.StoreFailure;
import perennial.store.Workspace;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The property columns of a part: made from the tables when first asked for, kept beside the view if it has files.
final class Properties {
    /// What a column on disk says of itself.
    record Kept(String name, Manifest.Check codes, Manifest.Check texts) {}

    private static final JsonMapper JSON = new JsonMapper();

    /// The values of a property, each with its code.
    private static final class Dictionary {
        private final Map<String, Integer> codes = new HashMap<>();
        private final List<String> texts = new ArrayList<>(List.of(""));

        int code(String text) {
            return codes.computeIfAbsent(text, missing -> {
                texts.add(missing);
                return texts.size() - 1;
            });
        }
    }

    private final Workspace workspace;
    private final Optional<Path> directory;
    private final Arena arena;
    private final Optional<Carried> carried;
    private final Map<String, Optional<Column>> columns = new HashMap<>();

    private Properties(Workspace workspace, Optional<Path> directory, Arena arena, Optional<Carried> carried) {
        this.workspace = workspace;
        this.directory = directory;
        this.arena = arena;
        this.carried = carried;
    }

    /// Those of a base, kept in a directory.
    static Properties kept(Workspace workspace, Path directory, Arena arena) {
        return new Properties(workspace, Optional.of(directory), arena, Optional.empty());
    }

    /// Those of a part in memory.
    ///
    /// @param carried the events whose properties the base knows
    static Properties inMemory(Workspace workspace, Optional<Carried> carried) {
        return new Properties(workspace, Optional.empty(), Arena.global(), carried);
    }

    List<String> names() {
        try (var session = new Session(workspace.connection())) {
            return session.texts("property-names").stream().map(row -> row[0]).toList();
        } catch (SQLException e) {
            throw StoreFailure.of("reading the names of properties", e);
        }
    }

    /// The column of a property; empty if none of the events has it.
    synchronized Optional<Column> column(String name, StoredPart.Body body) {
        return columns.computeIfAbsent(name, missing -> {
            try {
                Optional<Column> column = keptColumn(missing);
                return (column.isPresent() ? column : Optional.of(make(missing, body)))
                        .filter(found -> found.size() > 1);
            } catch (SQLException e) {
                throw StoreFailure.of("reading property \"" + missing + "\"", e);
            } catch (IOException e) {
                throw StoreFailure.of("keeping property \"" + missing + "\"", e);
            }
        });
    }

    private Optional<Column> keptColumn(String name) throws IOException {
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        String stem = stem(name);
        Path folder = directory.get();
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

    private Column make(String name, StoredPart.Body body) throws SQLException, IOException {
        if (directory.isEmpty()) {
            return make(name, body, Space.memory());
        }
        Files.createDirectories(directory.get());
        Path aside = Files.createTempDirectory(directory.get(), "making");
        try {
            Column column = make(name, body, Space.files(aside, arena));
            keep(name, aside);
            return column;
        } finally {
            ViewFiles.delete(aside);
        }
    }

    /// Renames the files of a column in place, each whole: others may have made the same, and have them mapped.
    private void keep(String name, Path aside) throws IOException {
        String stem = stem(name);
        Path folder = directory.orElseThrow();
        var manifest = new Kept(
                name, ViewFiles.check(aside.resolve(stem + ".codes")), ViewFiles.check(aside.resolve(stem + ".texts")));
        Files.writeString(aside.resolve(stem + ".json"), JSON.writeValueAsString(manifest));
        for (String kind : List.of(".codes", ".texts", ".json")) {
            Files.move(aside.resolve(stem + kind), folder.resolve(stem + kind), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Column make(String name, StoredPart.Body body, Space space) throws SQLException {
        String stem = stem(name);
        var dictionary = new Dictionary();
        var codesByArrival = new CodesByArrival(
                space,
                stem,
                body.rows(),
                carried.map(each -> each.base().manifest().lastSeq()).orElse(-1L));
        try (var session = new Session(workspace.connection())) {
            session.property(name, codesByArrival.first(), codesByArrival.last(), new Session.Values() {
                @Override
                public int code(String text) {
                    return dictionary.code(text);
                }

                @Override
                public void put(long seq, int code) {
                    codesByArrival.put(seq, code);
                }
            });
        }
        int bytes =
                carried.isPresent() ? Integer.BYTES : Column.bytes(dictionary.texts.size()); // more may be carried over
        long events = body.rows().byteSize() / Integer.BYTES;
        var column = new Column(space.allocate(stem + ".codes", events * bytes), bytes, dictionary.texts);
        codesByArrival.sortInto(column);
        carried.ifPresent(from -> carryOver(name, from, body, dictionary, column));
        Texts kept = Texts.write(space, stem + ".texts", dictionary.texts);
        return new Column(column.codes(), bytes, kept);
    }

    private static void carryOver(
            String name, Carried from, StoredPart.Body body, Dictionary dictionary, Column column) {
        StoredPart.Body base = from.base().body();
        base.properties().column(name, base).ifPresent(before -> {
            Map<Integer, Integer> codeNow = new HashMap<>(Map.of(Column.ABSENT, Column.ABSENT));
            from.forEach(body, (atBefore, at) -> {
                int code = codeNow.computeIfAbsent(
                        before.code(atBefore),
                        known -> dictionary.code(before.dictionary().get(known)));
                column.put(at, code);
            });
        });
    }

    /// A file name for any property name.
    private static String stem(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Bug: every Java has SHA-256", e);
        }
    }
}
