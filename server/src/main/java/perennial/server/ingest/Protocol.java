package perennial.server.ingest;

import java.util.List;
import org.springframework.http.ResponseEntity;
import perennial.store.imports.Tool;

/// How the clients of one tool speak: where their requests hold what, and which answers they take as success, as a
/// reason to come again, and as final.
interface Protocol {
    /// Whose shape its calls have.
    Tool tool();

    Limits limits();

    Message read(Incoming incoming) throws Fault;

    /// The answer to a request that was taken, if with single calls refused.
    ResponseEntity<String> taken(Incoming incoming, Message message, List<Fate> fates);

    /// The answer to a request of which nothing was taken.
    ResponseEntity<String> turnedAway(Incoming incoming, Fault fault);
}
