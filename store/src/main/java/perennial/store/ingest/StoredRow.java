package perennial.store.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import perennial.store.imports.Fact;
import perennial.store.imports.MappedRow;
import perennial.store.imports.Operation;

/// What a stored event, link or trait says, in texts to compare. Absent is empty. Its time is not compared: the clock
/// corrects a retry anew, and a call that came without a time has that of its arrival.
record StoredRow(String source, String messageId, boolean isEvent, List<String> texts) {
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

    /// Whether a fact of a row is what is stored here. What became of a change shows its trait alone.
    private boolean says(Fact fact) {
        return switch (fact) {
            case Fact.Link(String kind, String from, String to) -> texts.equals(List.of(kind, from, to));
            case Fact.Trait trait -> texts.equals(List.of(trait.subject(), trait.id(), trait.name(), trait.value()));
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
                    && events.getFirst().texts().equals(texts(row));
        }
        return stored.stream().allMatch(each -> row.facts().stream().anyMatch(fact -> each.says(fact)));
    }

    /// Whether two rows of one commit say the same.
    static boolean agree(MappedRow later, MappedRow earlier) {
        return later.isEvent() == earlier.isEvent()
                && texts(later).equals(texts(earlier))
                && (later.isEvent() || new ArrayList<>(later.facts()).equals(earlier.facts()));
    }
}
