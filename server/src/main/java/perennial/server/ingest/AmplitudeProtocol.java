package perennial.server.ingest;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import perennial.server.ingest.Fault.Kind;
import perennial.store.imports.Tool;
import perennial.store.json.Json;

/// Amplitude's clients: many events in `events`.
///
/// What is answered with 400 they send again piece by piece, unless it says that the key is invalid; so that
/// is kept for what cannot be read at all.
final class AmplitudeProtocol implements Protocol {
    /// Whether a body is in this protocol, where another could be meant.
    static boolean isMeant(Body body) {
        return Wire.firstObject(body.values()).fields().containsKey("events");
    }

    @Override
    public Tool tool() {
        return Tool.AMPLITUDE;
    }

    @Override
    public Limits limits() {
        return Limits.AMPLITUDE;
    }

    @Override
    public Message read(Incoming incoming) throws Fault {
        Json.Object body = incoming.body().object();
        return Message.of(
                List.of(Wire.text(body, "api_key"), incoming.authorization()),
                Wire.list(body, "events"),
                Wire.time(body, "client_upload_time"));
    }

    @Override
    public ResponseEntity<String> taken(Incoming incoming, Message message, List<Fate> fates) {
        long taken = fates.stream().filter(Fate.Taken.class::isInstance).count();
        return Wire.json(
                200,
                Map.of(
                        "code",
                        Wire.number(200),
                        "events_ingested",
                        Wire.number(taken),
                        "payload_size_bytes",
                        Wire.number(incoming.body().size()),
                        "server_upload_time",
                        Wire.number(incoming.receivedMs())));
    }

    @Override
    public ResponseEntity<String> turnedAway(Incoming incoming, Fault fault) {
        boolean isKey = fault.kind() == Kind.NO_KEY;
        int status = isKey ? 400 : Wire.status(fault);
        return Wire.json(
                status,
                Map.of(
                        "code",
                        Wire.number(status),
                        "error",
                        new Json.Text((isKey ? "Invalid API key: " : "") + fault.sentence())));
    }
}
