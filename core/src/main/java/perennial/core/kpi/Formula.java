package perennial.core.kpi;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.core.selection.WordReader;

/// What a KPI is calculated from, as its author wrote it.
public sealed interface Formula {
    /// The terms in it, from left to right.
    default Stream<Term> terms() {
        return switch (this) {
            case Constant _, Named _ -> Stream.empty();
            case Term term -> Stream.of(term);
            case Combined(Formula left, Operation _, Formula right) -> Stream.concat(left.terms(), right.terms());
        };
    }

    /// A number that stays.
    record Constant(BigDecimal number) implements Formula {
        @Override
        public String toString() {
            return number.toPlainString();
        }
    }

    /// One column of the rows of a question, asked with some options; without a column the value of each row, or where
    /// rows have none, their last count.
    record Term(String question, SequencedMap<String, List<String>> options, Optional<String> column)
            implements Formula {
        public Term {
            options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
        }

        @Override
        public String toString() {
            String settings = options.entrySet().stream()
                    .flatMap(option -> option.getValue().stream()
                            .map(value -> option.getKey() + " = " + WordReader.written(value)))
                    .collect(Collectors.joining(", "));
            return question
                    + (settings.isEmpty() ? "" : "(" + settings + ")")
                    + column.map(name -> "." + name).orElse("");
        }
    }

    /// A KPI saved under a name.
    record Named(String name) implements Formula {
        @Override
        public String toString() {
            return WordReader.quoted(name);
        }
    }

    /// Two formulas put together.
    record Combined(Formula left, Operation operation, Formula right) implements Formula {
        @Override
        public String toString() {
            return side(left, false) + " " + operation + " " + side(right, true);
        }

        private String side(Formula side, boolean isRight) {
            boolean bindsWeaker = side instanceof Combined(Formula _, Operation inner, Formula _)
                    && (inner.rank() < operation.rank() || isRight && inner.rank() == operation.rank());
            return bindsWeaker ? "(" + side + ")" : side.toString();
        }
    }

    /// How two numbers are put together.
    enum Operation {
        PLUS("+", 1),
        MINUS("-", 1),
        TIMES("*", 2),
        OVER("/", 2);

        private final String sign;
        private final int rank;

        Operation(String sign, int rank) {
            this.sign = sign;
            this.rank = rank;
        }

        /// What binds stronger has the higher one.
        int rank() {
            return rank;
        }

        @Override
        public String toString() {
            return sign;
        }
    }
}
