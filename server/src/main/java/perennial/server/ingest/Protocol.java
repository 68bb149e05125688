package perennial.server.ingest;

import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import perennial.store.imports.Tool;

/// How the clients of one tool speak: where their requests hold what, and which answers they take as success, as a
/// reason to come again, and as final.
interface Protocol {
    /// Whose shape its calls have.
    Tool tool();

    Limits limits();

    /// The texts outside of the body that may be the key, if it cannot stand in the body: then who has none is turned
    /// away before the body is read.
    default Optional<List<String>> keysOutside(Incoming incoming) {
        return Optional.empty();
    }

    Message read(Incoming incoming) throws Fault;

    /// The answer to a request that was taken, if with single calls refused.
    ResponseEntity<String> taken(Incoming incoming, Message message, List<Fate> fates);

    /// The answer to a request of which nothing was taken.
    ResponseEntity<String> turnedAway(Incoming incoming, Fault fault);
}
