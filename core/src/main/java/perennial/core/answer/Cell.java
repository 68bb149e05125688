package perennial.core.answer;

import java.util.Arrays;

/// One named field of a row.
public sealed interface Cell {
    /// A text that identifies the row, such as the period.
    record Key(String text) implements Cell {}

    /// A whole number that identifies the row, such as the number of a column.
    record Index(int number) implements Cell {}

    /// People or lives counted, and the boxes they were counted in.
    record Count(long number, int[] boxes) implements Cell {
        @Override
        public boolean equals(Object other) {
            return other instanceof Count count && number == count.number && Arrays.equals(boxes, count.boxes);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number) + 31 * Arrays.hashCode(boxes);
        }

        @Override
        public String toString() {
            return String.valueOf(number);
        }
    }

    /// A number with a fraction: a share in 0..1, its bounds, a ratio, days.
    record Real(double number) implements Cell {}

    /// Undefined, or not yet known: null in JSON, a gap elsewhere; never 0.
    record Missing() implements Cell {}

    /// The state of the row.
    record Judged(State state) implements Cell {}
}
