package perennial.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final String UNREAD = "unread";
    private static final String UNREAD_SENTENCE =
            "Perennial failed to read it, which is a bug; it is kept with the refused calls, please report it";
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final LiveWorkspace live;
    private final RateLimit rate;
    private final BodyRoom room = BodyRoom.standard();

    Reception(LiveWorkspace live, RateLimit rate) {
        this.live = live;
        this.rate = rate;
    }

    ResponseEntity<String> receive(Protocol protocol, HttpServletRequest request) {
        return receive(protocol, _ -> protocol, request);
    }

    /// Takes a request at an address that clients of several tools send to.
    ///
    /// @param first whose answer there is if the request cannot be read at all
    /// @param meant told by the body
    ResponseEntity<String> receive(Protocol first, Function<Body, Protocol> meant, HttpServletRequest request) {
        Protocol protocol = first;
        var incoming = new Incoming(request, Body.NONE, live.clock().millis());
        try (var place = room.place()) {
            Optional<List<String>> outside = protocol.keysOutside(incoming);
            if (outside.isPresent()) {
                key(outside.get());
            }
            incoming = incoming.with(Body.of(request, protocol.limits(), place));
            protocol = meant.apply(incoming.body());
            Message message = protocol.read(incoming);
            return protocol.taken(incoming, message, taken(protocol, message, incoming.receivedMs()));
        } catch (Fault fault) {
            return protocol.turnedAway(incoming, fault);
        }
    }

    private Key key(List<String> texts) throws Fault {
        return texts.stream()
                .flatMap(text -> live.keys().find(text).stream())
                .filter(found -> found.allows(Scope.WRITE))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        Kind.NO_KEY,
                        texts.stream().allMatch(String::isEmpty)
                                ? "The request has no write key; make one with: perennial keys create"
                                : "This is no write key of this workspace; list them with: perennial keys list"));
    }

    private List<Fate> taken(Protocol protocol, Message message, long receivedMs) throws Fault {
        Key key = key(message.keys());
        int events = message.calls().size();
        Limits limits = protocol.limits();
        limits.requireFew(events);
        if (!rate.admits(key.id(), events, receivedMs)) {
            throw new Fault(
                    Kind.TOO_OFTEN,
                    "The key \"" + key.name() + "\" sends more events than it may; send them again a little later");
        }
        long ahead = message.sentMs().isPresent() ? message.sentMs().getAsLong() - receivedMs : 0;
        long skew = Math.abs(ahead) > CLOCK_TOLERANCE_MS ? ahead : 0;
        var calls = new Calls(
                protocol.tool(),
                key.name(),
                live.workspace().settings().zone(),
                receivedMs,
                skew,
                limits.eventCharacters());
        List<MappedRow> rows = new ArrayList<>();
        List<RefusedCall> refused = new ArrayList<>();
        List<Optional<Fate>> fates = new ArrayList<>();
        for (Json call : message.calls()) {
            try {
                rows.add(calls.row(call));
                fates.add(Optional.empty());
            } catch (Refused e) {
                String sentence = String.valueOf(e.getMessage());
                refused.add(new RefusedCall(e.field(), e.value(), e.reason().code(), sentence, call.text()));
                fates.add(Optional.of(new Fate.Refused(e.reason().code(), sentence)));
            } catch (RuntimeException bug) { // one call that we fail to read must not cost the others either
                LOG.warn(
                        "A call could not be read: {} at {}",
                        bug.getClass().getName(),
                        bug.getStackTrace()[0]); // not its message, which may hold what was sent
                refused.add(new RefusedCall("", "", UNREAD, UNREAD_SENTENCE, call.text()));
                fates.add(Optional.of(new Fate.Refused(UNREAD, UNREAD_SENTENCE)));
            }
        }
        List<Outcome> outcomes = stored(new Delivery(key.name(), receivedMs, skew, rows, refused));
        var next = outcomes.iterator();
        return fates.stream()
                .map(fate -> fate.orElseGet(() -> new Fate.Taken(next.next())))
                .toList();
    }

    private List<Outcome> stored(Delivery delivery) throws Fault {
        try {
            return live.intake().take(delivery);
        } catch (Overloaded e) {
            throw new Fault(Kind.OVERLOADED, e.getMessage() + "; send it again a little later");
        }
    }
}
