package perennial.core.segment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What customers are scored by, 1 to 5, against all who ever bought: 1 + floor(5 × share of them strictly worse).
/// Equal ones get equal scores, so a score may be nobody's.
public enum Score {
    /// The local date of the last purchase; the later, the better.
    RECENCY,
    /// The number of purchases.
    FREQUENCY,
    /// The money spent, refunds taken off, in the workspace's currency.
    MONETARY;

    /// The highest score.
    public static final int BEST = 5;

    static List<String> words() {
        return Arrays.stream(values()).map(Score::toString).toList();
    }

    static Optional<Score> of(String word) {
        return Arrays.stream(values())
                .filter(score -> score.toString().equalsIgnoreCase(word))
                .findFirst();
    }

    /// As the text form writes it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
