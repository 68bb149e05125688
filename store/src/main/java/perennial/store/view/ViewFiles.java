package perennial.store.view;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The files of one view, in a directory of its own: written, checked, and sealed by a manifest; read only if they are
/// what was written.
///
/// | file | content, in the machine's byte order |
/// |---|---|
/// | `manifest.json` | [Manifest]; written last |
/// | `offsets`, `seconds`, `millis`, `names` | the columns of [perennial.core.history.Timelines] |
/// | `rows` | `int[events]`: the log's seq of each event, unsigned |
/// | `ids` | the owners' ids, see [Texts] |
/// | `days` | the blocks of all shards, see [perennial.core.history.ActivityDays] |
/// | `meetings` | Parquet: for each visitor that became a user `visitor_id, user_id, time_ms, seq` of the first time |
/// | `columns/` | properties that were asked for, each with a manifest of its own |
final class ViewFiles {
    /// Whom visitors were, see `keep-meetings.sql`.
    static final String MEETINGS = "meetings";

    private static final String MANIFEST = "manifest.json";
    private static final List<String> FILES =
            List.of("offsets", "seconds", "millis", "names", "rows", "ids", "days", MEETINGS);
    private static final int PIECE = 1 << 26;
    private static final JsonMapper JSON = new JsonMapper();

    private ViewFiles() {}

    /// Checks and closes what was written into a directory, which is a view from then on.
    static void seal(Path place, Manifest manifest) throws IOException {
        Map<String, Manifest.Check> checks = new LinkedHashMap<>();
        for (String file : FILES) {
            checks.put(file, check(place.resolve(file)));
            force(place.resolve(file));
        }
        var checked = new Manifest(
                Manifest.FORMAT,
                manifest.lastSeq(),
                manifest.generation(),
                manifest.newest(),
                manifest.zone(),
                manifest.passive(),
                manifest.names(),
                manifest.known(),
                manifest.owners(),
                manifest.spans(),
                manifest.days(),
                checks);
        Path aside = place.resolve(MANIFEST + ".new");
        Files.writeString(aside, JSON.writeValueAsString(checked));
        force(aside);
        Files.move(aside, place.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
    }

    /// The manifest of a view whose files are all as they were written; empty if it is missing or damaged.
    static Optional<Manifest> open(Path place) {
        try {
            Manifest manifest = JSON.readValue(Files.readString(place.resolve(MANIFEST)), Manifest.class);
            boolean isSound = manifest.format() == Manifest.FORMAT
                    && FILES.stream().allMatch(file -> manifest.checks().containsKey(file))
                    && manifest.checks().entrySet().parallelStream()
                            .allMatch(file -> isSound(place.resolve(file.getKey()), file.getValue()));
            return isSound ? Optional.of(manifest) : Optional.empty();
        } catch (IOException | JacksonException | NullPointerException damaged) {
            return Optional.empty();
        }
    }

    static boolean isSound(Path file, Manifest.Check expected) {
        try {
            return Files.size(file) == expected.length() && check(file).crc() == expected.crc();
        } catch (IOException missing) {
            return false;
        }
    }

    /// Length and CRC-32C of a file.
    static Manifest.Check check(Path file) throws IOException {
        try (var channel = FileChannel.open(file);
                Arena arena = Arena.ofConfined()) {
            var crc = new CRC32C();
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            for (long at = 0; at < bytes.byteSize(); at += PIECE) {
                crc.update(bytes.asSlice(at, Math.min(PIECE, bytes.byteSize() - at))
                        .asByteBuffer()
                        .order(ByteOrder.nativeOrder()));
            }
            return new Manifest.Check(channel.size(), crc.getValue());
        }
    }

    static MemorySegment map(Path file, Arena arena) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
