package perennial.store.view;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.core.customer.Aliases;
import perennial.core.customer.Owner;

/// Finds by which ids some people are known and which stored events are theirs, without settling who
/// everybody else is: two passes over the ids of the log, three where visitors are asked for.
///
/// A person is a user with all its aliases and the visitors who met one of them first, or a visitor who met
/// nobody. An event is of its user; without one, of its visitor.
final class SamePeople {
    private final Session session;
    private final Aliases aliases = new Aliases();

    /// @param session which has the whole log in scope
    SamePeople(Session session) throws SQLException {
        this.session = session;
        for (String[] link : session.texts("aliases")) {
            aliases.join(link[0], link[1]);
        }
    }

    /// @param people users and visitors
    Traces of(Collection<Owner> people) throws SQLException {
        Set<String> asked = ids(people, Owner.Kind.VISITOR);
        Set<String> roots = Stream.concat(
                        ids(people, Owner.Kind.USER).stream(),
                        visitors(asked).values().stream().flatMap(visitor -> visitor.user.stream()))
                .map(aliases::root)
                .collect(Collectors.toSet());
        Set<String> users = new HashSet<>(roots);
        aliases.all().forEach((id, root) -> {
            if (roots.contains(root)) {
                users.add(id);
            }
        });
        var events = new BitSet();
        Set<String> mayBeTheirs = new HashSet<>(asked);
        addOfUsers(users, events, mayBeTheirs);
        SortedSet<Owner> ids = new TreeSet<>();
        users.forEach(user -> ids.add(new Owner(Owner.Kind.USER, user)));
        visitors(mayBeTheirs).forEach((id, visitor) -> {
            if (visitor.user.map(aliases::root).map(roots::contains).orElse(true)) {
                ids.add(new Owner(Owner.Kind.VISITOR, id));
                events.or(visitor.alone);
            }
        });
        return new Traces(ids, events);
    }

    private static Set<String> ids(Collection<Owner> people, Owner.Kind kind) {
        return people.stream()
                .filter(owner -> owner.kind() == kind)
                .map(Owner::id)
                .collect(Collectors.toSet());
    }

    private void addOfUsers(Set<String> users, BitSet events, Set<String> visitors) throws SQLException {
        if (users.isEmpty()) {
            return;
        }
        want(users);
        session.stream("of-users", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                if (!chunk.vector(2).getBoolean(row)) {
                    events.set(Math.toIntExact(chunk.vector(0).getLong(row)));
                }
                if (!chunk.vector(1).isNull(row)) {
                    visitors.add(chunk.vector(1).getString(row));
                }
            }
        });
    }

    /// What a visitor did.
    private static final class Visitor {
        /// Met first.
        private Optional<String> user = Optional.empty();
        /// The events that name no user.
        private final BitSet alone = new BitSet();
    }

    /// All of these, also those of whom nothing is known.
    private Map<String, Visitor> visitors(Set<String> wanted) throws SQLException {
        Map<String, Visitor> visitors = new HashMap<>();
        wanted.forEach(id -> visitors.put(id, new Visitor()));
        if (!wanted.isEmpty()) {
            want(wanted);
            session.stream("of-visitors", chunk -> {
                for (long row = 0; row < chunk.rowCount(); row++) {
                    Visitor visitor = visitors.getOrDefault(chunk.vector(1).getString(row), new Visitor());
                    if (chunk.vector(2).isNull(row)) {
                        visitor.alone.set(Math.toIntExact(chunk.vector(0).getLong(row)));
                    } else if (visitor.user.isEmpty()) {
                        visitor.user = Optional.of(chunk.vector(2).getString(row));
                    }
                }
            });
        }
        return visitors;
    }

    private void want(Set<String> ids) throws SQLException {
        session.table("wanted", "id VARCHAR", rows -> {
            for (String id : ids) {
                rows.beginRow().append(id).endRow();
            }
        });
    }
}
