package perennial.server.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import perennial.store.imports.Calls;
import perennial.store.imports.MappedRow;
import perennial.store.imports.Refused;
import perennial.store.ingest.Delivery;
import perennial.store.ingest.Intake.Outcome;
import perennial.store.ingest.RefusedCall;
import perennial.store.json.Json;

/// The calls of a request that come with one key, mapped one by one; what cannot be stored costs itself alone.
final class Consignment {
    private static final String UNREAD = "unread";
    private static final String UNREAD_SENTENCE =
            "Perennial failed to read it, which is a bug; it is kept with the refused calls, please report it";
    private static final Logger LOG = LoggerFactory.getLogger(Consignment.class);

    private final Calls calls;
    private final UnaryOperator<String> withoutKeys;
    private final Map<Integer, Fate> fates;
    private final List<MappedRow> rows = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<RefusedCall> refused = new ArrayList<>();

    /// @param withoutKeys blanks keys in a text that is to be kept
    /// @param fates gets what became of each call by its place in the request
    Consignment(Calls calls, UnaryOperator<String> withoutKeys, Map<Integer, Fate> fates) {
        this.calls = calls;
        this.withoutKeys = withoutKeys;
        this.fates = fates;
    }

    void add(int place, Json call, long clockSkewMs) {
        try {
            rows.add(calls.row(call, clockSkewMs));
            places.add(place);
        } catch (Refused e) {
            refuse(
                    place,
                    call,
                    e.value(),
                    new Fate.Refused(e.field(), e.reason().code(), e.sentence()));
        } catch (RuntimeException bug) { // one call that we fail to read must not cost the others either
            LOG.warn(
                    "A call could not be read: {} at {}",
                    bug.getClass().getName(),
                    bug.getStackTrace()[0]); // not its message, which may hold what was sent
            refuse(place, call, "", new Fate.Refused("", UNREAD, UNREAD_SENTENCE));
        }
    }

    void refuse(int place, Json call, String value, Fate.Refused fate) {
        refused.add(new RefusedCall(
                fate.field(),
                withoutKeys.apply(value),
                fate.reason(),
                withoutKeys.apply(fate.sentence()),
                withoutKeys.apply(call.text())));
        fates.put(place, fate);
    }

    /// What is to be stored of them.
    Delivery delivery(String source, long receivedMs, long clockSkewMs) {
        return new Delivery(source, receivedMs, clockSkewMs, rows, refused);
    }

    /// Tells what became of the rows, in the order of the delivery.
    void stored(List<Outcome> outcomes) {
        for (int i = 0; i < places.size(); i++) {
            fates.put(places.get(i), new Fate.Taken(outcomes.get(i)));
        }
    }
}
