package perennial.core.history;

/// What customers are split by.
public sealed interface Grouping {
    /// The group of those without a value.
    String NOTHING = "(none)";

    /// Tells groups; for one thread.
    interface Reader {
        /// The group of an owner whose entry event stands at a position.
        String of(int owner, long at);
    }

    /// Where nobody has the trait or property.
    Reader NOBODY = (owner, at) -> NOTHING;

    /// Reads the property of the event; remembers the text of each value.
    static Reader reader(Column column) {
        String[] texts = new String[column.size()];
        return (owner, at) -> {
            int code = column.code(at);
            if (code == Column.ABSENT) {
                return NOTHING;
            }
            String text = texts[code];
            if (text == null) {
                text = column.dictionary().get(code);
                texts[code] = text;
            }
            return text;
        };
    }

    /// Not at all.
    record None() implements Grouping {}

    /// The trait in force at the entry event, before the first known value that first one.
    record ByTrait(String name) implements Grouping {}

    /// The property of the entry event.
    record ByProperty(String name) implements Grouping {}
}
