package perennial.core.answer;

import java.math.BigDecimal;
import java.util.Arrays;

/// One named field of a row.
public sealed interface Cell {
    /// A text that identifies the row, such as the period.
    record Key(String text) implements Cell {}

    /// Identifies the row by a value that is missing: null in JSON, empty in CSV, [#WORD] to read.
    record NoKey() implements Cell {
        public static final String WORD = "(none)";
    }

    /// A whole number that identifies the row, such as the number of a column.
    record Index(int number) implements Cell {}

    /// People or lives counted, and where: the boxes, and the label they stand under, empty for the whole.
    record Count(long number, String label, int[] boxes) implements Cell {
        @Override
        public boolean equals(Object other) {
            return other instanceof Count count
                    && number == count.number
                    && label.equals(count.label)
                    && Arrays.equals(boxes, count.boxes);
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

    /// A share in 0..1, or a bound of one; percent exists on the screen alone.
    record Proportion(double share) implements Cell {}

    /// Another number with a fraction: a ratio, days, seconds.
    record Real(double number) implements Cell {}

    /// Money, exact, in the workspace's currency.
    record Amount(BigDecimal amount) implements Cell {}

    /// Undefined, or not yet known: null in JSON, a gap elsewhere; never 0.
    record Missing() implements Cell {}

    /// The state of the row.
    record Judged(State state) implements Cell {}
}
