package perennial.core.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import perennial.core.answer.Cell;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.Asked;
import perennial.core.question.BadOption;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.question.People;
import perennial.core.question.QuestionKind;

/// Answers a KPI: asks each question it names once, joins their rows by their keys, and calculates.
///
/// - A row is as complete as its least complete number; what is undefined makes the value undefined, and so does a
///   division by 0.
/// - A group that a question which counts does not name in a period is counted 0; of a period it does not have, nothing
///   is known.
/// - Sums and products are exact; a quotient has 16 digits.
public final class KpiAnswer {
    /// The options a KPI has: those of every question, handed on to each question that does not say otherwise.
    public static final List<Option> OPTIONS = Stream.concat(Stream.of(KpiLibrary.EVERY), QuestionKind.COMMON.stream())
            .toList();

    private static final Option FORMULA = new Option("formula", "FORMULA", "", "What was calculated.");

    /// Answers the questions of a formula.
    public interface Engine {
        Asked ask(QuestionKind kind, Options options);

        People who(QuestionKind kind, Options options, String cell);
    }

    private final Kpi kpi;
    private final Formula formula;
    private final Options given;
    private final Engine engine;
    private final SequencedMap<Formula.Term, TermRows> terms = new LinkedHashMap<>();

    private KpiAnswer(Kpi kpi, KpiLibrary library, Options given, Engine engine) {
        this.kpi = kpi;
        this.given = given;
        this.engine = engine;
        Formula whole = library.withoutNames(kpi);
        formula = given.text(QuestionKind.SEGMENT.name())
                .map(segment -> KpiLibrary.within(whole, segment))
                .orElse(whole);
    }

    /// The answer under a name.
    ///
    /// @throws BadKpi if it names a KPI or a column that is not there, or rows that do not go
    ///     together
    public static Asked ask(String name, Kpi kpi, KpiLibrary library, Options given, Engine engine) {
        return new KpiAnswer(kpi, library, given, engine).ask(name);
    }

    /// The people behind a cell, where it is the column of one question: the value of a KPI that is one term, or the
    /// numerator or denominator of a quotient of two.
    ///
    /// @throws BadOption if it is calculated from several
    public static People who(Kpi kpi, KpiLibrary library, Options given, Engine engine, String cell) {
        return new KpiAnswer(kpi, library, given, engine).who(cell);
    }

    private Asked ask(String name) {
        KpiLibrary.requireOnePeriod(formula, values(KpiLibrary.EVERY).getFirst());
        formula.terms().distinct().forEach(term -> terms.put(term, TermRows.of(asked(term), term.column())));
        if (terms.isEmpty()) {
            throw new BadKpi("The formula " + kpi + " asks no question; name one such as" + " active-users.customers");
        }
        requireSameKeys();
        Asked first = terms.firstEntry().getValue().asked();
        return new Asked(name, parameters(), rules(), notes(), first.zone(), first.asOf(), rows());
    }

    private Asked asked(Formula.Term term) {
        try {
            return engine.ask(kind(term), options(term));
        } catch (BadOption fault) {
            if (given.isGiven(fault.option())) {
                throw fault;
            }
            throw BadKpi.at(
                    term,
                    formula,
                    fault.option() + " of " + term.question() + ": " + fault.fault() + "; in a formula write "
                            + term.question() + "(" + written(kind(term), fault.option()) + ")");
        }
    }

    /// An option as it stands in a formula, twice if it may.
    private static String written(QuestionKind kind, String name) {
        Optional<Option> option = Stream.concat(kind.options().stream(), QuestionKind.COMMON.stream())
                .filter(each -> each.name().equals(name))
                .findFirst();
        String one = name + " = " + option.map(Option::values).orElse("…");
        return option.filter(Option::isRepeatable).isPresent() ? one + ", " + one : one;
    }

    private static QuestionKind kind(Formula.Term term) {
        return Catalogue.named(term.question());
    }

    /// The term's own options, and the common ones where it has none.
    private Options options(Formula.Term term) {
        Map<String, List<String>> all = new HashMap<>(term.options());
        Set<Option> known = Set.copyOf(kind(term).options());
        for (Option option : OPTIONS) {
            List<String> values = values(option);
            boolean isKnown = QuestionKind.COMMON.contains(option)
                    || known.stream().anyMatch(each -> each.name().equals(option.name()));
            if (isKnown && !values.isEmpty()) {
                all.putIfAbsent(option.name(), values);
            }
        }
        return new Options(all, Map.of());
    }

    private List<String> values(Option option) {
        return given.isGiven(option.name()) || option.byDefault().isEmpty()
                ? given.texts(option.name())
                : List.of(option.byDefault());
    }

    private void requireSameKeys() {
        Map.Entry<Formula.Term, TermRows> first = terms.firstEntry();
        terms.forEach((term, rows) -> {
            boolean fits = rows.values().isEmpty()
                    || first.getValue().values().isEmpty()
                    || rows.keyNames().equals(first.getValue().keyNames());
            if (!fits) {
                throw BadKpi.at(
                        term,
                        formula,
                        first.getKey() + " has a row for each "
                                + String.join(" and ", first.getValue().keyNames()) + ", but " + term + " one for each "
                                + String.join(" and ", rows.keyNames())
                                + "; only rows of the same kind can be calculated with");
            }
        });
    }

