package perennial.store.erasure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import perennial.store.Sql;
import perennial.store.StoreFailure;
import perennial.store.json.JsonText;

/// Where ids were looked for after an erasure, and where they were still found.
///
/// Texts may be packed inside the database's file, so both are looked through: the file's bytes, and every text that
/// the database still knows. An id is looked for as it is, and as JSON has it in quotes.
///
/// @param files how many were read from end to end
/// @param texts how many columns of texts
/// @param found by place, how often; empty if nothing was
public record Proof(int files, int texts, SortedMap<String, Long> found) {
    /// What is shorter is somewhere in any file by chance; in texts it counts where it is all of one, or in quotes.
    static final int SHORTEST = 5;

    /// A part of the proof: how many places were looked through.
    record Looked(int places, SortedMap<String, Long> found) {}

    static Proof of(Looked files, Looked texts) {
        var found = new TreeMap<>(files.found());
        found.putAll(texts.found());
        return new Proof(files.places(), texts.places(), found);
    }

    /// Reads every file of the workspace but the lock, which holds a process id.
    static Looked inFiles(Path directory, List<String> words) {
        var found = new TreeMap<String, Long>();
        int places = 0;
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(each -> !each.endsWith("perennial.lock"))
                    .toList()) {
                places++;
                for (String sought : inBytes(words)) {
                    long times = times(file, sought.getBytes(StandardCharsets.UTF_8));
                    if (times > 0) {
                        found.merge(directory.relativize(file).toString(), times, Long::sum);
                    }
                }
            }
        } catch (IOException e) {
            throw StoreFailure.of("looking for erased ids", e);
        }
        return new Looked(places, found);
    }

    /// What cannot be in bytes by chance: the ids, and those that are too short for it in quotes, if that is long
    /// enough; with ids of one or two letters it is not.
    private static List<String> inBytes(List<String> words) {
        return words.stream()
                .flatMap(word -> Stream.of(word, JsonText.quote(word))
                        .filter(each -> each.length() >= SHORTEST)
                        .limit(1))
                .toList();
    }

    /// Knuth, Morris and Pratt: every byte is read once.
    static long times(Path file, byte[] word) throws IOException {
        int[] back = new int[word.length + 1];
        back[0] = -1;
        for (int i = 0, k = -1; i < word.length; ) {
            while (k >= 0 && word[i] != word[k]) {
                k = back[k];
            }
            back[++i] = ++k;
        }
        long times = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int at = 0;
            for (int read = in.read(); read >= 0; read = in.read()) {
                while (at >= 0 && (byte) read != word[at]) {
                    at = back[at];
                }
                at++;
                if (at == word.length) {
                    times++;
                    at = back[at];
                }
            }
        }
        return times;
    }

    /// Looks through every text that is stored.
    static Looked inTexts(DuckDBConnection connection, List<String> words) throws SQLException {
        var found = new TreeMap<String, Long>();
        int places = 0;
        try (var statement = connection.createStatement();
                var columns = statement.executeQuery(Sql.text("erasure/texts"))) {
            while (columns.next()) {
                places++;
                String table = columns.getString(1);
                String column = columns.getString(2);
                // The names are our own, from the database's catalogue: they cannot be bound.
                try (var count = connection.prepareStatement("SELECT count(*) FROM \"" + table + "\" WHERE \"" + column
                        + "\" = ?1 OR contains(\"" + column + "\", ?2) OR (length(?1) >= ?3 AND contains(\"" + column
                        + "\", ?1))")) {
                    for (String word : words) {
                        count.setString(1, word);
                        count.setString(2, JsonText.quote(word));
                        count.setInt(3, SHORTEST);
                        try (var row = count.executeQuery()) {
                            row.next();
                            if (row.getLong(1) > 0) {
                                found.merge(table + "." + column, row.getLong(1), Long::sum);
                            }
                        }
                    }
                }
            }
        }
        return new Looked(places, found);
    }
}
