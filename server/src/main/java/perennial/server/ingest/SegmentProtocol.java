package perennial.server.ingest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import perennial.store.imports.Tool;
import perennial.store.json.Json;

/// The clients of Segment and RudderStack: many calls in `batch`, or one of a type named by the address.
///
/// Their clients take any 2xx as success and lose what is answered with 400, so that is kept for what cannot be read at
/// all; 429 and 503 they send again.
///
/// @param type of a single call; empty for a batch
record SegmentProtocol(String type) implements Protocol {
    @Override
    public Tool tool() {
        return Tool.SEGMENT;
    }

    @Override
    public Limits limits() {
        return Limits.SEGMENT;
    }

    @Override
    public Message read(Incoming incoming) throws Fault {
        Json.Object body = incoming.body().object();
        List<Json> calls = type.isEmpty() ? Wire.list(body, "batch") : List.of(typed(body));
        return Message.of(
                List.of(incoming.authorization(), Wire.text(body, "writeKey")), calls, Wire.time(body, "sentAt"));
    }

    private Json.Object typed(Json.Object call) {
        var fields = new TreeMap<>(call.fields());
        fields.put("type", new Json.Text(type));
        return new Json.Object(fields);
    }

    @Override
    public ResponseEntity<String> taken(Incoming incoming, Message message, List<Fate> fates) {
        return Wire.json(200, Map.of("success", Json.Literal.TRUE));
    }

    @Override
    public ResponseEntity<String> turnedAway(Incoming incoming, Fault fault) {
        int status = switch (fault.kind()) {
            case UNREADABLE -> 400;
            case NO_KEY -> 401;
            case STARVED -> 408;
            case TOO_LARGE -> 413;
            case TOO_OFTEN, OVERLOADED -> 429;
        };
        return Wire.json(status, Map.of("success", Json.Literal.FALSE, "message", new Json.Text(fault.sentence())));
    }
}
