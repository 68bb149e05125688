package perennial.store.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import perennial.core.event.StandardNames;
import perennial.store.json.Json;

/// The calls of the Segment specification: track, page and screen are events; identify, group and alias are facts
/// about ids.
final class SegmentShape implements Shape {
    /// Where a call says what brought the visitor, by the properties that channels are told by.
    private static final Map<String, String> ORIGINS = Map.of(
            "utm_source", "context.campaign.source",
            "utm_medium", "context.campaign.medium",
            "utm_campaign", "context.campaign.name",
            "utm_term", "context.campaign.term",
            "utm_content", "context.campaign.content",
            "referrer", "context.page.referrer");

    private final TimeFormat times;

    /// @param zone of times without one
    SegmentShape(ZoneId zone) {
        times = new TimeFormat(Optional.empty(), zone);
    }

    @Override
    public MappedRow row(long line, Fields call) throws Refused {
        String type = call.object().field("type").map(JsonLine::plain).orElse(call.has("event") ? "track" : "");
        var origin = new Origin(
                line,
                call.text("messageId"),
                call.text("anonymousId"),
                call.text("userId"),
                call.time(times, "timestamp", "originalTimestamp", "receivedAt", "sentAt"));
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "track" -> event(origin, call, name(call), new TreeMap<>());
            case "page" -> event(origin, call, StandardNames.PAGE_VIEWED, labels(call));
            case "screen" -> event(origin, call, StandardNames.SCREEN_VIEWED, labels(call));
            case "identify" -> origin.facts(identify(origin, call));
            case "group" -> origin.facts(group(origin, call));
            case "alias" -> origin.facts(alias(origin, call));
            default ->
                throw new Refused(
                        "type",
                        type,
                        Reason.UNKNOWN_TYPE,
                        "\"" + Refused.shown(type)
                                + "\" is no type of call; expected track, page, screen, identify, group or alias"
                                + (call.isLive()
                                        ? ""
                                        : ". For events in a shape of your own, name the fields with --user, --time"
                                                + " and --event"));
        };
    }

    private static MappedRow event(Origin origin, Fields call, String name, SortedMap<String, Json> labels)
            throws Refused {
        Fields context = call.inner("context");
        String account = context.text("groupId").isEmpty() ? call.text("groupId") : context.text("groupId");
        if (account.isEmpty()) {
            origin.requireSomebody("userId", "The call does not say whose it is; give userId or anonymousId");
        }
        Fields own = call.inner("properties");
        SortedMap<String, Json> properties = labels;
        properties.putAll(own.object().fields());
        if (!context.object().fields().isEmpty()) {
            properties.putIfAbsent("context", context.object());
        }
        ORIGINS.forEach((property, path) -> JsonLine.at(call.object(), path)
                .filter(value -> !JsonLine.plain(value).isEmpty())
                .ifPresent(value -> properties.putIfAbsent(property, value)));
        return origin.event(
                Values.id("event", name),
                account,
                properties,
                own.amount("revenue", "value", "total"),
                own.currency("currency"),
                List.of());
    }

    private static List<Fact> identify(Origin origin, Fields call) throws Refused {
        origin.requireSomebody("userId", "The call does not say who is identified; give userId or anonymousId");
        List<Fact> facts = new ArrayList<>(origin.linked());
        facts.addAll(origin.traits(call.inner("traits")));
        return facts;
    }

    private static List<Fact> group(Origin origin, Fields call) throws Refused {
        String account = call.text("groupId");
        if (account.isEmpty()) {
            throw missing("groupId", "The call does not say which account the user belongs to; give groupId");
        }
        List<Fact> facts = new ArrayList<>(origin.linked());
        if (!origin.user().isEmpty()) {
            facts.add(new Fact.Link("account", origin.user(), account));
        }
        facts.addAll(Origin.traits("account", account, call.inner("traits")));
        return facts;
    }

    private static List<Fact> alias(Origin origin, Fields call) throws Refused {
        String previous = call.text("previousId");
        if (previous.isEmpty() || origin.user().isEmpty()) {
            throw missing(
                    previous.isEmpty() ? "previousId" : "userId",
                    "An alias joins two ids; give both previousId and userId");
        }
        return previous.equals(origin.visitor())
                ? origin.linked()
                : List.of(new Fact.Link("alias", previous, origin.user()));
    }

    private static String name(Fields call) throws Refused {
        String name = call.text("event");
        if (name.isBlank()) {
            throw new Refused("event", name, Reason.MISSING_EVENT, "A track call names its event; give event");
        }
        return name;
    }

    /// What a page or screen is called stands beside its properties; kept among them.
    private static SortedMap<String, Json> labels(Fields call) {
        var labels = new TreeMap<String, Json>();
        call.object().field("name").ifPresent(name -> labels.put("name", name));
        call.object().field("category").ifPresent(category -> labels.put("category", category));
        return labels;
    }

    private static Refused missing(String field, String sentence) {
        return new Refused(field, "", Reason.MISSING_ID, sentence);
    }
}
