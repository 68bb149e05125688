package perennial.store.imports;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import perennial.core.event.StandardNames;
import perennial.core.selection.Condition;
import perennial.store.json.Json;

/// Maps the calls of the Segment specification: track, page and screen are events; identify, group and alias are facts
/// about ids. Used by one thread.
final class SegmentMapper implements RowMapper {
    private static final List<String> TIMES = List.of("timestamp", "originalTimestamp", "receivedAt", "sentAt");

    private final Optional<Condition> where;
    private final TimeFormat timeFormat;
    private final ContentHash hash;

    SegmentMapper(ImportPlan plan, ZoneId zone) {
        where = plan.where();
        timeFormat = new TimeFormat(Optional.empty(), zone);
        hash = new ContentHash(plan.source());
    }

    /// The ids and the time of a call.
    private record Call(Json.Object fields, String visitor, String user, long timeMs, String messageId) {}

    @Override
    public Optional<MappedRow> map(Raw raw) throws Refused {
        if (raw.fault().isPresent()) {
            throw Damage.refused(raw.fault().get(), "");
        }
        Json.Object fields = JsonLine.object(raw.cells()[0]);
        if (where.isPresent()
                && !where.get()
                        .matches(name ->
                                JsonLine.at(fields, name).map(JsonLine::plain).filter(text -> !text.isEmpty()))) {
            return Optional.empty();
        }
        MappedRow row = row(raw.line(), fields);
        return Optional.of(row.messageId().isEmpty() ? row.hashed(hash.of(row)) : row);
    }

