package perennial.core.customer;

import java.util.Comparator;
import java.util.Locale;

/// Whoever events belong to: an id as it was sent, and what it is an id of. A user and a visitor may bear the
/// same id and are two owners still.
///
/// In order of the ids, then of the kinds.
public record Owner(Kind kind, String id) implements Comparable<Owner> {
    private static final Comparator<Owner> ORDER =
            Comparator.comparing(Owner::id).thenComparing(Owner::kind);

    /// What an id is an id of.
    public enum Kind {
        ACCOUNT,
        USER,
        VISITOR;

        /// The kind of this name.
        public static Kind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        /// As the tables and the answers write it.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public int compareTo(Owner other) {
        return ORDER.compare(this, other);
    }
}
