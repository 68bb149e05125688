package perennial.app.show;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Columns of text, aligned, never wider than the screen.
record Table(List<Column> columns) {
    private static final String GAP = "  ";

    /// A narrower column of words could not be read: a date and a time fit.
    private static final int LEAST_WIDTH = 16;

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

        /// The lines of a cell, of at most so many columns.
        private List<String> lines(int row, int width) {
            return Text.broken(row < 0 ? heading : cells.get(row), width);
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

    /// The heading line and the rows, over several lines each where the screen is too narrow: the widest
    /// columns of words give way, and numbers stay whole.
    List<String> wrapped(int screenWidth) {
        int[] widths = columns.stream().mapToInt(Column::width).toArray();
        for (int over = width() - screenWidth; over > 0; over--) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                boolean gives = !columns.get(i).alignsRight() && widths[i] > LEAST_WIDTH;
                widest = gives && (widest < 0 || widths[i] > widths[widest]) ? i : widest;
            }
            if (widest < 0) {
                return lines(screenWidth);
            }
            widths[widest]--;
        }
        List<String> lines = new ArrayList<>();
        int rows =
                columns.stream().mapToInt(column -> column.cells().size()).max().orElse(0);
        for (int row = -1; row < rows; row++) {
            List<List<String>> cells = new ArrayList<>();
            for (int i = 0; i < widths.length; i++) {
                cells.add(columns.get(i).lines(row, widths[i]));
            }
            int height = cells.stream().mapToInt(List::size).max().orElse(1);
            for (int at = 0; at < height; at++) {
                List<String> parts = new ArrayList<>();
                for (int i = 0; i < widths.length; i++) {
                    String part = at < cells.get(i).size() ? cells.get(i).get(at) : "";
                    parts.add(columns.get(i).alignsRight() ? Text.right(part, widths[i]) : Text.left(part, widths[i]));
                }
                lines.add(String.join(GAP, parts));
            }
        }
        return lines;
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
