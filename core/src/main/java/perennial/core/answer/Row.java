package perennial.core.answer;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// One row of an answer: cells by name, in the order they are shown, the state last.
public final class Row {
    private final Cells cells;

    private Row(Cells cells) {
        this.cells = cells;
    }

    /// The cells by name, in their order.
    public Map<String, Cell> cells() {
        return cells;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row && cells.equals(row.cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return cells.toString();
    }

    public State state() {
        return cells.get("state") instanceof Cell.Judged(State state) ? state : State.COMPLETE;
    }

    /// Starts a row whose numbers are counted in `counts`.
    public static Builder of(Counts counts) {
        return new Builder(counts);
    }

    /// Starts the row of a period; in one that has not begun, counts are missing, not 0.
    public static Builder of(Counts counts, State period) {
        Builder row = new Builder(counts);
        row.isBegun = period != State.NOT_YET;
        return row;
    }

    /// Builds one row cell by cell.
    public static final class Builder {
        private static final Cell MISSING = new Cell.Missing();

        private final Counts counts;
        private boolean isBegun = true;
        private final Cells cells = new Cells();

        private Builder(Counts counts) {
            this.counts = counts;
        }

        /// A cell as it is.
        public Builder cell(String name, Cell cell) {
            cells.append(name, cell);
            return this;
        }

        public Builder key(String name, String text) {
            cells.append(name, new Cell.Key(text));
            return this;
        }

        /// What identifies the row, or that nothing does.
        public Builder key(String name, Optional<String> text) {
            cells.append(name, text.<Cell>map(Cell.Key::new).orElseGet(Cell.NoKey::new));
            return this;
        }

        public Builder index(String name, int number) {
            cells.append(name, new Cell.Index(number));
            return this;
        }

        /// The sum of some boxes.
        public Builder count(String name, int... boxes) {
            cells.append(name, isBegun ? new Cell.Count(counts.sum(boxes), counts.label(), boxes) : MISSING);
            return this;
        }

        public Builder real(String name, double number) {
            cells.append(name, new Cell.Real(number));
            return this;
        }

        /// A share of 0..1, or a bound of one.
        public Builder proportion(String name, double share) {
            cells.append(name, new Cell.Proportion(share));
            return this;
        }

        /// A share without its interval; missing where there is no trial.
        public Builder proportion(String name, Share share) {
            return share.isDefined() ? proportion(name, share.value()) : missing(name);
        }

        /// A number that may be undefined.
        public Builder real(String name, OptionalDouble number) {
            cells.append(name, number.isPresent() ? new Cell.Real(number.getAsDouble()) : MISSING);
            return this;
        }

        public Builder amount(String name, BigDecimal amount) {
            cells.append(name, new Cell.Amount(amount));
            return this;
        }

        public Builder missing(String... names) {
            for (String name : names) {
                cells.append(name, MISSING);
            }
            return this;
        }

        /// Value, bounds and state.
        public Row share(Share share, State state) {
            return value(share, state).interval(share, state).state(state);
        }

        /// The value of a share; missing where there is no trial or nothing was observed.
        public Builder value(Share share, State state) {
            return state == State.NOT_YET ? missing("value") : proportion("value", share);
        }

        /// The bounds of a share; missing where there is no trial, and unless complete.
        public Builder interval(Share share, State state) {
            return share.isDefined() && state == State.COMPLETE
                    ? proportion("low", share.low()).proportion("high", share.high())
                    : missing("low", "high");
        }

        public Row state(State state) {
            cells.append("state", new Cell.Judged(state));
            return new Row(cells);
        }
    }

    /// The same row with a cell before all others.
    public Row withFirst(String name, Cell first) {
        var all = new Cells();
        all.append(name, first);
        cells.forEach(all::append);
        return new Row(all);
    }
}
