package perennial.core.kpi;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.question.Asked;

/// One column of an answer by the keys of its rows.
///
/// @param keyNames what identifies a row, such as `period`
/// @param isCount whether it counts, so that a group that is not there means 0
/// @param periods that are there, with how far they can be trusted
record TermRows(
        Asked asked,
        List<String> keyNames,
        String column,
        boolean isCount,
        SequencedMap<List<Cell>, Value> values,
        Map<List<Cell>, State> periods) {
    private static final Set<String> PERIODS = Set.of("period", "cohort");

    /// A number, if it is defined, and how far it can be trusted.
    record Value(Optional<BigDecimal> number, State state) {}

    static TermRows of(Asked asked, Optional<String> wanted) {
        String column = wanted.orElseGet(() -> usual(asked.rows()));
        SequencedMap<List<Cell>, Value> values = new LinkedHashMap<>();
        List<String> keyNames = List.of();
        boolean isCount = false;
        Map<List<Cell>, State> periods = new HashMap<>();
        for (Row row : asked.rows()) {
            SequencedMap<String, Cell> keys = new LinkedHashMap<>();
            row.cells().forEach((name, cell) -> {
                if (isKey(cell)) {
                    keys.put(name, cell);
                }
            });
            keyNames = List.copyOf(keys.keySet());
            Cell cell = Optional.ofNullable(row.cells().get(column))
                    .filter(found -> !isKey(found))
                    .orElseThrow(() -> new BadKpi("The rows of " + asked.question() + " have no column \"" + column
                            + "\"; they have " + String.join(", ", row.cells().keySet())));
            isCount |= cell instanceof Cell.Count;
            values.put(List.copyOf(keys.values()), new Value(number(cell), row.state()));
            periods.merge(
                    period(keyNames, List.copyOf(keys.values())),
                    row.state(),
                    (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
        return new TermRows(asked, keyNames, column, isCount, values, periods);
    }

    /// The value of the rows, or where they have none, their last count.
    private static String usual(List<Row> rows) {
        String last = "value";
        for (Row row : rows) {
            if (row.cells().containsKey("value")) {
                return "value";
            }
            for (Map.Entry<String, Cell> cell : row.cells().entrySet()) {
                last = cell.getValue() instanceof Cell.Count ? cell.getKey() : last;
            }
        }
        return last;
    }

    private static boolean isKey(Cell cell) {
        return switch (cell) {
            case Cell.Key _, Cell.Index _, Cell.NoKey _ -> true;
            case Cell.Count _, Cell.Proportion _, Cell.Real _, Cell.Amount _, Cell.Missing _, Cell.Judged _ -> false;
        };
    }

    private static Optional<BigDecimal> number(Cell cell) {
        return switch (cell) {
            case Cell.Count(long number, String _, int[] _) -> Optional.of(BigDecimal.valueOf(number));
            case Cell.Proportion(double share) -> Optional.of(BigDecimal.valueOf(share));
            case Cell.Real(double number) -> Optional.of(BigDecimal.valueOf(number));
            case Cell.Amount(BigDecimal amount) -> Optional.of(amount);
            case Cell.Key _, Cell.Index _, Cell.NoKey _, Cell.Missing _, Cell.Judged _ -> Optional.empty();
        };
    }

    /// Those keys that say when.
    private static List<Cell> period(List<String> names, List<Cell> keys) {
        return IntStream.range(0, names.size())
                .filter(i -> PERIODS.contains(names.get(i)))
                .mapToObj(keys::get)
                .toList();
    }

    /// The number of a row. Where the row is not there: 0 of a group in a period that is there; of another period
    /// nothing is known.
    Value at(List<Cell> keys) {
        Value found = values.get(keys);
        if (found != null) {
            return found;
        }
        State state = periods.get(period(keyNames, keys));
        return state == null
                ? new Value(Optional.empty(), State.COMPLETE)
                : new Value(isCount ? Optional.of(BigDecimal.ZERO) : Optional.empty(), state);
    }
}
