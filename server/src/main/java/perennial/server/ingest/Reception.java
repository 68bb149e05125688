package perennial.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import perennial.server.api.LateAnswer;
import perennial.server.ingest.Fault.Kind;
import perennial.server.live.LiveWorkspace;
import perennial.store.access.Key;
import perennial.store.access.Scope;
import perennial.store.imports.Calls;
import perennial.store.ingest.Delivery;
import perennial.store.ingest.Intake.Outcome;
import perennial.store.ingest.Overloaded;

/// Takes requests: unpacked, read, let in by their key, mapped call by call, stored, answered. One bad call never costs
/// the others.
@Component
final class Reception {
    /// A sender's clock that is wrong by less is left alone: so long may the way take.
    private static final long CLOCK_TOLERANCE_MS = 60_000;

    private static final String NO_KEY_SENTENCE =
            "This is no write key of this workspace; list them with: perennial keys list";

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
            ResponseEntity<String> answer = protocol.turnedAway(incoming, fault);
            if (fault.kind() == Kind.STARVED) {
                LateAnswer.leave(request, answer);
            }
            return answer;
        }
    }

    private Optional<Key> find(String text) {
        return live.keys().find(text).filter(key -> key.allows(Scope.WRITE));
    }

    private Key key(Collection<String> texts) throws Fault {
        return texts.stream()
                .flatMap(text -> find(text).stream())
                .findFirst()
                .orElseThrow(() -> new Fault(
                        Kind.NO_KEY,
                        texts.stream().allMatch(String::isEmpty)
                                ? "The request has no write key; make one with: perennial keys create"
                                : NO_KEY_SENTENCE));
    }

    /// Each call is stored with its own key, one that names none with that of the request, which is the first there is.
    /// One whose key does not hold is refused, unless the request has one besides its calls.
    private List<Fate> taken(Protocol protocol, Message message, long receivedMs) throws Fault {
        protocol.limits().requireFew(message.calls().size());
        Map<String, Optional<Key>> own = new LinkedHashMap<>();
        message.calls().forEach(call -> own.computeIfAbsent(call.key(), this::find));
        Optional<Key> whole =
                message.keys().stream().flatMap(text -> find(text).stream()).findFirst();
        Key first = key(
                Stream.concat(message.keys().stream(), own.keySet().stream()).toList());
        long ahead = message.sentMs().isPresent() ? message.sentMs().getAsLong() - receivedMs : 0;
        long skew = Math.abs(ahead) > CLOCK_TOLERANCE_MS ? ahead : 0;
        SortedMap<Integer, Fate> fates = new TreeMap<>();
        Map<Key, Consignment> consignments = new LinkedHashMap<>();
        for (int i = 0; i < message.calls().size(); i++) {
            Message.Call call = message.calls().get(i);
            Optional<Key> key = own.get(call.key()).or(() -> call.key().isEmpty() ? Optional.of(first) : whole);
            Consignment consignment = consignments.computeIfAbsent(
                    key.orElse(first),
                    each -> new Consignment(calls(protocol, each, receivedMs), live.keys()::withoutKeys, fates));
            if (key.isPresent()) {
                consignment.add(i, call.content(), call.isCorrected() ? skew : 0);
            } else {
                consignment.refuse(i, call.content(), "", new Fate.Refused("token", "no_key", NO_KEY_SENTENCE));
            }
        }
        for (var each : consignments.entrySet()) {
            Delivery delivery = each.getValue().delivery(each.getKey().name(), receivedMs, skew);
            requireSeldom(each.getKey(), delivery);
            each.getValue().stored(stored(delivery));
        }
        return List.copyOf(fates.values());
    }

    private Calls calls(Protocol protocol, Key key, long receivedMs) {
        return new Calls(
                protocol.tool(),
                key.name(),
                live.workspace().settings().zone(),
                receivedMs,
                protocol.limits().eventCharacters());
    }

    private void requireSeldom(Key key, Delivery delivery) throws Fault {
        if (!rate.admits(key.id(), delivery.size(), delivery.receivedMs())) {
            throw new Fault(
                    Kind.TOO_OFTEN,
                    "The key \"" + key.name() + "\" sends more events than it may; send them again a little later");
        }
    }

    private List<Outcome> stored(Delivery delivery) throws Fault {
        try {
            return live.intake().take(delivery);
        } catch (Overloaded e) {
            throw new Fault(Kind.OVERLOADED, e.getMessage() + "; send it again a little later");
        }
    }
}
