package perennial.app.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.answer.State;

/// A curve of many days as a table of some: the first week day by day, then ever longer steps, and the last day.
record Curve(Rows rows, Screen screen) {
    private static final Set<Integer> DAYS =
            Set.of(0, 1, 2, 3, 4, 5, 6, 7, 14, 21, 30, 45, 60, 90, 120, 150, 180, 240, 300, 365, 450, 540, 630, 730);

    static boolean fits(Rows rows) {
        return rows.have("day", "at_risk", "value");
    }

    List<String> lines() {
        List<Row> some = new ArrayList<>();
        for (int i = 0; i < rows.rows().size(); i++) {
            Row row = rows.rows().get(i);
            if (isKnown(row) && (DAYS.contains(day(row)) || isLast(i))) {
                some.add(row);
            }
        }
        if (some.isEmpty()) {
            return List.of("Nothing to show: nobody left in this range and was watched since.");
        }
        var lines = new ArrayList<>(new RowTable(new Rows(some), screen).lines());
        if (some.size() < rows.rows().size()) {
            lines.add("");
            lines.addAll(screen.wrap("Some of " + rows.rows().size() + " days; --csv and --json have them all."));
        }
        return lines;
    }

    /// Whether the curve of its group ends with a row.
    private boolean isLast(int i) {
        return i + 1 == rows.rows().size()
                || !isKnown(rows.rows().get(i + 1))
                || day(rows.rows().get(i + 1)) == 0;
    }

    private static int day(Row row) {
        return Integer.parseInt(Rows.key(row, "day"));
    }

    private static boolean isKnown(Row row) {
        return row.state() != State.NOT_YET;
    }
}
