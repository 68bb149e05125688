package perennial.core.segment;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import perennial.core.selection.Condition;
import perennial.core.selection.Nearest;
import perennial.core.selection.Selection;
import perennial.core.selection.SelectionError;
import perennial.core.selection.SelectionParser;
import perennial.core.selection.WordReader;

/// Reads segments from text, by recursive descent.
///
/// ```
/// segment := and ("or" and)*
/// and     := unary ("and" unary)*
/// unary   := "not" unary | "(" segment ")" | leaf
/// leaf    := "did" SELECTION [times] [period]
///          | "did" SELECTION "then" SELECTION ["within" N ("days" | "hours" | "minutes" | "seconds")] [period]
///          | "first" "did" SELECTION period
///          | "inactive" "for" N "days"
///          | "in" "a" "life" | "life" "ended" ["with" "reason" WORD] [period] | "won" "back" [period]
///          | "rfm" ("recency" | "frequency" | "monetary") (("=" | "!=" | "<" | "<=" | ">" | ">=") N | "in" "(" N (","
/// N)* ")")
///          | "segment" NAME
///          | a test of a trait, as in a condition
/// times   := ("at least" | "at most" | "exactly") N ["times"]
/// period  := "in last" N "days" | "more than" N "days ago" | "since" DATE | "before" DATE | "from" DATE "until" DATE
/// ```
///
/// A SELECTION of more than one word is quoted, and so is a trait with the name of a word that begins a leaf. The text
/// has 20,000 characters at most.
public final class SegmentParser {
    /// So many characters a segment has at most, written as an expression.
    public static final int LONGEST = 20_000;

    /// The words that begin something other than the test of a trait.
    static final List<String> STARTS =
            List.of("not", "did", "first", "inactive", "in", "life", "won", "rfm", "segment");

    private static final String LEAF = "the name of a trait, or one of " + String.join(" ", STARTS);
    private static final List<String> PERIODS = List.of("in", "more", "since", "before", "from");

    /// Nine digits, as many as the JSON form reads.
    private static final int MOST = 999_999_999;

    private final WordReader reader;

    /// @throws SegmentFault if the text is too long
    SegmentParser(String text) {
        if (text.length() > LONGEST) {
            throw new SegmentFault(String.format(
                    Locale.ROOT,
                    "The expression of a segment has at most %,d characters, this one %,d; save parts of it as segments"
                            + " and name those",
                    LONGEST,
                    text.length()));
        }
        reader = new WordReader(text);
    }

    Segment segment() {
        Segment segment = any();
        reader.requireEnd();
        return segment;
    }

    private Segment any() {
        List<Segment> sides = new ArrayList<>();
        do {
            sides.add(all());
        } while (reader.takeWords("or"));
        return sides.size() == 1 ? sides.getFirst() : new Segment.Any(sides);
    }

    private Segment all() {
        List<Segment> sides = new ArrayList<>();
        do {
            sides.add(unary());
        } while (reader.takeWords("and"));
        return sides.size() == 1 ? sides.getFirst() : new Segment.All(sides);
    }

    private Segment unary() {
        if (reader.takeWords("not")) {
            return new Segment.Not(reader.inside(this::unary));
        }
        if (reader.take("(")) {
            Segment inner = reader.inside(this::any);
            reader.require(")");
            return inner;
        }
        return leaf();
    }

    private Segment leaf() {
        if (reader.takeWords("did")) {
            return did(selection());
        }
        if (reader.takeWords("first")) {
            requireWord("did");
            return new Segment.FirstDid(selection(), period().orElseThrow(() -> noPeriod()));
        }
        if (reader.takeWords("inactive")) {
            requireWord("for");
            return new Segment.Inactive(days());
        }
        if (reader.takeWords("in")) {
            requireWord("a");
            requireWord("life");
            return new Segment.InLife();
        }
        if (reader.takeWords("life")) {
            requireWord("ended");
            Optional<String> reason = Optional.empty();
            if (reader.takeWords("with")) {
                requireWord("reason");
                reason = Optional.of(reader.word("a reason"));
            }
            return new Segment.LifeEnded(reason, periodOrEver());
        }
        if (reader.takeWords("won")) {
            requireWord("back");
            return new Segment.WonBack(periodOrEver());
        }
        if (reader.takeWords("rfm")) {
            return scored();
        }
        return reader.takeWords("segment") ? new Segment.Named(reader.word("the name of a segment")) : trait();
    }

    private Segment trait() {
        int place = reader.place();
        try {
            return switch (new SelectionParser(reader).test(LEAF)) {
                case Condition.Test test -> new Segment.Trait(test);
                case Condition.Not(Condition.Test test) -> new Segment.Not(new Segment.Trait(test));
                case Condition other -> throw new IllegalStateException("Bug: " + other + " is no test");
            };
        } catch (SelectionError unread) {
            throw Nearest.to(reader.wordAt(place), STARTS).isPresent()
                    ? reader.expectedAt(place, LEAF, STARTS)
                    : unread;
        }
    }

