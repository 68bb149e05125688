package perennial.store.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.duckdb.DuckDBConnection;
import perennial.store.Sql;

/// Which message ids were ever stored: finds the rows that may have one, at a cost that does not grow with the history.
///
/// Of each row of events, links and traits it keeps a key of 64 bits with its seq: the newest in memory, the others in
/// runs on disk. Two keys can be the same by chance, and a row may have been deleted: whoever asks looks at the rows
/// themselves. What is missing or damaged is made again from the log. Used by one thread.
final class IdIndex implements AutoCloseable {
    /// Rows kept in memory before they become a run.
    static final int NEWEST = 1 << 18;

    private final MessageDigest digest;
    private final IdTable newest;
    private final IdRuns runs;
    private long last;

    /// @param directory of the runs, which is made if it is not there
    /// @param newestKept rows kept in memory
    IdIndex(Path directory, int newestKept) {
        newest = new IdTable(newestKept);
        runs = new IdRuns(directory);
        last = runs.last();
        try {
            digest = MessageDigest.getInstance("MD5"); // which the database has too; nothing rests on its secrecy
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Bug: every Java has MD5", e);
        }
    }

    /// The key of a message id.
    long key(String source, String messageId) {
        byte[] hash = digest.digest((source + "\n" + messageId).getBytes(StandardCharsets.UTF_8));
        long key = 0;
        for (int i = hash.length - 1; i >= Long.BYTES; i--) { // the lower half, as the database reads it
            key = key << Byte.SIZE | Byte.toUnsignedInt(hash[i]);
        }
        return key;
    }

    /// Hands over the seq of every row that may have the message id of this key.
    void find(long key, LongConsumer seqs) {
        newest.find(key, seqs);
        runs.find(key, seqs);
    }

    /// The last place of the log that is known here.
    long last() {
        return last;
    }

    /// Learns what others have stored since, such as imports.
    ///
    /// @param connection in the transaction that saw the log so
    void catchUp(LogState log, DuckDBConnection connection) throws SQLException {
        if (log.rows() == 0) {
            return;
        }
        flush();
        try (var statement = connection.prepare(Sql.text("ingest/keys"))) {
            statement.setLong(1, last);
            try (var result = statement.query()) {
                runs.add(log.lastSeq(), log.rows(), run -> {
                    while (result.nextChunk()) {
                        var chunk = result.chunk();
                        for (long row = 0; row < chunk.rowCount(); row++) {
                            run.add(
                                    chunk.vector(0).getLong(row),
                                    chunk.vector(1).getLong(row));
                        }
                    }
                });
            }
        }
        last = log.lastSeq();
    }

    /// Learns a row that was stored after all it knows.
    void add(long key, long seq) {
        if (newest.isFull()) {
            flush();
        }
        newest.add(key, seq);
        last = seq;
    }

    private void flush() {
        if (newest.size() > 0) {
            runs.add(last, newest.size(), run -> newest.sorted(run::add));
            newest.clear();
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
