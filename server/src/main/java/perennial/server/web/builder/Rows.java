package perennial.server.web.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import perennial.core.segment.Period;
import perennial.core.segment.Score;
import perennial.core.segment.Segment;
import perennial.core.segment.Times;
import perennial.core.selection.Condition;
import perennial.core.selection.Selection;
import perennial.core.selection.WordReader;
import perennial.server.web.builder.Field.Choice;
import perennial.server.web.builder.Field.Type;

/// Makes rows of a segment.
public record Rows(Vocabulary vocabulary) {
    /// The path of the group that holds all.
    static final String ROOT = "p";

    /// The rows of a segment; a group without parts of none.
    public Part of(Optional<Segment> segment) {
        boolean isGroup = segment.filter(each -> each instanceof Segment.All || each instanceof Segment.Any)
                .isPresent();
        return isGroup
                ? part(ROOT, segment.orElseThrow())
                : group(ROOT, segment, Join.ALL, segment.stream().toList());
    }

    private Part part(String path, Segment segment) {
        Optional<Segment> means = Optional.of(segment);
        return switch (segment) {
            case Segment.All(var of) -> group(path, means, Join.ALL, of);
            case Segment.Any(var of) -> group(path, means, Join.ANY, of);
            case Segment.Not(Segment.Any(var of)) -> group(path, means, Join.NONE, of);
            case Segment.Not(Segment of) -> group(path, means, Join.NONE, List.of(of));
            case Segment condition ->
                new Part(
                        path,
                        means,
                        false,
                        new Writer(path).condition(condition),
                        List.of(),
                        condition instanceof Segment.Named(String name)
                                ? Optional.of(SegmentAddress.of(name))
                                : Optional.empty(),
                        Optional.empty());
        };
    }

    private Part group(String path, Optional<Segment> means, Join join, List<Segment> of) {
        return new Part(
                path,
                means,
                true,
                List.of(new Field(
                        Type.CHOICE, path + ".join", "How many of these hold", join.toString(), Join.choices())),
                IntStream.range(0, of.size())
                        .mapToObj(i -> part(path + "." + i, of.get(i)))
                        .toList(),
                Optional.empty(),
                Optional.empty());
    }

    /// Writes the fields of one row.
    private final class Writer {
        private final String path;
        private final List<Field> fields = new ArrayList<>();

        Writer(String path) {
            this.path = path;
        }

        List<Field> condition(Segment condition) {
            switch (condition) {
                case Segment.Trait(Condition.Test test) -> trait(test);
                case Segment.Did(Selection selection, Times times, Period period) -> {
                    did(Kind.DID, selection);
                    choice(
                            "bound",
                            "How often at least or at most",
                            times.bound().toString(),
                            plain(Times.Bound.values()));
                    number("times", "How often", times.number());
                    words("times");
                    period(period);
                }
                case Segment.FirstDid(Selection selection, Period period) -> {
                    did(Kind.FIRST, selection);
                    period(period, When.choices().stream().skip(1).toList()); // without When.EVER it says "did"
                }
                case Segment.Inactive(int days) -> {
                    kind(Kind.INACTIVE);
                    number("days", "Days", days);
                    words("days");
                }
                case Segment.LifeEnded(Optional<String> reason, Period period) -> {
                    kind(Kind.ENDED);
                    words("with the reason");
                    text("reason", "Reason, empty for any", reason.orElse(""), List.of());
                    period(period);
                }
                case Segment.InLife() -> kind(Kind.IN_LIFE);
                case Segment.WonBack(Period period) -> {
                    kind(Kind.BACK);
                    period(period);
                }
                case Segment.Scored(Score score, List<Integer> scores) -> {
                    kind(Kind.SCORE);
                    choice("score", "Scored by", score.toString(), plain(Score.values()));
                    words("one of");
                    text("scores", "Scores from 1 to 5", joined(scores), List.of());
                }
                case Segment.Named(String name) -> {
                    kind(Kind.SEGMENT);
                    choice("segment", "Segment", name, withCurrent(vocabulary.segments(), name));
                }
                case Segment other -> {
                    kind(Kind.TEXT);
                    text("text", "Condition as text", other.toString(), List.of());
                }
            }
            return fields;
        }

        private void trait(Condition.Test test) {
            kind(Kind.TRAIT);
            add(Type.HIDDEN, "was", "", test.name(), List.of());
            choice("trait", "Trait", test.name(), withCurrent(vocabulary.traits(), test.name()));
            choice("operator", "How it compares", Operator.of(test).sign(), Operator.choices());
            List<String> values = vocabulary.values().apply(test.name());
            switch (test) {
                case Condition.Compare(String _, Condition.Operator _, String to) -> text("value", "Value", to, values);
                case Condition.In(String _, List<String> choices) ->
                    text(
                            "value",
                            "Values, with commas between",
                            choices.stream().map(WordReader::written).collect(Collectors.joining(", ")),
                            values);
                case Condition.Contains(String _, String part) -> text("value", "Value", part, values);
                case Condition.StartsWith(String _, String prefix) -> text("value", "Value", prefix, values);
                case Condition.Exists _ -> {
                    // takes no value
                }
            }
        }

        private void did(Kind kind, Selection selection) {
            kind(kind);
            String text = selection.equals(Selection.ACTIVITY) ? "" : selection.toString();
            text("event", "Event, empty for any activity", text, vocabulary.events());
        }

        private void period(Period period) {
            period(period, When.choices());
        }

        private void period(Period period, List<Choice> choices) {
            choice("when", "When", When.of(period).toString(), choices);
            switch (period) {
                case Period.Ever() -> {
                    // takes no date
                }
                case Period.Last(int days) -> days(days, "days");
                case Period.BeforeLast(int days) -> days(days, "days ago");
                case Period.Since(var from) -> date("from", "From", from.toString());
                case Period.Before(var until) -> date("until", "Until, itself outside", until.toString());
                case Period.Between(var from, var until) -> {
                    date("from", "From", from.toString());
                    words("until");
                    date("until", "Until, itself outside", until.toString());
                }
            }
        }

        private void days(int days, String unit) {
            number("days", "Days", days);
            words(unit);
        }

        private void kind(Kind kind) {
            choice("kind", "What is said of somebody", kind.toString(), Kind.choices());
        }

        private void choice(String name, String label, String value, List<Choice> choices) {
            add(Type.CHOICE, name, label, value, choices);
        }

        private void text(String name, String label, String value, List<String> suggested) {
            add(
                    Type.TEXT,
                    name,
                    label,
                    value,
                    suggested.stream().map(Choice::plain).toList());
        }

        private void number(String name, String label, int value) {
            add(Type.NUMBER, name, label, String.valueOf(value), List.of());
        }

        private void date(String name, String label, String value) {
            add(Type.DATE, name, label, value, List.of());
        }

        private void words(String text) {
            fields.add(Field.words(text));
        }

        private void add(Type type, String name, String label, String value, List<Choice> choices) {
            fields.add(new Field(type, path + "." + name, label, value, choices));
        }
    }

    private static List<Choice> plain(Object[] values) {
        return Stream.of(values).map(value -> Choice.plain(value.toString())).toList();
    }

    private static String joined(List<Integer> scores) {
        return scores.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// What a row says stays, also where the data has no such name.
    private static List<Choice> withCurrent(List<String> names, String current) {
        return Stream.concat(Stream.of(current).filter(name -> !names.contains(name)), names.stream())
                .map(Choice::plain)
                .toList();
    }
}
