package perennial.store.opinion;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.core.event.Role;
import perennial.core.segment.Period;
import perennial.core.segment.Segment;
import perennial.core.segment.Times;
import perennial.core.selection.Condition;
import perennial.core.selection.Selection;
import perennial.core.workspace.Settings;

/// Writes a segment as an SQL condition on a row `o` with an owner and `t`, the instant at which it is
/// judged. Reads the tables visible, held, lives and scores; the last two know the instant as_of alone.
final class SegmentSql {
    private static final String TODAY = "local_of(o.t - 1)::DATE";

    private final Settings settings;

    SegmentSql(Settings settings) {
        this.settings = settings;
    }

    String of(Segment segment) {
        return switch (segment) {
            case Segment.All(var of) -> joined(of, " AND ");
            case Segment.Any(var of) -> joined(of, " OR ");
            case Segment.Not(var of) -> "(NOT " + of(of) + ")";
            case Segment.Trait(var test) ->
                "(SELECT " + fulfils("f.value", test) + " FROM " + valueInForce(test.name()) + " AS f)";
            case Segment.Did(var selection, var times, var period) -> {
                String count = "(SELECT count(*) FROM visible AS v WHERE " + did("v", selection) + " AND "
                        + in("v.local_day", period) + ")";
                yield "(" + count + compared(times) + ")";
            }
            case Segment.FirstDid(var selection, var period) ->
                "coalesce("
                        + in("(SELECT min(v.local_day) FROM visible AS v WHERE " + did("v", selection) + ")", period)
                        + ", false)";
            case Segment.DidThen(var first, var then, var within, var period) ->
                "EXISTS (FROM visible AS v JOIN visible AS w ON w.owner = v.owner WHERE " + did("v", first) + " AND "
                        + in("v.local_day", period) + " AND " + did("w", then)
                        + " AND (w.time_ms, w.seq) > (v.time_ms, v.seq)"
                        + within.map(Duration::toMillis)
                                .map(millis -> " AND w.time_ms - v.time_ms <= " + millis)
                                .orElse("")
                        + ")";
            case Segment.Inactive(int days) ->
                "coalesce((SELECT max(v.local_day) FROM visible AS v WHERE " + did("v", Selection.ACTIVITY) + ") <= "
                        + TODAY + " - " + days + ", false)";
            case Segment.LifeEnded(var reason, var period) ->
                "EXISTS (FROM lives AS l JOIN visible AS e ON e.seq = l.end_seq WHERE l.owner = o.owner AND l.end_ms <= o.t"
                        + " AND " + in("l.end_local::DATE", period)
                        + reason.map(text -> " AND json_extract_string(e.properties, '$.reason') = " + literal(text))
                                .orElse("")
                        + ")";
            case Segment.InLife() -> "EXISTS (FROM lives AS l WHERE l.owner = o.owner AND l.end_ms IS NULL)";
            case Segment.WonBack(var period) ->
                "EXISTS (FROM lives AS l WHERE l.owner = o.owner AND l.number > 1 AND "
                        + in("l.start_local::DATE", period) + ")";
            case Segment.Scored(var score, var scores) ->
                "EXISTS (FROM scores AS s WHERE s.owner = o.owner AND s." + score + " IN ("
                        + scores.stream().map(String::valueOf).collect(Collectors.joining(", ")) + "))";
            case Segment.Named named -> throw new IllegalArgumentException("Nothing is saved here: " + named);
        };
    }

    private String joined(List<Segment> segments, String sign) {
        return segments.stream().map(this::of).collect(Collectors.joining(sign, "(", ")"));
    }

    private static String valueInForce(String trait) {
        return "(SELECT json_extract_string(coalesce(max_by(h.value, (h.time_ms, h.seq)) FILTER (h.time_ms <= o.t),"
                + " min_by(h.value, (h.time_ms, h.seq))), '$') AS value FROM held AS h WHERE h.owner = o.owner AND h.name = "
                + literal(trait) + ")";
    }

    /// That an event before the instant is one of the selection.
    private String did(String event, Selection selection) {
        String isSelected = selection.parts().stream()
                .map(part -> "(" + name(event, part.name())
                        + part.condition()
                                .map(condition -> " AND " + holds(event, condition))
                                .orElse("") + ")")
                .collect(Collectors.joining(" OR ", "(", ")"));
        return event + ".owner = o.owner AND " + event + ".time_ms < o.t AND " + isSelected;
    }

    private String name(String event, Optional<String> name) {
        return name.map(text -> event + ".name = " + literal(text))
                .orElseGet(() -> event + ".name NOT IN ("
                        + settings.names(Role.PASSIVE).stream()
                                .map(SegmentSql::literal)
                                .collect(Collectors.joining(", "))
                        + ")");
    }

    private String holds(String event, Condition condition) {
        return switch (condition) {
            case Condition.All(var of) ->
                of.stream().map(each -> holds(event, each)).collect(Collectors.joining(" AND ", "(", ")"));
            case Condition.Any(var of) ->
                of.stream().map(each -> holds(event, each)).collect(Collectors.joining(" OR ", "(", ")"));
            case Condition.Not(var of) -> "(NOT " + holds(event, of) + ")";
            case Condition.Test test ->
                fulfils(
                        test.name().equals("value")
                                ? event + ".value::VARCHAR"
                                : "json_extract_string(" + event + ".properties, "
                                        + literal("$.\"" + test.name() + "\"") + ")",
                        test);
        };
    }

    private static String fulfils(String value, Condition.Test test) {
        String operator;
        List<String> wanted;
        switch (test) {
            case Condition.Compare(String _, Condition.Operator sign, String to) -> {
                operator = sign.toString();
                wanted = List.of(to);
            }
            case Condition.In(String _, List<String> choices) -> {
                operator = "in";
                wanted = choices;
            }
            case Condition.Contains(String _, String part) -> {
                operator = "contains";
                wanted = List.of(part);
            }
            case Condition.StartsWith(String _, String prefix) -> {
                operator = "starts-with";
                wanted = List.of(prefix);
            }
            case Condition.Exists _ -> {
                operator = "exists";
                wanted = List.of("");
            }
        }
        return "fulfils(" + value + ", '" + operator + "', "
                + wanted.stream().map(SegmentSql::literal).collect(Collectors.joining(", ", "[", "]")) + ")";
    }

    private static String compared(Times times) {
        return switch (times.bound()) {
            case AT_LEAST -> " >= " + times.number();
            case AT_MOST -> " <= " + times.number();
            case EXACTLY -> " = " + times.number();
        };
    }

    private static String in(String day, Period period) {
        return switch (period) {
            case Period.Ever() -> "(" + day + " IS NOT NULL)";
            case Period.Last(int days) -> "(" + day + " > " + TODAY + " - " + days + ")";
            case Period.BeforeLast(int days) -> "(" + day + " <= " + TODAY + " - " + days + ")";
            case Period.Since(LocalDate from) -> "(" + day + " >= DATE '" + from + "')";
            case Period.Before(LocalDate until) -> "(" + day + " < DATE '" + until + "')";
            case Period.Between(LocalDate from, LocalDate until) ->
                "(" + day + " >= DATE '" + from + "' AND " + day + " < DATE '" + until + "')";
        };
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
