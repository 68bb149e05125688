package perennial.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import perennial.server.ingest.Fault.Kind;
import perennial.server.live.LiveWorkspace;
import perennial.store.access.Key;
import perennial.store.access.Scope;
import perennial.store.imports.Calls;
import perennial.store.imports.MappedRow;
import perennial.store.imports.Refused;
import perennial.store.ingest.Delivery;
import perennial.store.ingest.Intake.Outcome;
import perennial.store.ingest.Overloaded;
import perennial.store.ingest.RefusedCall;
import perennial.store.json.Json;

/// Takes requests: unpacked, read, let in by their key, mapped call by call, stored, answered. One bad call never costs
/// the others.
@Component
final class Reception {
    /// A sender's clock that is wrong by less is left alone: so long may the way take.
    private static final long CLOCK_TOLERANCE_MS = 60_000;

    private final LiveWorkspace live;

    Reception(LiveWorkspace live) {
        this.live = live;
    }

    ResponseEntity<String> receive(Protocol protocol, HttpServletRequest request) {
        var incoming = new Incoming(request, new Body("", false));
        try {
            incoming = new Incoming(request, Body.of(request));
            Message message = protocol.read(incoming);
            return protocol.taken(incoming, message, taken(protocol, message));
        } catch (Fault fault) {
            return protocol.turnedAway(incoming, fault);
        }
    }

    private List<Fate> taken(Protocol protocol, Message message) throws Fault {
        Key key = live.keys()
                .find(message.key())
                .filter(found -> found.allows(Scope.WRITE))
                .orElseThrow(() -> new Fault(
                        Kind.NO_KEY,
                        message.key().isEmpty()
                                ? "The request has no write key; make one with: perennial keys create"
                                : "This is no write key of this workspace; list them with: perennial keys list"));
        long receivedMs = live.clock().millis();
        long ahead = message.sentMs().isPresent() ? message.sentMs().getAsLong() - receivedMs : 0;
        long skew = Math.abs(ahead) > CLOCK_TOLERANCE_MS ? ahead : 0;
        var calls = new Calls(
                protocol.tool(), key.name(), live.workspace().settings().zone());
        List<MappedRow> rows = new ArrayList<>();
        List<RefusedCall> refused = new ArrayList<>();
        List<Optional<Fate>> fates = new ArrayList<>();
        for (Json call : message.calls()) {
            try {
                rows.add(row(calls, call, receivedMs, skew));
                fates.add(Optional.empty());
            } catch (Refused e) {
                String sentence = String.valueOf(e.getMessage());
                refused.add(new RefusedCall(e.field(), e.value(), e.reason().code(), sentence, call.text()));
                fates.add(Optional.of(new Fate.Refused(e.field(), e.reason().code(), sentence)));
            }
        }
        List<Outcome> outcomes = stored(new Delivery(key.name(), receivedMs, skew, rows, refused));
        var next = outcomes.iterator();
        return fates.stream()
                .map(fate -> fate.orElseGet(() -> new Fate.Taken(next.next())))
                .toList();
    }

    /// A call without a time happened now; one without an id as well is one of its own, whatever it says.
    private static MappedRow row(Calls calls, Json call, long receivedMs, long skew) throws Refused {
        Json.Object object = Calls.object(call);
        boolean isTimed = Calls.isTimed(object);
        if (!isTimed) {
            var timed = new TreeMap<>(object.fields());
            timed.put("timestamp", new Json.Number(Long.toString(receivedMs)));
            object = new Json.Object(timed);
        }
        MappedRow row = calls.row(object);
        if (!isTimed) {
            return row.isHashed() ? row.called(UUID.randomUUID().toString()) : row;
        }
        return skew == 0 ? row : row.at(Math.max(0, row.timeMs() - skew));
    }

    private List<Outcome> stored(Delivery delivery) throws Fault {
        try {
            return live.intake().take(delivery);
        } catch (Overloaded e) {
            throw new Fault(Kind.OVERLOADED, e.getMessage() + "; send it again a little later");
        }
    }
}
