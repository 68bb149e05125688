package perennial.core.history;

import java.util.List;
import java.util.Optional;

/// What customers are split by.
public sealed interface Grouping {
    /// Tells groups; for one thread.
    interface Reader {
        /// The group of an owner whose entry event stands at a position.
        Group of(int owner, long at);
    }

    /// Tells the code of a value in a dictionary.
    interface Codes {
        int of(int owner, long at);
    }

    /// Where nobody has the trait or property.
    Reader NOBODY = (owner, at) -> Group.NONE;

    /// Makes groups of codes, each once.
    static Reader reader(List<String> dictionary, Codes codes) {
        var groups = new Group[dictionary.size()];
        groups[Column.ABSENT] = Group.NONE;
        return (owner, at) -> {
            int code = codes.of(owner, at);
            if (groups[code] == null) {
                groups[code] = new Group(Optional.of(dictionary.get(code)));
            }
            return groups[code];
        };
    }

    /// Not at all.
    record None() implements Grouping {}

    /// The trait in force at the entry event, before the first known value that first one.
    record ByTrait(String name) implements Grouping {}

    /// The property of the entry event.
    record ByProperty(String name) implements Grouping {}

    /// By something else, of those who are in a segment at the instant of the entry event; the others are
    /// [Group#OUTSIDE].
    record Within(Grouping by, Membership membership) implements Grouping {}
}