    private MappedRow row(long line, Json.Object fields) throws Refused {
        String type = fields.field("type")
                .map(JsonLine::plain)
                .orElse(fields.field("event").isPresent() ? "track" : "");
        var call = new Call(
                fields, text(fields, "anonymousId"), text(fields, "userId"), time(fields), text(fields, "messageId"));
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "track" -> event(line, call, name(fields), new TreeMap<>());
            case "page" -> event(line, call, StandardNames.PAGE_VIEWED, labels(fields));
            case "screen" -> event(line, call, StandardNames.SCREEN_VIEWED, labels(fields));
            case "identify" -> facts(line, call, identify(call));
            case "group" -> facts(line, call, group(call));
            case "alias" -> facts(line, call, alias(call));
            default ->
                throw new Refused(
                        "type",
                        type,
                        Reason.UNKNOWN_TYPE,
                        "\"" + Refused.shown(type)
                                + "\" is no type of call; expected track, page, screen, identify, group or alias. For events in a"
                                + " shape of your own, name the fields with --user, --time and --event");
        };
    }

    private static MappedRow event(long line, Call call, String name, SortedMap<String, Json> labels) throws Refused {
        String account = JsonLine.at(call.fields(), "context.groupId")
                .or(() -> call.fields().field("groupId"))
                .map(JsonLine::plain)
                .orElse("");
        if (call.user().isEmpty() && call.visitor().isEmpty() && account.isEmpty()) {
            throw missing("userId", "The call does not say whose it is; give userId or anonymousId");
        }
        SortedMap<String, Json> properties = labels;
        properties.putAll(object(call.fields(), "properties").fields());
        Json.Object context = object(call.fields(), "context");
        if (!context.fields().isEmpty()) {
            properties.putIfAbsent("context", context);
        }
        var all = new Json.Object(properties);
        Optional<BigDecimal> value = value(all);
        return new MappedRow(
                line,
                call.messageId(),
                false,
                call.visitor(),
                call.user(),
                Values.id("context.groupId", account),
                call.timeMs(),
                Values.id("event", name),
                value,
                value.isPresent() ? currency(all) : "",
                properties.isEmpty() ? "" : all.text(),
                List.of());
    }

    private static MappedRow facts(long line, Call call, List<Fact> facts) {
        return new MappedRow(
                line,
                call.messageId(),
                false,
                call.visitor(),
                call.user(),
                "",
                call.timeMs(),
                "",
                Optional.empty(),
                "",
                "",
                facts);
    }

    private static List<Fact> identify(Call call) throws Refused {
        boolean isKnown = !call.user().isEmpty();
        if (!isKnown && call.visitor().isEmpty()) {
            throw missing("userId", "The call does not say who is identified; give userId or anonymousId");
        }
        List<Fact> facts = new ArrayList<>(linked(call));
        addTraits(facts, call, isKnown ? "user" : "visitor", isKnown ? call.user() : call.visitor());
        return facts;
    }

    private static List<Fact> group(Call call) throws Refused {
        String account = text(call.fields(), "groupId");
        if (account.isEmpty()) {
            throw missing("groupId", "The call does not say which account the user belongs to; give groupId");
        }
        List<Fact> facts = new ArrayList<>(linked(call));
        if (!call.user().isEmpty()) {
            facts.add(new Fact.Link("account", call.user(), account));
        }
        addTraits(facts, call, "account", account);
        return facts;
    }

    private static List<Fact> alias(Call call) throws Refused {
        String previous = text(call.fields(), "previousId");
        if (previous.isEmpty() || call.user().isEmpty()) {
            throw missing(
                    previous.isEmpty() ? "previousId" : "userId",
                    "An alias joins two ids; give both previousId and userId");
        }
        return previous.equals(call.visitor()) ? linked(call) : List.of(new Fact.Link("alias", previous, call.user()));
    }

    private static List<Fact> linked(Call call) {
        return call.user().isEmpty() || call.visitor().isEmpty()
                ? List.of()
                : List.of(new Fact.Link("anonymous", call.visitor(), call.user()));
    }

    private static void addTraits(List<Fact> facts, Call call, String subject, String id) throws Refused {
        Json.Object traits = object(call.fields(), "traits");
        traits.fields().forEach((name, value) -> {
            if (value != Json.Literal.NULL) {
                facts.add(new Fact.Trait(subject, id, name, value.text()));
            }
        });
    }

    private static String name(Json.Object fields) throws Refused {
        String name = text(fields, "event");
        if (name.isBlank()) {
            throw new Refused("event", name, Reason.MISSING_EVENT, "A track call names its event; give event");
        }
        return name;
    }

    /// What a page or screen is called stands beside its properties; kept among them.
    private static SortedMap<String, Json> labels(Json.Object fields) {
        var labels = new TreeMap<String, Json>();
        fields.field("name").ifPresent(name -> labels.put("name", name));
        fields.field("category").ifPresent(category -> labels.put("category", category));
        return labels;
    }

    private long time(Json.Object fields) throws Refused {
        for (String field : TIMES) {
            Optional<Json> time = fields.field(field);
            if (time.isPresent()) {
                return Values.time(timeFormat, field, JsonLine.plain(time.get()));
            }
        }
        throw new Refused("timestamp", "", Reason.MISSING_TIME, "The call has no time; give timestamp");
    }

    /// The money of an event: the first of revenue, value and total that is a number, sent as such or as text.
    private static Optional<BigDecimal> value(Json.Object properties) throws Refused {
        for (String field : List.of("revenue", "value", "total")) {
            Optional<String> text = properties.field(field).map(JsonLine::plain).filter(Condition::isNumber);
            if (text.isPresent()) {
                return Optional.of(Values.amount("properties." + field, text.get()));
            }
        }
        return Optional.empty();
    }

    private static String currency(Json.Object properties) throws Refused {
        String currency = properties.field("currency").map(JsonLine::plain).orElse("");
        return currency.isEmpty() ? "" : Values.currency("properties.currency", currency);
    }

    private static String text(Json.Object fields, String field) throws Refused {
        Json value = fields.field(field).orElse(new Json.Text(""));
        if (value instanceof Json.Object || value instanceof Json.Array) {
            throw new Refused(
                    field,
                    value.text(),
                    Reason.BAD_FIELD,
                    "\"" + field + "\" holds " + (value instanceof Json.Array ? "a list" : "an object")
                            + "; give a text or a number");
        }
        return Values.id(field, JsonLine.plain(value));
    }

    private static Json.Object object(Json.Object fields, String field) throws Refused {
        Json value = fields.field(field).orElse(new Json.Object(new TreeMap<>()));
        if (value instanceof Json.Object object) {
            return object;
        }
        throw new Refused(
                field,
                value.text(),
                Reason.BAD_FIELD,
                "\"" + field + "\" is no object; give one such as {\"plan\":\"pro\"}");
    }

    private static Refused missing(String field, String sentence) {
        return new Refused(field, "", Reason.MISSING_ID, sentence);
    }
}
