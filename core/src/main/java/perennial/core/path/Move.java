package perennial.core.path;

import java.util.Comparator;
import java.util.Optional;

/// A move from one event to the next, by their names. Where a session begins there is no event, where it ends no next.
///
/// In order of the names, a missing one last.
record Move(Optional<String> event, Optional<String> next) implements Comparable<Move> {
    private static final Comparator<Optional<String>> NAMES =
            Comparator.comparing((Optional<String> name) -> name.isEmpty()).thenComparing(name -> name.orElse(""));

    private static final Comparator<Move> ORDER =
            Comparator.comparing(Move::event, NAMES).thenComparing(Move::next, NAMES);

    /// The move that counts stand under a label of.
    static Move of(String label) {
        int colon = label.indexOf(':');
        int middle = colon + 1 + Integer.parseInt(label.substring(0, colon));
        return new Move(side(label.substring(colon + 1, middle)), side(label.substring(middle)));
    }

    /// A label that no other move has, whatever is in the names: the first side with its length before it.
    String label() {
        return text(event).length() + ":" + text(event) + text(next);
    }

    private static String text(Optional<String> side) {
        return side.map(name -> "=" + name).orElse("-");
    }

    private static Optional<String> side(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(text.substring(1));
    }

    @Override
    public int compareTo(Move other) {
        return ORDER.compare(this, other);
    }
}
