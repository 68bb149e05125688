package perennial.server.ingest;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import perennial.store.imports.Tool;
import perennial.store.json.Json;

/// PostHog's clients: events in `batch`, in a list, or one alone.
///
/// In browsers they take exactly 200 as success and lose what is answered with any 4xx, so that overload is 503; on
/// servers they halve a batch that is answered with 413. What lacks a name or a person is answered with success too.
final class PosthogProtocol implements Protocol {
    private static final String NOT_A_KEY = "invalid_api_key";

    @Override
    public Tool tool() {
        return Tool.POSTHOG;
    }

    @Override
    public Limits limits() {
        return Limits.POSTHOG;
    }

    @Override
    public Message read(Incoming incoming) throws Fault {
        List<Json> items = incoming.body().items();
        boolean isBatch = items.size() == 1
                && items.getFirst() instanceof Json.Object body
                && body.fields().containsKey("batch");
        Json.Object first = Wire.firstObject(items);
        List<Json> events = isBatch ? Wire.list(first, "batch") : items;
        OptionalLong sentMs = Wire.time(first, "sent_at");
        if (sentMs.isEmpty()) {
            sentMs = incoming.sentMs();
        }
        long now = sentMs.orElse(incoming.receivedMs());
        Json.Object whole = isBatch ? first : Wire.object(Json.Literal.NULL);
        return Message.of(
                List.of(
                        Wire.text(whole, "api_key"),
                        Wire.text(whole, "token"),
                        incoming.parameter("token"),
                        incoming.parameter("api_key")),
                events.stream().map(event -> timed(event, now)).toList(),
                PosthogProtocol::token,
                sentMs);
    }

    private static String token(Json event) {
        Json.Object fields = Wire.object(event);
        return Wire.first(
                Wire.text(fields, "api_key"),
                Wire.text(fields, "token"),
                Wire.text(Wire.object(fields, "properties"), "token"));
    }

    /// In browsers an event that waited says how many milliseconds ago it happened, instead of when.
    private static Json timed(Json event, long nowMs) {
        if (event instanceof Json.Object object
                && object.field("timestamp").isEmpty()
                && object.field("offset").orElse(Json.Literal.NULL) instanceof Json.Number(String offset)
                && offset.matches("[0-9]{1,12}")) {
            var fields = new TreeMap<>(object.fields());
            fields.put("timestamp", new Json.Number(Long.toString(Math.max(0, nowMs - Long.parseLong(offset)))));
            fields.remove("offset");
            return new Json.Object(fields);
        }
        return event;
    }

    @Override
    public ResponseEntity<String> taken(Incoming incoming, Message message, List<Fate> fates) {
        return Wire.json(200, Map.of("status", new Json.Number("1")));
    }

    @Override
    public ResponseEntity<String> turnedAway(Incoming incoming, Fault fault) {
        return error(fault);
    }

    static ResponseEntity<String> error(Fault fault) {
        int status = switch (fault.kind()) {
            case UNREADABLE -> 400;
            case NO_KEY -> 401;
            case STARVED -> 408;
            case TOO_LARGE -> 413;
            case TOO_OFTEN, OVERLOADED -> 503;
        };
        boolean isKey = fault.kind() == Fault.Kind.NO_KEY;
        return Wire.json(
                status,
                Map.of(
                        "type",
                        new Json.Text(isKey ? "authentication_error" : "server_error"),
                        "code",
                        new Json.Text(isKey ? NOT_A_KEY : fault.code()),
                        "detail",
                        new Json.Text(fault.sentence())));
    }
}
