package perennial.app.show;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SequencedSet;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.answer.State;

/// Retention as a triangle: a line per cohort, a column per period since entry, the pooled cohort last; whole percent,
/// the darker the more came back. One triangle per group.
record HeatMap(Rows rows, Screen screen) {
    private static final String POOLED = "all";
    private static final int LEAST_CELL = 5;
    private static final int[] SHADES = {194, 157, 120, 84, 78, 35, 29, 22};
    private static final int FIRST_DARK_SHADE = 5;

    static boolean fits(Rows rows) {
        return rows.have("cohort", "n", "size", "value");
    }

    List<String> lines() {
        SequencedMap<String, List<Row>> groups = new LinkedHashMap<>();
        rows.rows()
                .forEach(row -> groups.computeIfAbsent(Rows.key(row, "group"), _ -> new ArrayList<>())
                        .add(row));
        var lines = new ArrayList<String>();
        groups.forEach((group, some) -> {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            if (!group.isEmpty()) {
                lines.add(Text.clip("group " + Text.plain(group), screen.width()));
            }
            lines.addAll(new Triangle(some, screen).lines());
        });
        return lines;
    }

    /// The cohorts of one group.
    private static final class Triangle {
        private final Screen screen;
        private final SequencedMap<String, SequencedMap<String, Row>> cohorts = new LinkedHashMap<>();
        private final SequencedSet<String> periods = new LinkedHashSet<>();
        private final double most;
        private boolean isPartial;

        Triangle(List<Row> rows, Screen screen) {
            this.screen = screen;
            for (Row row : rows) {
                cohorts.computeIfAbsent(Rows.key(row, "cohort"), _ -> new LinkedHashMap<>())
                        .put(Rows.key(row, "n"), row);
                periods.add(Rows.key(row, "n"));
            }
            SequencedMap<String, Row> pooled = cohorts.remove(POOLED);
            if (pooled != null) {
                cohorts.putLast(POOLED, pooled);
            }
            String first = periods.getFirst();
            most = rows.stream()
                    .filter(row -> periods.size() == 1 || !Rows.key(row, "n").equals(first))
                    .mapToDouble(row -> Rows.real(row, "value").orElse(0))
                    .max()
                    .orElse(0);
        }

        List<String> lines() {
            var left = new Table(List.of(
                    new Table.Column("cohort", List.copyOf(cohorts.keySet()), false),
                    new Table.Column(
                            "size",
                            cohorts.values().stream()
                                    .map(cohort -> Numbers.whole(size(cohort)))
                                    .toList(),
                            true)));
            int cell = Math.max(
                    LEAST_CELL, 1 + periods.stream().mapToInt(Text::width).max().orElse(0));
            int fitting = Math.clamp((screen.width() - left.width()) / cell, 0, periods.size());
            List<String> shown = periods.stream().limit(fitting).toList();
            List<String> lines = new ArrayList<>(left.lines(screen.width()));
            lines.set(
                    0,
                    lines.getFirst()
                            + String.join(
                                    "",
                                    shown.stream().map(n -> Text.right(n, cell)).toList()));
            int at = 1;
            for (Map<String, Row> cohort : cohorts.values()) {
                var line = new StringBuilder(lines.get(at));
                shown.forEach(n -> line.append(cell(cohort, n, cell)));
                lines.set(at++, line.toString());
            }
            lines.replaceAll(String::stripTrailing);
            if (cohorts.containsKey(POOLED) && cohorts.size() > 1) {
                lines.add(lines.size() - 1, "─".repeat(left.width() + fitting * cell));
            }
            legend(fitting).forEach(line -> lines.addAll(Text.wrap(line, screen.width(), 0)));
            return lines;
        }

        private List<String> legend(int fitting) {
            var legend = new ArrayList<String>();
            if (isPartial) {
                legend.add("* so far");
            }
            if (fitting < periods.size()) {
                legend.add("The first " + fitting + " of " + periods.size()
                        + " columns; a wider terminal or --csv shows the others.");
            }
            return legend;
        }

        private static long size(Map<String, Row> cohort) {
            return cohort.values().stream()
                    .mapToLong(row -> Rows.count(row, "size"))
                    .max()
                    .orElse(0);
        }

        private String cell(Map<String, Row> cohort, String n, int width) {
            Row row = cohort.get(n);
            if (row == null) {
                return " ".repeat(width);
            }
            OptionalDouble value = Rows.real(row, "value");
            if (value.isEmpty()) {
                boolean mayCome = row.state() == State.NOT_YET && size(cohort) > 0;
                return Text.right(mayCome ? "·" : "–", width - 1) + " ";
            }
            boolean isOpen = row.state() == State.IN_PROGRESS;
            isPartial |= isOpen;
            String text = Text.right(Numbers.roundPercent(value.getAsDouble()), width - 1) + (isOpen ? "*" : " ");
            int shade = most > 0
                    ? Math.clamp((int) (value.getAsDouble() / most * (SHADES.length - 1)), 0, SHADES.length - 1)
                    : 0;
            return screen.on(text, SHADES[shade], shade >= FIRST_DARK_SHADE);
        }
    }
}
