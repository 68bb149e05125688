package perennial.core.history;

import java.util.Comparator;
import java.util.Optional;

/// Those with the same value of what customers are split by, or those without any; not split, all are without.
///
/// In order of the values, those without last.
public record Group(Optional<String> value) implements Comparable<Group> {
    public static final Group NONE = new Group(Optional.empty());

    private static final Comparator<Group> ORDER =
            Comparator.comparing((Group group) -> group.value.isEmpty()).thenComparing(group -> group.value.orElse(""));

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
