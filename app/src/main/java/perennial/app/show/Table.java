package perennial.app.show;

import java.util.ArrayList;
import java.util.List;

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

        private String shown(String text) {
            return alignsRight ? Text.right(text, width()) : Text.left(text, width());
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
        int rows =
                columns.stream().mapToInt(column -> column.cells().size()).max().orElse(0);
        var lines = new ArrayList<String>();
        lines.add(Text.clip(
                String.join(
                        GAP,
                        columns.stream()
                                .map(column -> column.shown(column.heading()))
                                .toList()),
                screenWidth));
        for (int row = 0; row < rows; row++) {
            int at = row;
            lines.add(Text.clip(
                    String.join(
                            GAP,
                            columns.stream()
                                    .map(column -> column.shown(column.cells().get(at)))
                                    .toList()),
                    screenWidth));
        }
        return lines;
    }
}
