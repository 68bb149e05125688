package perennial.core.history;

import java.util.Comparator;
import java.util.Optional;

/// Those with the same value of what customers are split by, or those without any; not split, all are without.
///
/// In order of the values, those without last.
public record Group(Optional<String> value) implements Comparable<Group> {
    public static final Group NONE = new Group(Optional.empty());

    /// Nobody's group: who is in it does not count. It is this instance, not its value, that is outside.
    static final Group OUTSIDE = new Group(Optional.of("(outside)"));

    private static final Comparator<Group> ORDER =
            Comparator.comparing((Group group) -> group.value.isEmpty()).thenComparing(group -> group.value.orElse(""));

    /// Whether it is the group of those who do not count.
    public boolean isOutside() {
        return this == OUTSIDE;
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
