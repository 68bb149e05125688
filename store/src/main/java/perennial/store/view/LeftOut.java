package perennial.store.view;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import perennial.core.selection.Condition;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.event.Filter;
import perennial.store.event.Filters;

/// Judges events by the filters of a workspace, so that the table `left_out` holds all those that are outside every
/// question.
///
/// New events alone are judged where filters ask for properties. Where one asks for traits, a new trait or link may
/// change what old events are, so all are judged again; if that changes any, the generation is bumped and the views are
/// rebuilt.
final class LeftOut {
    private LeftOut() {}

    /// How far the log was judged, and how far it goes.
    private record Span(long judged, long last) {
        static Span of(DuckDBConnection connection) throws SQLException {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(Sql.text("view/judged"))) {
                row.next();
                return new Span(row.getLong(1), row.getLong(2));
            }
        }
    }

    /// Judges what has arrived since it was last done. Without filters, or without anything new, that is a look.
    ///
    /// @return how far the log is judged; what arrived after it may yet be left out
    static long bringUpToDate(Workspace workspace) throws SQLException {
        Optional<Span> found = workspace.read(
                "looking for filters",
                connection ->
                        Filters.conditions(connection).isEmpty() ? Optional.empty() : Optional.of(Span.of(connection)));
        if (found.isPresent() && found.get().judged() < found.get().last()) {
            found = Optional.of(workspace.change("leaving out the events of filters", connection -> {
                SortedMap<String, Condition> filters = Filters.conditions(connection);
                Span span = Span.of(connection);
                boolean isAnew = filters.values().stream().anyMatch(LeftOut::asksForTraits);
                judge(workspace, connection, filters, isAnew ? 0 : span.judged(), span);
                return span;
            }));
        }
        return found.map(Span::last).orElse(Long.MAX_VALUE);
    }

    private static boolean asksForTraits(Condition condition) {
        return switch (condition) {
            case Condition.Test test -> test.name().startsWith(Filter.TRAIT);
            case Condition.All(var parts) -> parts.stream().anyMatch(LeftOut::asksForTraits);
            case Condition.Any(var parts) -> parts.stream().anyMatch(LeftOut::asksForTraits);
            case Condition.Not(var denied) -> asksForTraits(denied);
        };
    }

    private static void judge(
            Workspace workspace,
            DuckDBConnection connection,
            SortedMap<String, Condition> filters,
            long after,
            Span span)
            throws SQLException {
        var found = new TreeMap<String, BitSet>();
        var all = new BitSet();
        try (EventFinder finder = EventFinder.after(workspace, after)) {
            for (var filter : filters.entrySet()) {
                BitSet more = finder.of(filter.getValue());
                more.andNot(all); // the first filter that leaves an event out is named
                all.or(more);
                found.put(filter.getKey(), more);
            }
        }
        boolean isOther = after < span.judged() && !upTo(span.judged(), all).equals(leftOut(connection));
        try (var forget = connection.prepareStatement(Sql.text("view/forget-left-out"))) {
            forget.setLong(1, after);
            forget.execute();
        }
        try (var rows = connection.createAppender("left_out")) {
            for (var filter : found.entrySet()) {
                BitSet seqs = filter.getValue();
                for (int seq = seqs.nextSetBit(0); seq >= 0; seq = seqs.nextSetBit(seq + 1)) {
                    rows.beginRow().append((long) seq).append(filter.getKey()).endRow();
                }
            }
        }
        if (isOther) {
            try (var bump = connection.prepareStatement(Sql.text("view/next-generation"))) {
                bump.execute();
            }
        }
        try (var note = connection.prepareStatement(Sql.text("view/note-judged"))) {
            note.setLong(1, span.last());
            note.execute();
        }
    }

    private static BitSet upTo(long last, BitSet seqs) {
        return seqs.get(0, Math.toIntExact(last + 1));
    }

    private static BitSet leftOut(DuckDBConnection connection) throws SQLException {
        var seqs = new BitSet();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(Sql.text("view/left-out"))) {
            while (rows.next()) {
                seqs.set(rows.getInt(1));
            }
        }
        return seqs;
    }
}
