package perennial.core.answer;

/// One named field of a row.
public sealed interface Cell {
    /// A text that identifies the row, such as the period.
    record Key(String text) implements Cell {}

    /// A whole number that identifies the row, such as the number of a column.
    record Index(int number) implements Cell {}

    /// People or lives counted, and the boxes they were counted in.
    record Count(long number, int[] boxes) implements Cell {}

    /// A number with a fraction: a share in 0..1, its bounds, a ratio, days.
    record Real(double number) implements Cell {}

    /// Undefined, or not yet known: null in JSON, a gap elsewhere; never 0.
    record Missing() implements Cell {}

    /// The state of the row.
    record Judged(State state) implements Cell {}
}
