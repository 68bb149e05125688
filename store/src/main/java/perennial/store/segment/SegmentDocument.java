package perennial.store.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import perennial.core.segment.Period;
import perennial.core.segment.Segment;
import perennial.core.segment.SegmentFault;
import perennial.core.segment.SegmentParser;
import perennial.core.segment.Times;
import perennial.core.selection.Condition;
import perennial.store.json.Json;

/// A segment as JSON, for other programs to read and write: an object with one key that says what it is.
///
/// | what | written |
/// |---|---|
/// | and, or, not | `{"all":[…]}`, `{"any":[…]}`, `{"not":…}` |
/// | trait | `{"trait":{"name":"plan","operator":"in","values":["pro","team"]}}` |
/// | did | `{"did":{"events":"Order Completed","in":{"lastDays":90},"times":{"atLeast":2}}}` |
/// | did then | `{"did":{"events":"A","in":{},"then":"B","withinSeconds":604800}}` |
/// | first did | `{"firstDid":{"events":"A","in":{"from":"2026-01-01"}}}` |
/// | states | `{"inactiveDays":30}`, `{"inLife":true}`, `{"lifeEnded":{"in":{},"reason":"price"}}`,
/// `{"wonBack":{"in":{}}}` |
/// | score | `{"rfm":{"by":"recency","scores":[4,5]}}` |
/// | another segment | `{"segment":"big spenders"}` |
///
/// A period is `{}`, `{"lastDays":90}`, `{"beforeLastDays":30}`, or has `from`, `until` or both.
public final class SegmentDocument {
    private SegmentDocument() {}

    /// The JSON of a segment, as one line.
    public static String write(Segment segment) {
        return json(segment).text();
    }

    /// Reads what a person wrote: a document if it begins like one, else an expression.
    public static Segment parse(String text) {
        return text.strip().startsWith("{") ? read(text) : Segment.parse(text);
    }

    /// Reads the JSON of a segment.
    ///
    /// @throws IllegalArgumentException saying what is wrong
    /// @throws SegmentFault if it is longer, as an expression, than one may be
    public static Segment read(String document) {
        Segment segment = SegmentFields.whole(Json.parse(document));
        int length = segment.toString().length();
        if (length > SegmentParser.LONGEST) {
            throw new SegmentFault(String.format(
                    Locale.ROOT,
                    "A segment has at most %,d characters as an expression, this one would have %,d; save parts of it"
                            + " as segments and name those",
                    SegmentParser.LONGEST,
                    length));
        }
        return segment;
    }

    static Segment read(Json.Object document) {
        return SegmentFields.whole(document);
    }

    static Json.Object json(Segment segment) {
        return switch (segment) {
            case Segment.All(var of) -> object("all", list(of));
            case Segment.Any(var of) -> object("any", list(of));
            case Segment.Not(var of) -> object("not", json(of));
            case Segment.Trait(var test) -> object("trait", test(test));
            case Segment.Did(var selection, var times, var period) ->
                object(
                        "did",
                        object(Map.of(
                                "events", text(selection),
                                "times", object(key(times.bound()), number(times.number())),
                                "in", period(period))));
            case Segment.FirstDid(var selection, var period) ->
                object("firstDid", object(Map.of("events", text(selection), "in", period(period))));
            case Segment.DidThen(var first, var then, var within, var period) -> {
                var fields = new TreeMap<String, Json>(
                        Map.of("events", text(first), "then", text(then), "in", period(period)));
                within.ifPresent(length -> fields.put("withinSeconds", number(length.toSeconds())));
                yield object("did", object(fields));
            }
            case Segment.Inactive(int days) -> object("inactiveDays", number(days));
            case Segment.LifeEnded(var reason, var period) -> {
                var fields = new TreeMap<String, Json>(Map.of("in", period(period)));
                reason.ifPresent(text -> fields.put("reason", text(text)));
                yield object("lifeEnded", object(fields));
            }
            case Segment.InLife() -> object("inLife", Json.Literal.TRUE);
            case Segment.WonBack(var period) -> object("wonBack", object("in", period(period)));
            case Segment.Scored(var score, var scores) ->
                object(
                        "rfm",
                        object(Map.of(
                                "by",
                                text(score),
                                "scores",
                                new Json.Array(scores.stream()
                                        .<Json>map(SegmentDocument::number)
                                        .toList()))));
            case Segment.Named(String name) -> object("segment", text(name));
        };
    }

    private static Json list(List<Segment> segments) {
        return new Json.Array(segments.stream().<Json>map(SegmentDocument::json).toList());
    }

    private static Json test(Condition.Test test) {
        List<String> values = switch (test) {
            case Condition.Compare(String _, Condition.Operator _, String to) -> List.of(to);
            case Condition.In(String _, List<String> choices) -> choices;
            case Condition.Contains(String _, String part) -> List.of(part);
            case Condition.StartsWith(String _, String prefix) -> List.of(prefix);
            case Condition.Exists _ -> List.of();
        };
        String operator = switch (test) {
            case Condition.Compare compare -> compare.operator().toString();
            case Condition.In _ -> "in";
            case Condition.Contains _ -> "contains";
            case Condition.StartsWith _ -> "starts-with";
            case Condition.Exists _ -> "exists";
        };
        return object(Map.of("name", text(test.name()), "operator", text(operator), "values", Json.texts(values)));
    }

    private static Json period(Period period) {
        return switch (period) {
            case Period.Ever() -> object(Map.of());
            case Period.Last(int days) -> object("lastDays", number(days));
            case Period.BeforeLast(int days) -> object("beforeLastDays", number(days));
            case Period.Since(LocalDate from) -> object("from", text(from));
            case Period.Before(LocalDate until) -> object("until", text(until));
            case Period.Between(LocalDate from, LocalDate until) ->
                object(Map.of("from", text(from), "until", text(until)));
        };
    }

    private static String key(Times.Bound bound) {
        return switch (bound) {
            case AT_LEAST -> "atLeast";
            case AT_MOST -> "atMost";
            case EXACTLY -> "exactly";
        };
    }

    private static Json.Object object(String key, Json value) {
        return object(Map.of(key, value));
    }

    private static Json.Object object(Map<String, Json> fields) {
        return new Json.Object(new TreeMap<>(fields));
    }

    private static Json text(Object value) {
        return new Json.Text(value.toString());
    }

    private static Json number(long number) {
        return new Json.Number(String.valueOf(number));
    }
}
