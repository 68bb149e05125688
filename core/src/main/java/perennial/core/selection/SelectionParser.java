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
/// A WORD is quoted (`"new shoes"` or `'new shoes'`, with `\` before a quote of the same kind) or runs to the next
/// space, comma, bracket or comparison sign. A NAME may hold spaces; quote it if it holds `[`, `]` or `|`.
public final class SelectionParser {
    private static final String TEST = "one of = != < <= > >= in contains starts-with exists";

    private final String text;
    private int at;

    public SelectionParser(String text) {
        this.text = text;
    }

    /// The whole text as a condition.
    ///
    /// @throws SelectionError pointing at the place
    public static Condition condition(String text) {
        var parser = new SelectionParser(text);
        Condition condition = parser.condition();
        parser.requireEnd();
        return condition;
    }

    Selection selection() {
        List<Selection.Part> parts = new ArrayList<>();
        do {
            parts.add(part());
        } while (take("|"));
        requireEnd();
        return new Selection(parts);
    }

    private Selection.Part part() {
        skipSpace();
        boolean isQuoted = at < text.length() && isQuote(text.charAt(at));
        String name = isQuoted ? quoted() : bareName();
        Optional<Condition> condition = Optional.empty();
        if (take("[")) {
            condition = Optional.of(condition());
            require("]");
        }
        return new Selection.Part(name.equals("*") && !isQuoted ? Optional.empty() : Optional.of(name), condition);
    }

    private String bareName() {
        int start = at;
        while (at < text.length() && "[]|".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(start, at).strip();
        if (name.isEmpty()) {
            throw new SelectionError(text, start, "an event name, or * for any activity");
        }
        return name;
    }

    private Condition condition() {
        List<Condition> any = new ArrayList<>();
        do {
            any.add(and());
        } while (takeWord("or"));
        return any.size() == 1 ? any.getFirst() : new Condition.Any(any);
    }

    private Condition and() {
        List<Condition> all = new ArrayList<>();
        do {
            all.add(unary());
        } while (take(",") || takeWord("and"));
        return all.size() == 1 ? all.getFirst() : new Condition.All(all);
    }

    private Condition unary() {
        if (takeWord("not")) {
            return new Condition.Not(unary());
        }
        if (take("(")) {
            Condition inner = condition();
            require(")");
            return inner;
        }
        String name = word("the name of a property or column");
        if (takeWord("not")) {
            return new Condition.Not(wordTest(name)
                    .orElseThrow(() -> new SelectionError(text, at, "one of in contains starts-with exists")));
        }
        return wordTest(name).orElseGet(() -> new Condition.Compare(name, operator(), word("a value")));
    }

    private Optional<Condition> wordTest(String name) {
        if (takeWord("in")) {
            require("(");
            List<String> choices = new ArrayList<>();
            do {
                choices.add(word("a value"));
            } while (take(","));
            require(")");
            return Optional.of(new Condition.In(name, choices));
        }
        if (takeWord("contains")) {
            return Optional.of(new Condition.Contains(name, word("a text")));
        }
        if (takeWord("starts-with")) {
            return Optional.of(new Condition.StartsWith(name, word("a text")));
        }
        return takeWord("exists") ? Optional.of(new Condition.Exists(name)) : Optional.empty();
    }

    private Condition.Operator operator() {
        // Two signs before one: <= is not < followed by =.
        for (String sign : List.of("!=", "<=", ">=", "=", "<", ">")) {
            if (take(sign)) {
                for (Condition.Operator operator : Condition.Operator.values()) {
                    if (operator.toString().equals(sign)) {
                        return operator;
                    }
                }
            }
        }
        throw new SelectionError(text, at, TEST);
    }

    private String word(String what) {
        skipSpace();
        if (at < text.length() && isQuote(text.charAt(at))) {
            return quoted();
        }
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw new SelectionError(text, start, what);
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int start = at;
        char quote = text.charAt(at++);
        var word = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            word.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            throw new SelectionError(text, start, "a closing " + quote + " for the quote");
        }
        at++;
        return word.toString();
    }

    private boolean takeWord(String word) {
        skipSpace();
        int end = at + word.length();
        boolean isThere = text.regionMatches(true, at, word, 0, word.length())
                && (end == text.length() || !isWordPart(text.charAt(end)));
        if (isThere) {
            at = end;
        }
        return isThere;
    }

    private boolean take(String sign) {
        skipSpace();
        boolean isThere = text.startsWith(sign, at);
        if (isThere) {
            at += sign.length();
        }
        return isThere;
    }

    private void require(String sign) {
        if (!take(sign)) {
            throw new SelectionError(text, at, "\"" + sign + "\"");
        }
    }

    private void requireEnd() {
        skipSpace();
        if (at < text.length()) {
            throw new SelectionError(text, at, "the end");
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isQuote(char sign) {
        return sign == '"' || sign == '\'';
    }

    private static boolean isWordPart(char sign) {
        return !Character.isWhitespace(sign) && ",()[]=!<>|\"'".indexOf(sign) < 0;
    }
}
