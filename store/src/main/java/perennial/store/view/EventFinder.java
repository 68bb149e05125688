package perennial.store.view;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import perennial.core.customer.Owner;
import perennial.core.event.Role;
import perennial.core.selection.Condition;
import perennial.core.selection.Selection;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;
import perennial.store.event.Filter;

/// Finds the stored events that conditions and selections mean, as sets of their seqs; those that filters leave out
/// too.
///
/// A test reads the one property it is about, asks once for each different value, and gives a set; `and`, `or` and
/// `not`
/// are arithmetic of sets. So a value means here exactly what it means to a question.
public final class EventFinder implements AutoCloseable {
    private final Session session;
    private final Settings settings;
    private final BitSet stretch;
    private final int first;
    private Optional<Family> resolved = Optional.empty();

    private EventFinder(Session session, Settings settings, BitSet stretch) {
        this.session = session;
        this.settings = settings;
        this.stretch = stretch;
        first = Math.max(0, stretch.nextSetBit(0));
    }

    /// All events of a workspace.
    ///
    /// @throws SQLException if the tables cannot be read
    public static EventFinder of(Workspace workspace) throws SQLException {
        return after(workspace, 0);
    }

    /// The events that arrived after a seq.
    static EventFinder after(Workspace workspace, long seq) throws SQLException {
        var session = new Session(workspace.connection());
        boolean isKept = false;
        try {
            session.set("after_seq", seq);
            var stretch = new BitSet();
            session.stream("arrived-after", chunk -> {
                for (long row = 0; row < chunk.rowCount(); row++) {
                    stretch.set(Math.toIntExact(chunk.vector(0).getLong(row)));
                }
            });
            isKept = true;
            return new EventFinder(session, workspace.settings(), stretch);
        } finally {
            if (!isKept) {
                session.close();
            }
        }
    }

    /// All of them.
    public BitSet all() {
        return (BitSet) stretch.clone();
    }

    /// Those that happened in `[fromMs, untilMs)`; of one source, if one is given.
    public BitSet between(long fromMs, long untilMs, Optional<String> source) throws SQLException {
        session.set("from_ms", fromMs);
        session.set("until_ms", untilMs);
        session.set("source", source.orElse(""));
        return seqs("happened-between");
    }

    /// Those that a selection means, under the names they have now.
    public BitSet of(Selection selection) throws SQLException {
        var found = new BitSet();
        for (Selection.Part part : selection.parts()) {
            BitSet meant = named(part.name());
            if (part.condition().isPresent()) {
                meant.and(of(part.condition().get()));
            }
            found.or(meant);
        }
        return found;
    }

    private BitSet named(Optional<String> name) throws SQLException {
        var found = new BitSet();
        session.stream("current-names", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                String current = chunk.vector(1).getString(row);
                boolean isMeant = name.map(current::equals)
                        .orElseGet(() -> !settings.names(Role.PASSIVE).contains(current));
                if (isMeant) {
                    found.set(Math.toIntExact(chunk.vector(0).getLong(row)));
                }
            }
        });
        found.and(stretch);
        return found;
    }

    /// Those that fulfil a condition on properties, or under names that begin with `trait:` on the newest traits of
    /// their person.
    public BitSet of(Condition condition) throws SQLException {
        return switch (condition) {
            case Condition.Test test when test.name().startsWith(Filter.TRAIT) -> ofPeople(test);
            case Condition.Test test -> ofProperty(test);
            case Condition.All(var parts) -> {
                BitSet found = all();
                for (Condition part : parts) {
                    found.and(of(part));
                }
                yield found;
            }
            case Condition.Any(var parts) -> {
                var found = new BitSet();
                for (Condition part : parts) {
                    found.or(of(part));
                }
                yield found;
            }
            case Condition.Not(var denied) -> {
                BitSet found = all();
                found.andNot(of(denied));
                yield found;
            }
        };
    }

    private BitSet ofProperty(Condition.Test test) throws SQLException {
        var found = new BitSet();
        session.property(test.name(), first, stretch.length(), new Session.Values() {
            @Override
            public int code(String text) {
                return test.accepts(text) ? 1 : 0;
            }

            @Override
            public void put(long seq, int accepted) {
                if (accepted == 1) {
                    found.set(Math.toIntExact(seq));
                }
            }
        });
        return found;
    }

    private BitSet ofPeople(Condition.Test test) throws SQLException {
        resolve(Family.PERSON);
        session.set("trait", test.name().substring(Filter.TRAIT.length()));
        Set<String> people = new HashSet<>();
        session.stream("trait", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) { // each person's values by time: the last one stays
                String person = person(
                        chunk.vector(0).getString(row).equals("user") ? 0 : 1,
                        chunk.vector(1).getString(row));
                boolean isPerson = !chunk.vector(0).getString(row).equals("account");
                if (isPerson
                        && !chunk.vector(2).isNull(row)
                        && test.accepts(chunk.vector(2).getString(row))) {
                    people.add(person);
                } else if (isPerson) {
                    people.remove(person);
                }
            }
        });
        return of(people);
    }

    private void resolve(Family family) throws SQLException {
        if (!resolved.equals(Optional.of(family))) {
            session.run("whole-log");
            session.resolveOwners(family);
            resolved = Optional.of(family);
        }
    }

    /// The ids that stand for the same people; of an account, its own id alone.
    public SortedSet<Owner> ids(Collection<Owner> owners) throws SQLException {
        var ids = new TreeSet<>(owners);
        if (owners.stream().anyMatch(owner -> owner.kind() != Owner.Kind.ACCOUNT)) {
            resolve(Family.PERSON);
            session.table("asked", "subject VARCHAR, id VARCHAR", rows -> {
                for (Owner owner : owners) {
                    rows.beginRow()
                            .append(owner.kind().toString())
                            .append(owner.id())
                            .endRow();
                }
            });
            for (String[] row : session.texts("same-person")) {
                ids.add(new Owner(Owner.Kind.of(row[0]), row[1]));
            }
        }
        return ids;
    }

    /// The events of whoever has one of these ids.
    public BitSet of(Collection<Owner> owners) throws SQLException {
        Set<String> people = new HashSet<>();
        Set<String> accounts = new HashSet<>();
        for (Owner each : ids(owners)) {
            switch (each.kind()) {
                case USER -> people.add(person(0, each.id()));
                case VISITOR -> people.add(person(1, each.id()));
                case ACCOUNT -> accounts.add(person(0, each.id()));
            }
        }
        BitSet found = of(Family.PERSON, people);
        found.or(of(Family.CUSTOMER, accounts));
        return found;
    }

    private BitSet of(Family family, Set<String> owners) throws SQLException {
        if (owners.isEmpty()) {
            return new BitSet();
        }
        resolve(family);
        return of(owners);
    }

    private BitSet of(Set<String> people) throws SQLException {
        session.table("wanted", "kind INTEGER, id VARCHAR", rows -> {
            for (String person : people) {
                rows.beginRow()
                        .append(person.charAt(0) - '0')
                        .append(person.substring(1))
                        .endRow();
            }
        });
        return seqs("whose");
    }

    private static String person(int kind, String id) {
        return kind + id;
    }

    private BitSet seqs(String file) throws SQLException {
        var found = new BitSet();
        session.stream(file, chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                found.set(Math.toIntExact(chunk.vector(0).getLong(row)));
            }
        });
        found.and(stretch);
        return found;
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
