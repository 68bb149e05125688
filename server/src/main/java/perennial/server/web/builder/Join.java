package perennial.server.web.builder;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.core.segment.Segment;

/// How many of the parts of a group must hold.
public enum Join {
    ALL("all of these"),
    ANY("any of these"),
    NONE("none of these");

    private final String words;

    Join(String words) {
        this.words = words;
    }

    static Join of(String word) {
        return Arrays.stream(values())
                .filter(join -> join.toString().equals(word))
                .findFirst()
                .orElse(ALL);
    }

    /// The parts as one; empty without any.
    Optional<Segment> joined(List<Segment> parts) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        boolean isOne = parts.size() == 1;
        return Optional.of(
                switch (this) {
                    case ALL -> isOne ? parts.getFirst() : new Segment.All(parts);
                    case ANY -> isOne ? parts.getFirst() : new Segment.Any(parts);
                    case NONE -> new Segment.Not(isOne ? parts.getFirst() : new Segment.Any(parts));
                });
    }

    static List<Field.Choice> choices() {
        return Stream.of(values())
                .map(join -> new Field.Choice(join.toString(), join.words))
                .toList();
    }

    /// As fields send it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