    private List<Row> rows() {
        SequencedSet<List<Cell>> keys = new LinkedHashSet<>();
        terms.values().forEach(rows -> keys.addAll(rows.values().sequencedKeySet()));
        List<String> names = terms.values().stream()
                .map(TermRows::keyNames)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(List.of());
        return keys.stream().map(key -> row(names, key)).toList();
    }

    private Row row(List<String> names, List<Cell> keys) {
        Row.Builder row = Row.of(new Counts());
        for (int i = 0; i < names.size(); i++) {
            row.cell(names.get(i), keys.get(i));
        }
        State state = terms.values().stream()
                .map(rows -> rows.at(keys).state())
                .reduce(State.COMPLETE, (one, other) -> one.compareTo(other) > 0 ? one : other);
        if (formula instanceof Formula.Combined(Formula left, Formula.Operation operation, Formula right)
                && operation == Formula.Operation.OVER) {
            row.real("numerator", real(value(left, keys))).real("denominator", real(value(right, keys)));
        }
        Optional<BigDecimal> value = state == State.NOT_YET ? Optional.empty() : value(formula, keys);
        row.cell("value", value.map(this::shown).orElse(new Cell.Missing()));
        return row.state(state);
    }

    private Cell shown(BigDecimal value) {
        return switch (kpi.unit()) {
            case PERCENT -> new Cell.Proportion(value.doubleValue());
            case MONEY -> new Cell.Amount(value.setScale(2, RoundingMode.HALF_EVEN));
            case NUMBER, DAYS -> new Cell.Real(value.doubleValue());
        };
    }

    private static OptionalDouble real(Optional<BigDecimal> number) {
        return number.map(each -> OptionalDouble.of(each.doubleValue())).orElse(OptionalDouble.empty());
    }

    private Optional<BigDecimal> value(Formula part, List<Cell> keys) {
        return switch (part) {
            case Formula.Constant(BigDecimal number) -> Optional.of(number);
            case Formula.Term term -> terms.get(term).at(keys).number();
            case Formula.Named named -> throw new IllegalStateException("Bug: " + named + " was to be replaced");
            case Formula.Combined(Formula left, Formula.Operation operation, Formula right) -> {
                Optional<BigDecimal> one = value(left, keys);
                Optional<BigDecimal> other = value(right, keys);
                yield one.isPresent() && other.isPresent()
                        ? combined(one.get(), operation, other.get())
                        : Optional.empty();
            }
        };
    }

    private static Optional<BigDecimal> combined(BigDecimal left, Formula.Operation operation, BigDecimal right) {
        return switch (operation) {
            case PLUS -> Optional.of(left.add(right));
            case MINUS -> Optional.of(left.subtract(right));
            case TIMES -> Optional.of(left.multiply(right));
            case OVER ->
                right.signum() == 0 ? Optional.empty() : Optional.of(left.divide(right, MathContext.DECIMAL64));
        };
    }

    private SequencedMap<Option, List<String>> parameters() {
        SequencedMap<Option, List<String>> all = new LinkedHashMap<>();
        all.put(FORMULA, List.of(kpi.toString()));
        for (Option option : OPTIONS) {
            List<String> values = values(option);
            if (!values.isEmpty()) {
                all.put(option, values);
            }
        }
        return all;
    }

    /// The formula, then the rules of each question, those they share once.
    private List<String> rules() {
        SequencedSet<String> rules = new LinkedHashSet<>();
        rules.add("Calculated as " + formula + ", in " + kpi.unit() + ".");
        terms.values()
                .forEach(rows -> rows.asked()
                        .rules()
                        .forEach(rule -> rules.add(rows.asked().question() + ": " + rule)));
        return new ArrayList<>(rules);
    }

    private List<String> notes() {
        return terms.values().stream()
                .flatMap(rows -> rows.asked().notes().stream())
                .distinct()
                .toList();
    }

    private People who(String cell) {
        Optional<Formula.Term> meant =
                formula instanceof Formula.Combined(Formula left, Formula.Operation operation, Formula right)
                                && operation == Formula.Operation.OVER
                        ? cell.endsWith("numerator")
                                ? term(left)
                                : cell.endsWith("denominator") ? term(right) : Optional.empty()
                        : term(formula);
        Formula.Term term = meant.orElseThrow(() -> new BadOption(
                "who",
                "the value is calculated from several numbers, each with people of its own; name one, such as"
                        + " period=2026-03-01,numerator, or ask its question"));
        String column = TermRows.of(asked(term), term.column()).column();
        return engine.who(kind(term), options(term), cell.replaceFirst("(numerator|denominator|value)$", column));
    }

    private static Optional<Formula.Term> term(Formula part) {
        return part instanceof Formula.Term term ? Optional.of(term) : Optional.empty();
    }
}
