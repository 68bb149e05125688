package perennial.store.imports;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import perennial.store.Sql;

/// Gathers mapped rows into chunks and sifts each, so that memory stays bounded however long the files are: what is new
/// by what is stored so far is put aside in temporary tables. In one transaction at the end it is held against what
/// others have stored meanwhile, and stored.
///
/// Every row takes slots in the order of arrival: one for each link and trait it tells, then one for itself;
/// `seq` is the first free number plus the slot. Rows that turn out to be known leave gaps.
final class Stage {
    /// Rows merged at once, about: each merge looks through the ids of the whole history.
    static final int CHUNK = 500_000;

    /// Traits remembered, a power of two.
    private static final int LATELY = 1 << 12;

    private final DuckDBConnection connection;
    private final String source;
    private final long nextSeq;
    private final long receivedMs;
    private final int chunk;
    private final List<DuckDBAppender> appenders = new ArrayList<>();
    private long slot;
    private int staged;
    private int file;
    private final Fact.Trait[] lately = new Fact.Trait[LATELY];
    private final long[] latelyMs = new long[LATELY];

    private long stored;
    private long facts;
    private long duplicates;
    private long conflicts;

    /// A row that contradicts what is known under its id.
    record Conflict(int file, long line, String messageId) {}

    /// @param nextSeq the first free place of the log by now
    Stage(DuckDBConnection connection, String source, long nextSeq, long receivedMs, int chunk) throws SQLException {
        this.connection = connection;
        this.source = source;
        this.nextSeq = nextSeq;
        this.receivedMs = receivedMs;
        this.chunk = chunk;
        begin();
        execute("make-run-tables");
    }

    private void begin() throws SQLException {
        execute("make-stage");
        for (String table : List.of("staged", "staged_links", "staged_traits")) {
            appenders.add(connection.createAppender("temp", "main", table));
        }
        staged = 0;
    }

    /// Whether the chunk should be sifted before more is added.
    boolean isFull() {
        return staged >= chunk;
    }

    void add(int ofFile, MappedRow row) throws SQLException {
        file = ofFile;
        staged++;
        long rowSlot = slot + row.facts().size();
        for (Fact fact : row.facts()) {
            if (row.isHashed() && fact instanceof Fact.Trait trait && isRepeat(trait, row.timeMs())) {
                slot++;
                continue;
            }
            switch (fact) {
                case Fact.Link(String kind, String from, String to) ->
                    appenders
                            .get(1)
                            .beginRow()
                            .append(slot)
                            .append(rowSlot)
                            .append(kind)
                            .append(from)
                            .append(to)
                            .endRow();
                case Fact.Trait(String subject, String id, String name, String value, boolean isOnce) ->
                    appenders
                            .get(2)
                            .beginRow()
                            .append(slot)
                            .append(rowSlot)
                            .append(subject)
                            .append(id)
                            .append(name)
                            .append(value)
                            .append(isOnce)
                            .endRow();
                case Fact.Change change -> throw new IllegalStateException("Bug: an import holds " + change);
            }
            slot++;
        }
        slot++;
        DuckDBAppender to = appenders.get(0);
        to.beginRow()
                .append(rowSlot)
                .append(ofFile)
                .append(row.line())
                .append(row.isEvent())
                .append(row.isHashed());
        to.append(row.messageId());
        text(to, row.visitor());
        text(to, row.user());
        text(to, row.account());
        to.append(row.timeMs());
        text(to, row.name());
        if (row.value().isPresent()) {
            to.append(row.value().get());
        } else {
            to.appendNull();
        }
        text(to, row.currency());
        text(to, row.isEvent() ? row.properties() : row.content());
        to.endRow();
    }

    /// Whether the last thing told of this trait was the same value for the same time: so by the other lines of one
    /// invoice. Only for rows whose id is the hash of their content: such a row is known only if what it tells was
    /// stored with it, so that the repeat adds nothing whichever of the two is known.
    private boolean isRepeat(Fact.Trait trait, long timeMs) {
        int place = Objects.hash(trait.subject(), trait.id(), trait.name()) & LATELY - 1;
        boolean isRepeat = trait.equals(lately[place]) && latelyMs[place] == timeMs;
        lately[place] = trait;
        latelyMs[place] = timeMs;
        return isRepeat;
    }

    private static void text(DuckDBAppender to, String text) throws SQLException {
        if (text.isEmpty()) {
            to.appendNull();
        } else {
            to.append(text);
        }
    }

    /// Sifts what is staged. `goesOn` says that the last file has more rows.
    ///
    /// @return the first `most` rows that contradict what is known
    List<Conflict> sift(boolean goesOn, int most) throws SQLException {
        closeAppenders();
        execute("number-copies");
        if (goesOn) {
            execute("remember-copies", file);
        }
        execute("name-copies");
        findStored(0);
        execute("known-in-chunk");
        execute("keep-fresh");
        count(false);
        List<Conflict> found = conflicts(most);
        begin();
        return found;
    }

    /// Stores what was put aside, in the transaction of the connection: to be called once, after the last chunk.
    ///
    /// @param firstSeq the first free place of the log
    /// @return the first `most` rows that contradict what others have stored meanwhile
    List<Conflict> store(int run, long firstSeq, int most) throws SQLException {
        closeAppenders();
        execute("take-fresh");
        findStored(nextSeq);
        execute("store-events", firstSeq, run, source, receivedMs);
        execute("store-links", firstSeq, run, source, receivedMs);
        execute("keep-traits");
        execute("store-traits", firstSeq, run, source, receivedMs);
        count(true);
        List<Conflict> found = conflicts(most);
        execute("drop-run-tables");
        return found;
    }

    private void findStored(long fromSeq) throws SQLException {
        execute("known-events", source, fromSeq);
        execute("known-facts", source, fromSeq, source, fromSeq);
    }

    private void closeAppenders() throws SQLException {
        for (DuckDBAppender appender : appenders) {
            appender.close();
        }
        appenders.clear();
    }

    private void count(boolean isStored) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery(Sql.text("imports/count-chunk"))) {
            counts.next();
            stored += isStored ? counts.getLong("stored") : 0;
            facts += isStored ? counts.getLong("facts") : 0;
            duplicates += counts.getLong("duplicates");
            conflicts += counts.getLong("conflicts");
        }
    }

    private List<Conflict> conflicts(int most) throws SQLException {
        List<Conflict> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(Sql.text("imports/conflicts"))) {
            statement.setInt(1, most);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Conflict(rows.getInt(1), rows.getLong(2), rows.getString(3)));
                }
            }
        }
        return found;
    }

    private void execute(String file, Object... parameters) throws SQLException {
        for (String sql : Sql.statements(Sql.text("imports/" + file))) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                statement.execute();
            }
        }
    }

    long stored() {
        return stored;
    }

    long facts() {
        return facts;
    }

    long duplicates() {
        return duplicates;
    }

    long conflicts() {
        return conflicts;
    }
}
