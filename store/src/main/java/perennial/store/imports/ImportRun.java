package perennial.store.imports;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import perennial.store.ErasedIds;
import perennial.store.Sql;
import perennial.store.StoreFailure;
import perennial.store.json.Json;

/// One import as it goes on: takes mapped batches, keeps what is refused, counts, and stores all of it at the end.
final class ImportRun {
    private static final int ENOUGH_TO_JUDGE = 10;

    /// More refused rows are counted, not kept: nobody reads them, and they would fill the disk.
    static final int REJECTS_KEPT = 100_000;

    private final DuckDBConnection connection;
    private final ImportPlan plan;
    private final long startedMs;
    private final Stage stage;
    private final List<Reject> rejects = new ArrayList<>();
    private final ErasedIds erased;
    private final Map<Reason, Long> refusedBy = new EnumMap<>(Reason.class);
    private long rows;
    private long filtered;
    private Optional<Reject> firstBadTime = Optional.empty();

    ImportRun(DuckDBConnection connection, ImportPlan plan, long startedMs, int chunk) throws SQLException {
        this.connection = connection;
        this.plan = plan;
        this.startedMs = startedMs;
        stage = new Stage(connection, plan.source(), FirstNumbers.of(connection).seq(), startedMs, chunk);
        erased = ErasedIds.of(connection);
    }

    /// The numbers that an import takes: its run, and the first free place of the log.
    private record FirstNumbers(int run, long seq) {
        static FirstNumbers of(DuckDBConnection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet numbers = statement.executeQuery(Sql.text("imports/first-numbers"))) {
                numbers.next();
                return new FirstNumbers(numbers.getInt("run"), numbers.getLong("first_seq"));
            }
        }
    }

    void take(MappedBatch batch) throws SQLException {
        rows += batch.read();
        filtered += batch.filtered();
        for (MappedBatch.Refusal refusal : batch.refusals()) {
            refusedBy.merge(refusal.reason(), 1L, Long::sum);
            if (refusal.reason() == Reason.BAD_TIME && firstBadTime.isEmpty()) {
                firstBadTime = Optional.of(refusal.reject());
            }
            keep(refusal.reject());
        }
        for (MappedRow row : batch.rows()) {
            if (row.isOfErased(erased)) {
                refusedBy.merge(
                        Reason.ERASED, 1L, Long::sum); // and not kept among the refused: it names who was erased
            } else {
                stage.add(batch.file(), row);
            }
        }
        if (stage.isFull()) {
            refuse(stage.sift(!batch.isLast(), rejectsLeft()));
        }
    }

    private int rejectsLeft() {
        return REJECTS_KEPT - rejects.size();
    }

    private void refuse(List<Stage.Conflict> conflicts) {
        for (Stage.Conflict conflict : conflicts) {
            Path file = plan.files().get(conflict.file());
            String id = Refused.shown(conflict.messageId());
            keep(new Reject(
                    file.toString(),
                    conflict.line(),
                    plan.reading().map(Reading::messageIdField).orElse(Tool.SEGMENT.messageIdField()),
                    id,
                    Reason.CONFLICTING_DUPLICATE.code(),
                    "Message id \"" + id + "\" of source \"" + plan.source()
                            + "\" was used before with other content; the first copy stays. If this is another event, give it"
                            + " an id of its own; if it comes from another system, import it with another --source"));
        }
    }

    private void keep(Reject reject) {
        if (rejectsLeft() > 0) {
            rejects.add(reject);
        }
    }

    /// Sifts the rest: to be called when all batches are taken.
    void end() throws SQLException {
        refuse(stage.sift(false, rejectsLeft()));
        requireSomeTimeRead();
    }

    /// Stores everything, in the transaction of the connection.
    ImportSummary store(long finishedMs) throws SQLException {
        if (!ErasedIds.of(connection).isSame(erased)) {
            throw new StoreFailure(
                    "Somebody was erased while the import ran, so nothing of it was stored; run it again");
        }
        FirstNumbers numbers = FirstNumbers.of(connection);
        refuse(stage.store(numbers.run(), numbers.seq(), rejectsLeft()));
        storeRejects(numbers.run());
        var summary = new ImportSummary(
                numbers.run(),
                rows,
                stage.stored(),
                stage.duplicates(),
                stage.conflicts(),
                filtered,
                stage.facts(),
                refusedBy);
        note(summary, finishedMs);
        return summary;
    }

    private void storeRejects(int run) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("rejects")) {
            for (Reject reject : rejects) {
                appender.beginRow()
                        .append(run)
                        .append(reject.file())
                        .append(reject.line())
                        .append(reject.field())
                        .append(reject.value())
                        .append(reject.reason())
                        .append(reject.message())
                        .endRow();
            }
        }
    }

    /// Where no time at all can be read, the format is wrong, not the rows.
    private void requireSomeTimeRead() {
        long wanted = rows - filtered;
        if (wanted >= ENOUGH_TO_JUDGE && refusedBy.getOrDefault(Reason.BAD_TIME, 0L) == wanted) {
            Reject first = firstBadTime.orElseThrow();
            throw new BadPlan(
                    "None of the " + wanted + " rows has a time that can be read, so nothing was stored. The first, "
                            + first.file() + ":" + first.line() + ": " + first.message());
        }
    }

    private void note(ImportSummary summary, long finishedMs) throws SQLException {
        Json files = Json.texts(plan.files().stream().map(Path::toString).toList());
        try (PreparedStatement statement = connection.prepareStatement(Sql.text("imports/note-import"))) {
            statement.setInt(1, summary.run());
            statement.setString(2, plan.source());
            statement.setString(3, files.text());
            statement.setString(4, plan.description());
            statement.setLong(5, startedMs);
            statement.setLong(6, finishedMs);
            statement.setLong(7, summary.rows());
            statement.setLong(8, summary.stored());
            statement.setLong(9, summary.duplicates());
            statement.setLong(10, summary.conflicts());
            statement.setLong(11, summary.refused());
            statement.setLong(12, summary.filtered());
            statement.setLong(13, summary.facts());
            statement.execute();
        }
    }
}
