package perennial.store.segment;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import perennial.core.segment.Period;
import perennial.core.segment.Score;
import perennial.core.segment.Segment;
import perennial.core.segment.SegmentFault;
import perennial.core.segment.Times;
import perennial.core.selection.Condition;
import perennial.core.selection.Selection;
import perennial.core.selection.WordReader;
import perennial.store.json.Json;

/// The fields of one JSON object of a segment, as [SegmentDocument] writes them.
///
/// @param where it stands, for messages
record SegmentFields(Json.Object object, String where) {
    private static final String WHOLE = "the segment";

    static SegmentFields of(Json json, String where) {
        if (json instanceof Json.Object object) {
            return new SegmentFields(object, where);
        }
        throw wrong(where, "an object", json);
    }

    private static SegmentFault wrong(String where, String expected, Json json) {
        return new SegmentFault("Expected " + expected + " as " + where + ", was " + json.text());
    }

    /// The segment of a whole document.
    static Segment whole(Json json) {
        return of(json, WHOLE).segment(0);
    }

    /// @param depth how many brackets and `not` stand around it in its text form
    private Segment segment(int depth) {
        if (object.fields().size() != 1) {
            throw wrong(where, "an object with one key, which says what it is,", object);
        }
        String kind = object.fields().firstKey();
        int inside = depth + (needsSign(kind) ? 1 : 0);
        if (inside > WordReader.DEEPEST) {
            throw new SegmentFault("Expected at most " + WordReader.DEEPEST
                    + " of \"all\", \"any\" and \"not\" within one another, but in those is one more \"" + kind + "\"");
        }
        return switch (kind) {
            case "all" -> new Segment.All(each(kind, json -> of(json, kind).segment(inside)));
            case "any" -> new Segment.Any(each(kind, json -> of(json, kind).segment(inside)));
            case "not" -> new Segment.Not(inner(kind).segment(inside));
            case "trait" -> new Segment.Trait(inner(kind).test());
            case "did" -> inner(kind).did();
            case "firstDid" ->
                new Segment.FirstDid(
                        inner(kind).selection("events"), inner(kind).period());
            case "inactiveDays" -> new Segment.Inactive(number(kind));
            case "lifeEnded" ->
                new Segment.LifeEnded(
                        inner(kind).has("reason") ? Optional.of(inner(kind).text("reason")) : Optional.empty(),
                        inner(kind).period());
            case "inLife" -> new Segment.InLife();
            case "wonBack" -> new Segment.WonBack(inner(kind).period());
            case "rfm" -> inner(kind).scored();
            case "segment" -> new Segment.Named(text(kind));
            default ->
                throw new SegmentFault("\"" + kind
                        + "\" is no kind of segment; one of all any not trait did firstDid inactiveDays inLife lifeEnded wonBack"
                        + " rfm segment");
        };
    }

    /// Whether the text form has a bracket or `not` for it: `and` binds stronger than `or`.
    private boolean needsSign(String kind) {
        return switch (kind) {
            case "not" -> true;
            case "any" -> !where.equals(WHOLE);
            case "all" -> !where.equals(WHOLE) && !where.equals("any");
            default -> false;
        };
    }

    private Segment did() {
        if (!has("then")) {
            return new Segment.Did(
                    selection("events"), has("times") ? inner("times").times() : Times.ONCE_OR_MORE, period());
        }
        return new Segment.DidThen(
                selection("events"),
                selection("then"),
                has("withinSeconds") ? Optional.of(seconds(field("withinSeconds"))) : Optional.empty(),
                period());
    }

    private Times times() {
        if (has("atLeast")) {
            return new Times(Times.Bound.AT_LEAST, number("atLeast"));
        }
        return has("atMost")
                ? new Times(Times.Bound.AT_MOST, number("atMost"))
                : new Times(Times.Bound.EXACTLY, number("exactly"));
    }

    private Segment scored() {
        Score score = Arrays.stream(Score.values())
                .filter(each -> each.toString().equals(text("by")))
                .findFirst()
                .orElseThrow(() ->
                        new SegmentFault("\"" + text("by") + "\" is no score; one of recency frequency monetary"));
        return new Segment.Scored(score, each("scores", json -> number("scores", json)));
    }

    private Condition.Test test() {
        String name = text("name");
        String operator = text("operator");
        List<String> values = has("values") ? each("values", json -> text("values", json)) : List.of();
        return switch (operator) {
            case "exists" -> new Condition.Exists(name);
            case "in" -> new Condition.In(name, values);
            case "contains" -> one(values, name, Condition.Contains::new);
            case "starts-with" -> one(values, name, Condition.StartsWith::new);
            default -> one(values, name, (trait, value) -> new Condition.Compare(trait, operator(operator), value));
        };
    }

    private static Condition.Operator operator(String sign) {
        return Arrays.stream(Condition.Operator.values())
                .filter(each -> each.toString().equals(sign))
                .findFirst()
                .orElseThrow(() -> new SegmentFault(
                        "\"" + sign + "\" is no operator; one of = != < <= > >= in contains starts-with exists"));
    }

    private static Condition.Test one(
            List<String> values, String name, BiFunction<String, String, Condition.Test> test) {
        if (values.size() != 1) {
            throw new SegmentFault("The test of trait \"" + name + "\" needs one value, has " + values.size());
        }
        return test.apply(name, values.getFirst());
    }

    private Period period() {
        if (!has("in")) {
            return new Period.Ever();
        }
        SegmentFields in = inner("in");
        if (in.has("lastDays")) {
            return new Period.Last(in.number("lastDays"));
        }
        if (in.has("beforeLastDays")) {
            return new Period.BeforeLast(in.number("beforeLastDays"));
        }
        if (in.has("from")) {
            return in.has("until")
                    ? new Period.Between(in.date("from"), in.date("until"))
                    : new Period.Since(in.date("from"));
        }
        return in.has("until") ? new Period.Before(in.date("until")) : new Period.Ever();
    }

    private LocalDate date(String key) {
        try {
            return Period.date(text(key));
        } catch (DateTimeException e) {
            throw wrong(key, "a date such as \"2026-01-31\"", field(key));
        }
    }

    private Selection selection(String key) {
        return Selection.parse(text(key));
    }

    private boolean has(String key) {
        return object.field(key).isPresent();
    }

    private Json field(String key) {
        return object.field(key)
                .orElseThrow(() -> new SegmentFault("\"" + key + "\" is missing in " + where + ": " + object.text()));
    }

    private SegmentFields inner(String key) {
        return of(field(key), key);
    }

    private <T> List<T> each(String key, Function<Json, T> reader) {
        if (field(key) instanceof Json.Array(List<Json> values)) {
            return values.stream().map(reader).toList();
        }
        throw wrong(key, "a list", field(key));
    }

    private String text(String key) {
        return text(key, field(key));
    }

    private static String text(String key, Json json) {
        if (json instanceof Json.Text(String value)) {
            return value;
        }
        throw wrong(key, "a text", json);
    }

    private static Duration seconds(Json json) {
        if (json instanceof Json.Number(String literal) && literal.matches("[1-9][0-9]{0,14}")) {
            return Duration.ofSeconds(Long.parseLong(literal));
        }
        throw wrong("withinSeconds", "a whole number of seconds", json);
    }

    private int number(String key) {
        return number(key, field(key));
    }

    private static int number(String key, Json json) {
        if (json instanceof Json.Number(String literal) && literal.matches("[0-9]{1,9}")) {
            return Integer.parseInt(literal);
        }
        throw wrong(key, "a whole number", json);
    }
}
