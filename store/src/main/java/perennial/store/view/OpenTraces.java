package perennial.store.view;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import perennial.core.customer.Aliases;
import perennial.core.customer.Owner;
import perennial.core.history.Timelines;

/// Finds somebody's traces by a view that is open, without a search through the log: whose the old events are is
/// settled there. Beside them stand the events of the same ids that arrived since.
final class OpenTraces {
    private final Layers layers;
    private final Session session;

    /// @param session which may see more than the view does
    OpenTraces(Layers layers, Session session) {
        this.layers = layers;
        this.session = session;
    }

    /// Empty where only the log can tell: of who is not in the view, if rows were taken from the log since, or if
    /// filters leave events out, which the view does not have though they may tell who is who.
    Optional<Traces> of(Owner owner) throws SQLException {
        if (session.numbers("generation")[0] != layers.base().manifest().generation()
                || session.isTrue("is-any-left-out")) {
            return Optional.empty();
        }
        session.set("last_seq", layers.arrived().seq());
        session.run("everything");
        return owner.kind() == Owner.Kind.ACCOUNT ? traces(owner, Set.of(owner)) : ofPerson(owner);
    }

    private Optional<Traces> ofPerson(Owner owner) throws SQLException {
        var aliases = new Aliases();
        for (String[] link : session.texts("aliases")) {
            aliases.join(link[0], link[1]);
        }
        Optional<String> user = owner.kind() == Owner.Kind.USER
                ? Optional.of(owner.id())
                : Optional.ofNullable(met(Set.of(owner.id()), Set.of()).get(owner.id()));
        if (user.isEmpty()) {
            return traces(owner, Set.of(owner));
        }
        String root = aliases.root(user.get());
        Set<String> users = new HashSet<>(Set.of(root));
        aliases.all().forEach((id, now) -> {
            if (now.equals(root)) {
                users.add(id);
            }
        });
        Set<Owner> ids = new HashSet<>();
        users.forEach(id -> ids.add(new Owner(Owner.Kind.USER, id)));
        met(Set.of(), users).forEach((visitor, first) -> {
            if (users.contains(first)) {
                ids.add(new Owner(Owner.Kind.VISITOR, visitor));
            }
        });
        return traces(new Owner(Owner.Kind.USER, root), ids);
    }

    private Map<String, String> met(Set<String> visitors, Set<String> users) throws SQLException {
        return layers.meetings().first(session, layers.base().place(), visitors, users);
    }

    private Optional<Traces> traces(Owner now, Set<Owner> ids) throws SQLException {
        for (Layer layer : layers.all()) {
            OptionalInt number = layer.number(now);
            if (number.isPresent()) {
                BitSet events = events(layer.body(), number.getAsInt());
                addBeside(ids, events);
                return Optional.of(new Traces(new TreeSet<>(ids), events));
            }
        }
        return Optional.empty();
    }

    private static BitSet events(StoredPart.Body body, int owner) {
        Timelines timelines = body.timelines();
        var events = new BitSet();
        for (long at = timelines.from(owner); at < timelines.until(owner); at++) {
            events.set(Math.toIntExact(Integer.toUnsignedLong(body.rows().getAtIndex(JAVA_INT, at))));
        }
        return events;
    }

    private void addBeside(Set<Owner> ids, BitSet events) throws SQLException {
        session.table("wanted", "kind VARCHAR, id VARCHAR", rows -> {
            for (Owner id : ids) {
                rows.beginRow().append(id.kind().toString()).append(id.id()).endRow();
            }
        });
        session.stream("beside", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                events.set(Math.toIntExact(chunk.vector(0).getLong(row)));
            }
        });
    }
}
