package perennial.core.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads conditions and selections from text, by recursive descent.
///
/// ```
/// selection := part ("|" part)*
/// part      := (NAME | "*") ["[" condition "]"]
/// condition := and ("or" and)*
/// and       := unary (("and" | ",") unary)*
/// unary     := "not" unary | "(" condition ")" | test
/// test      := WORD (("=" | "!=" | "<" | "<=" | ">" | ">=") WORD
///                   | ["not"] "in" "(" WORD ("," WORD)* ")"
///                   | ["not"] ("contains" | "starts-with") WORD
///                   | ["not"] "exists")
/// ```
///
/// A WORD is what [WordReader] says. A NAME may hold spaces; quote it if it holds `[`, `]` or `|`.
public final class SelectionParser {
    private static final String TEST = "one of = != < <= > >= in contains starts-with exists";

    private final WordReader reader;

    SelectionParser(String text) {
        this(new WordReader(text));
    }

    /// Goes on where the reader stands.
    public SelectionParser(WordReader reader) {
        this.reader = reader;
    }

    /// The whole text as a condition.
    ///
    /// @throws SelectionError pointing at the place
    public static Condition condition(String text) {
        var parser = new SelectionParser(text);
        Condition condition = parser.condition();
        parser.reader.requireEnd();
        return condition;
    }

    Selection selection() {
        List<Selection.Part> parts = new ArrayList<>();
        do {
            parts.add(part());
        } while (reader.take("|"));
        reader.requireEnd();
        return new Selection(parts);
    }

    private Selection.Part part() {
        boolean isQuoted = reader.isAtQuote();
        String what = "an event name, or * for any activity";
        String name = isQuoted ? reader.word(what) : reader.upTo("[]|", what);
        Optional<Condition> condition = Optional.empty();
        if (reader.take("[")) {
            condition = Optional.of(condition());
            reader.require("]");
        }
        return new Selection.Part(name.equals("*") && !isQuoted ? Optional.empty() : Optional.of(name), condition);
    }

    private Condition condition() {
        List<Condition> any = new ArrayList<>();
        do {
            any.add(and());
        } while (reader.takeWords("or"));
        return any.size() == 1 ? any.getFirst() : new Condition.Any(any);
    }

    private Condition and() {
        List<Condition> all = new ArrayList<>();
        do {
            all.add(unary());
        } while (reader.take(",") || reader.takeWords("and"));
        return all.size() == 1 ? all.getFirst() : new Condition.All(all);
    }

    private Condition unary() {
        if (reader.takeWords("not")) {
            return new Condition.Not(reader.inside(this::unary));
        }
        if (reader.take("(")) {
            Condition inner = reader.inside(this::condition);
            reader.require(")");
            return inner;
        }
        return test("the name of a property or column");
    }

    /// A condition on one name, or its contrary.
    ///
    /// @param what the name is, for the message
    /// @throws SelectionError pointing at the place
    public Condition test(String what) {
        String name = reader.word(what);
        if (reader.takeWords("not")) {
            return new Condition.Not(
                    wordTest(name).orElseThrow(() -> reader.expected("one of in contains starts-with exists")));
        }
        return wordTest(name).orElseGet(() -> new Condition.Compare(name, operator(), reader.word("a value")));
    }

    private Optional<Condition> wordTest(String name) {
        if (reader.takeWords("in")) {
            reader.require("(");
            List<String> choices = new ArrayList<>();
            do {
                choices.add(reader.word("a value"));
            } while (reader.take(","));
            reader.require(")");
            return Optional.of(new Condition.In(name, choices));
        }
        if (reader.takeWords("contains")) {
            return Optional.of(new Condition.Contains(name, reader.word("a text")));
        }
        if (reader.takeWords("starts-with")) {
            return Optional.of(new Condition.StartsWith(name, reader.word("a text")));
        }
        return reader.takeWords("exists") ? Optional.of(new Condition.Exists(name)) : Optional.empty();
    }

    /// How two values are to be compared.
    ///
    /// @throws SelectionError pointing at the place
    public Condition.Operator operator() {
        // Two signs before one: <= is not < followed by =.
        for (String sign : List.of("!=", "<=", ">=", "=", "<", ">")) {
            if (reader.take(sign)) {
                for (Condition.Operator operator : Condition.Operator.values()) {
                    if (operator.toString().equals(sign)) {
                        return operator;
                    }
                }
            }
        }
        throw reader.expected(TEST);
    }
}
