package perennial.app.show;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import perennial.app.show.Table.Column;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.answer.State;

/// One line per row: its cells as columns, a share with its interval, what is not over marked, and a bar or the flows
/// of a lifecycle where the screen has room.
record RowTable(Rows rows, Screen screen) {
    private static final int LEAST_PICTURE = 12;
    private static final int MOST_PICTURE = 40;
    private static final int BAR_COLOUR = 67;
    private static final Set<String> SHOWN_ELSEWHERE = Set.of("low", "high", "state");

    List<String> lines() {
        var table = new Table(columns());
        List<String> lines = new ArrayList<>(table.lines(screen.width()));
        int room = Math.min(MOST_PICTURE, screen.width() - table.width() - 2);
        if (room >= LEAST_PICTURE) {
            List<String> pictures = pictures(room);
            for (int i = 0; i < pictures.size(); i++) {
                lines.set(i + 1, lines.get(i + 1) + "  " + pictures.get(i));
            }
        }
        lines.replaceAll(String::stripTrailing);
        if (isLifecycle() && room >= LEAST_PICTURE) {
            lines.add("");
            lines.add(Text.clip(Flow.LEGEND, screen.width()));
        }
        return lines;
    }

    private boolean isLifecycle() {
        return rows.have("new", "returning", "reactivated", "dormant", "active");
    }

    private boolean hasInterval() {
        return rows.have("value", "low", "high");
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        for (String name : rows.names()) {
            if (!SHOWN_ELSEWHERE.contains(name) || !rows.have("value") && !name.equals("state")) {
                columns.add(column(name));
            }
        }
        columns.add(new Column("", rows.rows().stream().map(RowTable::mark).toList(), false));
        return columns;
    }

    private static String mark(Row row) {
        return switch (row.state()) {
            case COMPLETE -> "";
            case IN_PROGRESS -> "so far";
            case NOT_YET -> "not yet";
        };
    }

    private Column column(String name) {
        boolean alignsRight = rows.rows().stream()
                .map(row -> row.cells().get(name))
                .noneMatch(cell -> cell instanceof Cell.Key || cell instanceof Cell.NoKey);
        String heading = name.replace('_', ' ');
        if (name.equals("value") && hasInterval()) {
            return new Column(heading, shares(), true);
        }
        int decimals = rows.rows().stream()
                .mapToInt(
                        row -> row.cells().get(name) instanceof Cell.Real(double number) ? Numbers.decimals(number) : 0)
                .max()
                .orElse(0);
        return new Column(
                heading,
                rows.rows().stream().map(row -> text(row, name, decimals)).toList(),
                alignsRight);
    }

    private static String text(Row row, String name, int decimals) {
        return switch (row.cells().getOrDefault(name, new Cell.Missing())) {
            case Cell.Key _, Cell.NoKey _, Cell.Index _ -> Rows.key(row, name);
            case Cell.Count(long number, String _, int[] _) ->
                number == 0 && row.state() == State.NOT_YET ? gap(row) : Numbers.whole(number);
            case Cell.Proportion(double share) -> Numbers.percent(share);
            case Cell.Real(double number) -> Numbers.real(number, decimals);
            case Cell.Amount(BigDecimal amount) -> Numbers.money(amount);
            case Cell.Missing _ -> gap(row);
            case Cell.Judged(State state) -> state.toString();
        };
    }

    /// What cannot be known yet is a dot, what is undefined a dash.
    private static String gap(Row row) {
        return row.state() == State.NOT_YET ? "·" : "–";
    }

    /// The shares, each with its interval; all intervals as wide as the widest, so that the signs stand in one column.
    private List<String> shares() {
        List<String> intervals = rows.rows().stream()
                .map(row -> {
                    OptionalDouble low = Rows.real(row, "low");
                    OptionalDouble high = Rows.real(row, "high");
                    return low.isPresent() && high.isPresent()
                            ? " " + Numbers.interval(low.getAsDouble(), high.getAsDouble())
                            : "";
                })
                .toList();
        int widest = intervals.stream().mapToInt(Text::width).max().orElse(0);
        var shares = new ArrayList<String>();
        for (int i = 0; i < intervals.size(); i++) {
            Row row = rows.rows().get(i);
            OptionalDouble value = Rows.real(row, "value");
            shares.add((value.isPresent() ? Numbers.percent(value.getAsDouble()) : gap(row))
                    + Text.left(intervals.get(i), widest));
        }
        return shares;
    }

    private List<String> pictures(int width) {
        return isLifecycle() ? flows(width) : bars(width);
    }

    private List<String> flows(int width) {
        var flow = new Flow(most("dormant"), most("active"), width);
        return rows.rows().stream()
                .map(row -> flow.line(
                        Rows.count(row, "new"),
                        Rows.count(row, "returning"),
                        Rows.count(row, "reactivated"),
                        Rows.count(row, "dormant"),
                        screen))
                .toList();
    }

    private long most(String name) {
        return rows.rows().stream()
                .mapToLong(row -> Rows.count(row, name))
                .max()
                .orElse(0);
    }

    private List<String> bars(int width) {
        double most = rows.rows().stream().mapToDouble(this::measure).max().orElse(0);
        return rows.rows().stream()
                .map(row -> {
                    String bar = row.state() == State.COMPLETE
                            ? Bars.bar(measure(row), most, width)
                            : Bars.openBar(measure(row), most, width);
                    return screen.coloured(bar, BAR_COLOUR);
                })
                .toList();
    }

    /// What a bar stands for: the value if rows have one, else their first count.
    private double measure(Row row) {
        if (row.cells().containsKey("value")) {
            return Rows.real(row, "value").orElse(0);
        }
        return row.cells().values().stream()
                .filter(Cell.Count.class::isInstance)
                .map(cell -> (double) ((Cell.Count) cell).number())
                .findFirst()
                .orElse(0.0);
    }
}
