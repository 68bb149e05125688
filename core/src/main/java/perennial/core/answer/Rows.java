package perennial.core.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;

/// The rows of an answer, read by the names of their cells.
public record Rows(List<Row> rows) {
    public Rows {
        rows = List.copyOf(rows);
    }

    /// Every name that occurs, in the order of the cells.
    public List<String> names() {
        var names = new LinkedHashSet<String>();
        rows.forEach(row -> names.addAll(row.cells().keySet()));
        return new ArrayList<>(names);
    }

    /// Whether all of these occur.
    public boolean have(String... names) {
        return names().containsAll(List.of(names));
    }

    /// The text that identifies a row, or "" where it has none by this name. A value that reads like the word for a
    /// missing one is quoted.
    public static String key(Row row, String name) {
        return switch (row.cells().getOrDefault(name, new Cell.Missing())) {
            case Cell.Key(String text) -> text.equals(Cell.NoKey.WORD) ? '"' + text + '"' : text;
            case Cell.NoKey _ -> Cell.NoKey.WORD;
            case Cell.Index(int number) -> Integer.toString(number);
            case Cell.Count _, Cell.Proportion _, Cell.Real _, Cell.Amount _, Cell.Missing _, Cell.Judged _ -> "";
        };
    }

    /// The count of this name; none counts as 0 only where the row has no such cell.
    public static long count(Row row, String name) {
        return row.cells().get(name) instanceof Cell.Count(long number, String _, int[] _) ? number : 0;
    }

    /// The number of this name, unless it is undefined or not yet known.
    public static OptionalDouble real(Row row, String name) {
        return switch (row.cells().getOrDefault(name, new Cell.Missing())) {
            case Cell.Proportion(double share) -> OptionalDouble.of(share);
            case Cell.Real(double number) -> OptionalDouble.of(number);
            case Cell.Key _, Cell.NoKey _, Cell.Index _, Cell.Count _, Cell.Amount _, Cell.Missing _, Cell.Judged _ ->
                OptionalDouble.empty();
        };
    }
}