    private Segment did(Selection selection) {
        if (reader.takeWords("then")) {
            Selection then = selection();
            Optional<Duration> within = reader.takeWords("within") ? Optional.of(duration()) : Optional.empty();
            return new Segment.DidThen(selection, then, within, periodOrEver());
        }
        return new Segment.Did(selection, times(), periodOrEver());
    }

    private Selection selection() {
        int place = reader.place();
        String text = reader.word("a selection of events, such as \"Order Completed[value > 50]\"");
        try {
            return Selection.parse(text);
        } catch (SelectionError inner) {
            throw reader.expectedAt(place, "a selection of events; of this one: " + inner.getMessage() + "\nIn all");
        }
    }

    private Times times() {
        for (Times.Bound bound : Times.Bound.values()) {
            if (reader.takeWords(bound.toString().split(" "))) {
                int number = number(bound == Times.Bound.AT_LEAST ? 1 : 0);
                if (!reader.takeWords("times")) {
                    reader.takeWords("time");
                }
                return new Times(bound, number);
            }
        }
        return Times.ONCE_OR_MORE;
    }

    private Period periodOrEver() {
        return period().orElse(new Period.Ever());
    }

    private Optional<Period> period() {
        if (reader.takeWords("in")) {
            requireWord("last");
            return Optional.of(new Period.Last(days()));
        }
        if (reader.takeWords("more")) {
            requireWord("than");
            int days = days();
            requireWord("ago");
            return Optional.of(new Period.BeforeLast(days));
        }
        if (reader.takeWords("since")) {
            return Optional.of(new Period.Since(date()));
        }
        if (reader.takeWords("before")) {
            return Optional.of(new Period.Before(date()));
        }
        if (reader.takeWords("from")) {
            LocalDate from = date();
            requireWord("until");
            int place = reader.place();
            LocalDate until = date();
            if (!from.isBefore(until)) {
                throw reader.expectedAt(place, "a date after " + from);
            }
            return Optional.of(new Period.Between(from, until));
        }
        return Optional.empty();
    }

    private SelectionError noPeriod() {
        return reader.expectedAt(reader.place(), "when: one of " + String.join(" ", PERIODS), PERIODS);
    }

    private LocalDate date() {
        int place = reader.place();
        String expected = "a date such as 2026-01-31";
        String word = reader.word(expected);
        try {
            return Period.date(word);
        } catch (DateTimeException e) {
            throw reader.expectedAt(place, expected);
        }
    }

    private int days() {
        int days = number(1);
        if (!reader.takeWords("days") && !reader.takeWords("day")) {
            throw reader.expected("\"days\"");
        }
        return days;
    }

    private Duration duration() {
        int number = number(1);
        for (TimeUnit unit : TimeUnit.values()) {
            String many = unit.toString();
            if (reader.takeWords(many) || reader.takeWords(many.substring(0, many.length() - 1))) {
                return Duration.ofSeconds(number * unit.seconds());
            }
        }
        List<String> units = List.of("days", "hours", "minutes", "seconds");
        throw reader.expectedAt(reader.place(), "one of " + String.join(" ", units), units);
    }

    private int number(int least) {
        return number(least, MOST);
    }

    private int number(int least, int most) {
        int place = reader.place();
        String expected = "a whole number of at least " + least + " and at most " + most;
        String word = reader.word(expected);
        try {
            int number = Integer.parseInt(word);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw reader.expectedAt(place, expected);
    }

    private Segment scored() {
        int place = reader.place();
        Score score = Score.of(reader.word("a score"))
                .orElseThrow(
                        () -> reader.expectedAt(place, "one of " + String.join(" ", Score.words()), Score.words()));
        int operator = reader.place();
        List<Integer> scores = reader.takeWords("in") ? listedScores() : comparedScores();
        if (scores.isEmpty()) {
            throw reader.expectedAt(operator, "scores that there are: 1 to " + Score.BEST);
        }
        return new Segment.Scored(score, scores);
    }

    private List<Integer> listedScores() {
        List<Integer> scores = new ArrayList<>();
        reader.require("(");
        do {
            scores.add(number(1, Score.BEST));
        } while (reader.take(","));
        reader.require(")");
        return scores;
    }

    private List<Integer> comparedScores() {
        Condition.Operator operator = new SelectionParser(reader).operator();
        int to = number(1, Score.BEST);
        IntPredicate isMeant = switch (operator) {
            case EQUAL -> score -> score == to;
            case NOT_EQUAL -> score -> score != to;
            case LESS -> score -> score < to;
            case AT_MOST -> score -> score <= to;
            case MORE -> score -> score > to;
            case AT_LEAST -> score -> score >= to;
        };
        return IntStream.rangeClosed(1, Score.BEST).filter(isMeant).boxed().toList();
    }

    private void requireWord(String word) {
        if (!reader.takeWords(word)) {
            throw reader.expected("\"" + word + "\"");
        }
    }
}
