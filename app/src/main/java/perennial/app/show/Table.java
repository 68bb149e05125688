package perennial.app.show;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Columns of text, aligned, never wider than the screen.
record Table(List<Column> columns) {
    private static final String GAP = "  ";

    /// A column with its heading; a cell of each row.
    record Column(String heading, List<String> cells, boolean alignsRight) {
        Column {
            cells = cells.stream().map(Text::plain).toList();
        }

        int width() {
            return Math.max(
                    Text.width(heading),
                    cells.stream().mapToInt(Text::width).max().orElse(0));
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }

        /// The heading and the cells, all as wide as the column.
        private List<String> padded() {
            int width = width(); // measured once: it looks at every cell
            return Stream.concat(Stream.of(heading), cells.stream())
                    .map(text -> alignsRight ? Text.right(text, width) : Text.left(text, width))
                    .toList();
        }
    }

    Table {
        columns = columns.stream().filter(column -> !column.isEmpty()).toList();
    }

    /// How many columns of the screen the table takes.
    int width() {
        return columns.stream().mapToInt(Column::width).sum() + GAP.length() * Math.max(0, columns.size() - 1);
    }

    /// The heading line and one line per row, each padded to the table's width so that a picture can follow; cut where
    /// the screen ends.
    List<String> lines(int screenWidth) {
        List<List<String>> padded = columns.stream().map(Column::padded).toList();
        int count = padded.stream().mapToInt(List::size).max().orElse(1);
        var lines = new ArrayList<String>();
        for (int line = 0; line < count; line++) {
            int at = line;
            String whole = String.join(
                    GAP, padded.stream().map(column -> column.get(at)).toList());
            lines.add(Text.clip(whole, screenWidth));
        }
        return lines;
    }
}
