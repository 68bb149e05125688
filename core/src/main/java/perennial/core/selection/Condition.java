package perennial.core.selection;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A condition on named values of one event or row.
///
/// Values are texts. Two that are written as numbers compare as numbers (`7` equals `7.0`, but not `007`); otherwise
/// letter by letter; a number and a word have no order, so `<` between them is false. A value that is absent fulfils
/// nothing, so `not (a = 1)` and `a != 1` differ: the first also holds where `a` is absent.
public sealed interface Condition {

    /// Whether the values fulfil it; `values` gives the text under a name, or nothing.
    boolean matches(Function<String, Optional<String>> values);

    /// The tests it is put together from.
    default Stream<Test> tests() {
        return switch (this) {
            case Test test -> Stream.of(test);
            case All(var of) -> of.stream().flatMap(Condition::tests);
            case Any(var of) -> of.stream().flatMap(Condition::tests);
            case Not(var denied) -> denied.tests();
        };
    }

    /// A condition on the value under one name.
    sealed interface Test extends Condition {
        String name();

        /// Whether a value that is there fulfils it.
        boolean accepts(String value);

        @Override
        default boolean matches(Function<String, Optional<String>> values) {
            return values.apply(name()).filter(this::accepts).isPresent();
        }
    }

    record Compare(String name, Operator operator, String to) implements Test {
        @Override
        public boolean accepts(String value) {
            return switch (operator) {
                case EQUAL -> isEqual(value, to);
                case NOT_EQUAL -> !isEqual(value, to);
                case LESS, AT_MOST, MORE, AT_LEAST -> hasOrder(value);
            };
        }

        private boolean hasOrder(String value) {
            boolean number = isNumber(value);
            if (number != isNumber(to)) {
                return false;
            }
            int order = number ? new BigDecimal(value).compareTo(new BigDecimal(to)) : value.compareTo(to);
            return switch (operator) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
                case EQUAL, NOT_EQUAL -> throw new IllegalStateException("Bug: " + operator + " has no order");
            };
        }

        @Override
        public String toString() {
            return WordReader.written(name) + " " + operator + " " + WordReader.written(to);
        }
    }

    record In(String name, List<String> choices) implements Test {
        public In {
            choices = List.copyOf(choices);
        }

        @Override
        public boolean accepts(String value) {
            return choices.stream().anyMatch(choice -> isEqual(value, choice));
        }

        @Override
        public String toString() {
            return choices.stream()
                    .map(WordReader::written)
                    .collect(Collectors.joining(", ", WordReader.written(name) + " in (", ")"));
        }
    }

    /// The value holds the text somewhere; case counts.
    record Contains(String name, String part) implements Test {
        @Override
        public boolean accepts(String value) {
            return value.contains(part);
        }

        @Override
        public String toString() {
            return WordReader.written(name) + " contains " + WordReader.written(part);
        }
    }

    /// The value begins with the text; case counts.
    record StartsWith(String name, String prefix) implements Test {
        @Override
        public boolean accepts(String value) {
            return value.startsWith(prefix);
        }

        @Override
        public String toString() {
            return WordReader.written(name) + " starts-with " + WordReader.written(prefix);
        }
    }

    /// The value is there.
    record Exists(String name) implements Test {
        @Override
        public boolean accepts(String value) {
            return true;
        }

        @Override
        public String toString() {
            return WordReader.written(name) + " exists";
        }
    }

    /// All of them hold; true for none.
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }

        @Override
        public boolean matches(Function<String, Optional<String>> values) {
            return of.stream().allMatch(each -> each.matches(values));
        }

        @Override
        public String toString() {
            return of.stream().map(Object::toString).collect(Collectors.joining(" and ", "(", ")"));
        }
    }

    /// At least one of them holds; false for none.
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }

        @Override
        public boolean matches(Function<String, Optional<String>> values) {
            return of.stream().anyMatch(each -> each.matches(values));
        }

        @Override
        public String toString() {
            return of.stream().map(Object::toString).collect(Collectors.joining(" or ", "(", ")"));
        }
    }

    record Not(Condition of) implements Condition {
        @Override
        public boolean matches(Function<String, Optional<String>> values) {
            return !of.matches(values);
        }

        @Override
        public String toString() {
            return "not (" + of + ")";
        }
    }

    /// How two values compare.
    enum Operator {
        EQUAL("="),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        @Override
        public String toString() {
            return sign;
        }
    }

    /// Whether a text is a number as JSON writes them: no leading zeros, no plus, no bare point.
    static boolean isNumber(String text) {
        return NumberText.isNumber(text);
    }

    private static boolean isEqual(String left, String right) {
        return left.equals(right)
                || isNumber(left) && isNumber(right) && new BigDecimal(left).compareTo(new BigDecimal(right)) == 0;
    }
}
