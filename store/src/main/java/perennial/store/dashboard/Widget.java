package perennial.store.dashboard;

import java.util.Arrays;
import java.util.stream.Collectors;

/// A report on a dashboard.
///
/// @param id by which it is told from the others
/// @param question the name of its question
/// @param query its settings, as the address of the report has them
public record Widget(String id, Width width, String question, String query) {
    private static final int LONGEST = 4_000;

    public Widget {
        if (query.length() > LONGEST) {
            throw new IllegalArgumentException("The settings of a report on a dashboard have at most " + LONGEST
                    + " letters, these have " + query.length() + "; save what is long as a segment and name it");
        }
    }

    /// How much of the width of a dashboard a widget takes.
    public enum Width {
        THIRD(4, "a third"),
        HALF(6, "half"),
        TWO_THIRDS(8, "two thirds"),
        FULL(12, "all");

        private final int columns;
        private final String words;

        Width(int columns, String words) {
            this.columns = columns;
            this.words = words;
        }

        /// Of twelve.
        public int columns() {
            return columns;
        }

        public String words() {
            return words;
        }

        /// The width of so many columns.
        ///
        /// @throws IllegalArgumentException naming the choices, if there is none
        public static Width of(int columns) {
            return Arrays.stream(values())
                    .filter(width -> width.columns == columns)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "A widget cannot be " + columns + " columns wide; choose among "
                                    + Arrays.stream(values())
                                            .map(width -> String.valueOf(width.columns))
                                            .collect(Collectors.joining(", "))));
        }
    }

    Widget as(Width other) {
        return new Widget(id, other, question, query);
    }
}
