package perennial.core.kpi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import perennial.core.catalogue.Catalogue;
import perennial.core.kpi.Formula.Combined;
import perennial.core.kpi.Formula.Operation;
import perennial.core.question.QuestionKind;
import perennial.core.selection.Nearest;
import perennial.core.selection.WordReader;

/// Reads formulas from text, by recursive descent.
///
/// ```
/// kpi     := sum ["where" SEGMENT]
/// sum     := product (("+" | "-") product)*
/// product := factor (("*" | "/") factor)*
/// factor  := NUMBER | "(" sum ")" | term
/// term    := QUESTION ["(" option ("," option)* ")"] ["." COLUMN] | NAME of a saved KPI
/// option  := WORD "=" WORD
/// ```
///
/// Signs stand between spaces, as names may hold them. A NAME may have several words; quote it if it holds a sign, a
/// point or the word `where`.
final class FormulaParser {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+([.][0-9]+)?");
    private static final String FACTOR =
            "a number, a question with a column such as active-users.customers, or the" + " name of a saved KPI";

    private final WordReader reader;

    FormulaParser(String text) {
        reader = new WordReader(text);
    }

    Kpi kpi(Kpi.Unit unit) {
        Formula formula = sum();
        Optional<String> where = reader.takeWords("where")
                ? Optional.of(reader.rest("the segment whose customers count"))
                : Optional.empty();
        reader.requireEnd();
        return new Kpi(formula, where, unit);
    }

    private Formula sum() {
        return more(product(), this::product, Operation.PLUS, Operation.MINUS);
    }

    private Formula product() {
        return more(factor(), this::factor, Operation.TIMES, Operation.OVER);
    }

    /// Each further sign holds all that stands before it.
    private Formula more(Formula left, Supplier<Formula> next, Operation... signs) {
        return sign(signs)
                .map(sign -> reader.inside(() -> more(new Combined(left, sign, next.get()), next, signs)))
                .orElse(left);
    }

    private Optional<Operation> sign(Operation... some) {
        for (Operation operation : some) {
            if (reader.takeWords(operation.toString())) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    private Formula factor() {
        if (reader.take("(")) {
            Formula inner = reader.inside(this::sum);
            reader.require(")");
            return inner;
        }
        int place = reader.place();
        if (reader.isAtQuote()) {
            return new Formula.Named(reader.word(FACTOR));
        }
        String word = reader.word(FACTOR);
        if (NUMBER.matcher(word).matches()) {
            return new Formula.Constant(new BigDecimal(word));
        }
        if (isSign(word) || word.equalsIgnoreCase("where")) {
            throw reader.expectedAt(place, FACTOR);
        }
        int point = word.indexOf('.');
        String first = point < 0 ? word : word.substring(0, point);
        Optional<String> column = point < 0 ? Optional.empty() : Optional.of(word.substring(point + 1));
        Optional<QuestionKind> question = question(first);
        if (question.isPresent()) {
            return term(question.get(), column, place);
        }
        if (column.isPresent()) {
            String near = Nearest.to(first, names())
                    .map(name -> " (did you mean \"" + name + "\"?)")
                    .orElse("");
            throw reader.expectedAt(place, "the name of a question before the point" + near);
        }
        var name = new StringBuilder(word);
        for (String next = reader.wordAt(reader.place());
                !next.isEmpty() && !isSign(next) && !next.equalsIgnoreCase("where");
                next = reader.wordAt(reader.place())) {
            name.append(' ').append(reader.word(FACTOR));
        }
        return new Formula.Named(name.toString());
    }

    private Formula term(QuestionKind question, Optional<String> column, int place) {
        SequencedMap<String, List<String>> options = new LinkedHashMap<>();
        if (reader.take("(")) {
            if (column.isPresent()) {
                throw reader.expectedAt(
                        place, "the column after the options, such as " + question.name() + "(…)." + column.get());
            }
            do {
                String option = reader.word("an option of " + question.name());
                reader.require("=");
                options.computeIfAbsent(option, name -> new ArrayList<>()).add(reader.word("a value"));
            } while (reader.take(","));
            reader.require(")");
            if (reader.take(".")) {
                return new Formula.Term(question.name(), options, Optional.of(reader.word("the name of a column")));
            }
        }
        return new Formula.Term(question.name(), options, column);
    }

    private static Optional<QuestionKind> question(String name) {
        return Catalogue.all().stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    private static List<String> names() {
        return Catalogue.all().stream().map(QuestionKind::name).toList();
    }

    private static boolean isSign(String word) {
        return word.length() == 1 && "+-*/".contains(word);
    }
}
