package perennial.server.web.builder;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.core.segment.Period;
import perennial.core.segment.Score;
import perennial.core.segment.Segment;
import perennial.core.segment.SegmentFault;
import perennial.core.segment.Times;
import perennial.core.selection.Condition;
import perennial.core.selection.Selection;
import perennial.core.selection.WordReader;

/// Makes a segment of the fields that a browser sends. A field that is not there has a value that makes sense, so that
/// a row may become one of another kind.
///
/// @param sent the fields, by name; `do` says which button was pressed
/// @param today what dates are near, where none is given
public record Form(Map<String, String> sent, Vocabulary vocabulary, LocalDate today) {
    private static final int MOST = 999_999_999;
    private static final int DAYS = 30;

    /// What a new row says; everybody knows it, and it means something in every workspace.
    private static final Segment NEW = new Segment.Did(Selection.ACTIVITY, Times.ONCE_OR_MORE, new Period.Last(DAYS));

    /// The segment; empty if no row is left.
    ///
    /// @throws IllegalArgumentException saying what cannot be read
    public Optional<Segment> segment() {
        return group(Rows.ROOT);
    }

    private boolean isDone(String what, String path) {
        return text("do", "").equals(what + " " + path);
    }

    private Optional<Segment> group(String path) {
        var join = Join.of(text(path + ".join", ""));
        List<Segment> parts = new ArrayList<>();
        for (int i = 0; isThere(path + "." + i); i++) {
            String child = path + "." + i;
            if (!isDone("drop", child)) {
                part(child).ifPresent(parts::add);
            }
        }
        if (isDone("add", path)) {
            parts.add(NEW);
        } else if (isDone("group", path)) {
            parts.add(join == Join.ANY ? new Segment.All(List.of(NEW, NEW)) : new Segment.Any(List.of(NEW, NEW)));
        }
        return join.joined(parts);
    }

    private boolean isThere(String path) {
        return sent.containsKey(path + ".join") || sent.containsKey(path + ".kind");
    }

    private Optional<Segment> part(String path) {
        return sent.containsKey(path + ".join") ? group(path) : Optional.of(new Row(path).condition());
    }

    private String text(String name, String byDefault) {
        String value = sent.getOrDefault(name, "");
        return value.isEmpty() ? byDefault : value;
    }

    /// Reads the fields of one row.
    private final class Row {
        private final String path;

        Row(String path) {
            this.path = path;
        }

        Segment condition() {
            return switch (kind()) {
                case TRAIT -> trait();
                case DID -> new Segment.Did(event(), times(), period(When.EVER));
                case FIRST -> new Segment.FirstDid(event(), period(When.LAST));
                case INACTIVE -> new Segment.Inactive(number("days", 1, DAYS));
                case IN_LIFE -> new Segment.InLife();
                case ENDED ->
                    new Segment.LifeEnded(
                            Optional.of(field("reason", "")).filter(reason -> !reason.isBlank()), period(When.EVER));
                case BACK -> new Segment.WonBack(period(When.EVER));
                case SCORE -> new Segment.Scored(score(), scores());
                case SEGMENT ->
                    new Segment.Named(field(
                            "segment",
                            vocabulary.segments().stream().findFirst().orElse("")));
                case TEXT -> Segment.parse(field("text", "in a life"));
            };
        }

        private Kind kind() {
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.toString().equals(field("kind", "")))
                    .findFirst()
                    .orElseThrow(() -> new SegmentFault(
                            "\"" + field("kind", "") + "\" is no kind of condition; choose one of the list"));
        }

        private Segment trait() {
            String name = field("trait", vocabulary.firstTrait());
            boolean isAnother = !name.equals(field("was", "")); // a value of another trait means nothing
            String value = isAnother ? vocabulary.firstValue(name) : field("value", "");
            var operator = Operator.of(field("operator", "="));
            return new Segment.Trait(
                    switch (operator) {
                        case IS, IS_NOT, LESS, AT_MOST, MORE, AT_LEAST ->
                            new Condition.Compare(name, comparison(operator), value);
                        case ONE_OF -> new Condition.In(name, isAnother ? List.of(value) : listed(value));
                        case CONTAINS -> new Condition.Contains(name, value);
                        case BEGINS -> new Condition.StartsWith(name, value);
                        case KNOWN -> new Condition.Exists(name);
                    });
        }

        private static Condition.Operator comparison(Operator operator) {
            return Arrays.stream(Condition.Operator.values())
                    .filter(each -> each.toString().equals(operator.sign()))
                    .findFirst()
                    .orElseThrow();
        }

        /// Words with commas between, in quotes where they hold one.
        private static List<String> listed(String text) {
            var reader = new WordReader(text);
            List<String> values = new ArrayList<>();
            do {
                values.add(reader.word("a value"));
            } while (reader.take(","));
            reader.requireEnd();
            return values;
        }

        private Selection event() {
            String text = field("event", "").strip();
            return text.isEmpty() ? Selection.ACTIVITY : Selection.parse(text);
        }

        private Times times() {
            var bound = Stream.of(Times.Bound.values())
                    .filter(each -> each.toString().equals(field("bound", "")))
                    .findFirst()
                    .orElse(Times.Bound.AT_LEAST);
            return new Times(bound, number("times", bound == Times.Bound.AT_LEAST ? 1 : 0, 1));
        }

        private Period period(When byDefault) {
            var when = When.of(field("when", ""));
            return switch (when == When.EVER ? byDefault : when) {
                case EVER -> new Period.Ever();
                case LAST -> new Period.Last(number("days", 1, DAYS));
                case AGO -> new Period.BeforeLast(number("days", 1, DAYS));
                case SINCE -> new Period.Since(date("from", today.minusDays(DAYS)));
                case BEFORE -> new Period.Before(date("until", today));
                case BETWEEN -> new Period.Between(date("from", today.minusDays(DAYS)), date("until", today));
            };
        }

        private Score score() {
            return Stream.of(Score.values())
                    .filter(each -> each.toString().equals(field("score", "")))
                    .findFirst()
                    .orElse(Score.RECENCY);
        }

        private List<Integer> scores() {
            return Stream.of(field("scores", "4, 5").split(","))
                    .map(each -> whole("scores", each.strip(), 1, Score.BEST))
                    .toList();
        }

        private int number(String name, int least, int byDefault) {
            return whole(name, field(name, String.valueOf(byDefault)).strip(), least, MOST);
        }

        private LocalDate date(String name, LocalDate byDefault) {
            String text = field(name, byDefault.toString());
            try {
                return Period.date(text);
            } catch (DateTimeException none) {
                throw new SegmentFault("“" + name + "” takes a date such as " + today + ", was \"" + text + "\"");
            }
        }

        private String field(String name, String byDefault) {
            return text(path + "." + name, byDefault);
        }
    }

    private static int whole(String name, String text, int least, int most) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new SegmentFault(
                    "“" + name + "” takes a whole number from " + least + " to " + most + ", was \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }
}
