package perennial.store.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import perennial.store.imports.Fact;
import perennial.store.imports.MappedRow;
import perennial.store.imports.Operation;

/// What a stored event, link or trait says, in texts to compare. Absent is empty.
record StoredRow(String source, String messageId, boolean isEvent, long timeMs, List<String> texts) {
    /// Times within this say the same: a retry is corrected by the clock anew.
    private static final long SAME_TIME_MS = 60_000;

    static List<String> texts(MappedRow row) {
        return List.of(
                row.visitor(),
                row.user(),
                row.account(),
                row.name(),
                row.value().map(StoredRow::plain).orElse(""),
                row.currency(),
                row.properties());
    }

    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /// Whether a fact of a row at a time is what is stored here. What became of a change shows its trait alone.
    private boolean says(Fact fact, long atMs) {
        return switch (fact) {
            case Fact.Link(String kind, String from, String to) ->
                texts.equals(List.of(kind, from, to)) && isSameTime(timeMs, atMs);
            case Fact.Trait trait ->
                texts.equals(List.of(trait.subject(), trait.id(), trait.name(), trait.value()))
                        && isSameTime(timeMs, atMs);
            case Fact.Change change ->
                texts.size() == 4
                        && texts.subList(0, 2).equals(List.of(change.subject(), change.id()))
                        && (change.operation() == Operation.CLEAR
                                || texts.get(2).equals(change.name()));
        };
    }

    /// Whether all that is stored under the id of a row is what the row says.
    ///
    /// @param stored under its id, one or more
    static boolean agree(MappedRow row, List<StoredRow> stored) {
        List<StoredRow> events = stored.stream().filter(StoredRow::isEvent).toList();
        if (row.isEvent() || !events.isEmpty()) {
            return row.isEvent()
                    && !events.isEmpty()
                    && events.getFirst().texts().equals(texts(row))
                    && isSameTime(events.getFirst().timeMs(), row.timeMs());
        }
        return stored.stream().allMatch(each -> row.facts().stream().anyMatch(fact -> each.says(fact, row.timeMs())));
    }

    /// Whether two rows of one commit say the same.
    static boolean agree(MappedRow later, MappedRow earlier) {
        return later.isEvent() == earlier.isEvent()
                && texts(later).equals(texts(earlier))
                && isSameTime(later.timeMs(), earlier.timeMs())
                && (later.isEvent() || new ArrayList<>(later.facts()).equals(earlier.facts()));
    }

    private static boolean isSameTime(long one, long other) {
        return Math.abs(one - other) <= SAME_TIME_MS;
    }
}
